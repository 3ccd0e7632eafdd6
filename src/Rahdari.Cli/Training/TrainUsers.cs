using Rahdari.Cli.Demo;
using Rahdari.Node.Identity;

namespace Rahdari.Cli.Training;

/// <summary>The users of a training site: one trainer, who is the second line too, and the trainees.</summary>
internal static class TrainUsers
{
    private const string Trainer = "trainer1";

    /// <summary>The names of so many trainees.</summary>
    public static IReadOnlyList<string> Trainees(int count) => [.. Enumerable.Range(1, count).Select(number => $"trainee{number}")];

    /// <summary>Makes the users that are not there yet, and gives those that are there new passwords where asked; those with new passwords.</summary>
    /// <param name="accounts">The site's accounts.</param>
    /// <param name="port">The training site's port.</param>
    /// <param name="trainees">The names.</param>
    /// <param name="newPasswords">True where users who are there are to have others.</param>
    public static async Task<IReadOnlyList<DemoUser>> MakeAsync(UserAccounts accounts, string port, IReadOnlyList<string> trainees, bool newPasswords)
    {
        var known = await accounts.ListAsync(Actor.CommandLine);
        if (!known.Succeeded)
            throw new InvalidOperationException($"The users were not read: {known.Problem.Code}.");
        var names = known.Value.Select(account => account.Name).ToHashSet(StringComparer.Ordinal);
        var made = new List<DemoUser>();
        foreach (var (name, roles) in trainees.Select(name => (name, (string[])[Roles.Officer])).Prepend((Trainer, [Roles.Trainer, Roles.Supervisor])))
        {
            if (!names.Contains(name))
            {
                var password = DemoUser.NewPassword();
                var account = await accounts.CreateAsync(name, roles, port, password, Actor.CommandLine);
                if (!account.Succeeded)
                    throw new InvalidOperationException($"The user {name} was not made: {account.Problem.Code}.");
                made.Add(new DemoUser(name, string.Join(", ", roles), password));
            }
            else if (newPasswords)
            {
                var reset = await accounts.ResetAsync(name, removeAuthenticator: false, Actor.CommandLine);
                if (!reset.Succeeded)
                    throw new InvalidOperationException($"The password of {name} was not reset: {reset.Problem.Code}.");
                made.Add(new DemoUser(name, string.Join(", ", roles), reset.Value.Password!));
            }
        }
        return made;
    }
}
