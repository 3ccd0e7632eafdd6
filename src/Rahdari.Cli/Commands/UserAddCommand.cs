using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Cli.Users;
using Rahdari.Node.Identity;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari user add</c>: a new user with a password shown once.</summary>
internal static class UserAddCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "A service number or a function, never a personal name." };

    private static readonly Option<string[]> Role = RoleOption();

    private static readonly Option<string> Port = new("--port") { Description = $"The port that the user may act for, or '{UserAccounts.AllPorts}' for a user of headquarters.", HelpName = "LOCODE", Required = true };

    private static readonly Option<string> Circle = new("--circle") { Description = $"The Anti Human Trafficking circle whose cases the user keeps, or '{UserAccounts.AllPorts}'; for investigators and case supervisors.", HelpName = "CODE" };

    private static readonly Option<string> Organisation = new("--organisation") { Description = "The organisation that the user helps victims for; for caseworkers.", HelpName = "CODE" };

    // Never as an argument: arguments are seen by every user of the machine and stay in the shell's history.
    private static readonly Option<bool> PasswordFromInput = new("--password-stdin") { Description = "Take the password from standard input instead of making one." };

    public static Command Create() => new ExampledCommand(
        "add",
        "Make a user. A random password is made and shown once; it must be changed at the first sign-in.",
        "rahdari user add officer17 --role officer --port PKKHI",
        "rahdari user add investigator4 --role investigator --port all --circle AHTC-LHE",
        "pass show rahdari/admin | rahdari user add admin2 --role administrator --port all --password-stdin")
    {
        Name, Role, Port, Circle, Organisation, PasswordFromInput,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        string? password = null;
        if (run.Get(PasswordFromInput))
        {
            password = (await Console.In.ReadLineAsync(cancellation))?.TrimEnd('\r');
            if (string.IsNullOrEmpty(password))
                return run.Fail(CliRule.PasswordMissing.Broken("password"));
        }

        return await SiteUsers.WithAsync(
            run,
            async accounts =>
            {
                var made = await accounts.CreateAsync(run.Get(Name)!, run.Get(Role)!, run.Get(Port), password, Actor.CommandLine, run.Get(Circle), run.Get(Organisation));
                if (!made.Succeeded)
                    return run.Fail(made.Problem);
                // Who gave the password knows it; only one made here is shown.
                return SiteUsers.Answer(run, password is null ? made.Value : made.Value with { Password = null });
            },
            cancellation);
    }

    private static Option<string[]> RoleOption()
    {
        var option = new Option<string[]>("--role") { Description = "A role; give it once for each.", HelpName = "ROLE", Required = true };
        return option.AcceptOnlyFromAmong([.. Roles.All]);
    }
}
