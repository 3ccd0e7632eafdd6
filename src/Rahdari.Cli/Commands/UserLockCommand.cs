using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Users;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari user lock</c> and <c>unlock</c>.</summary>
internal static class UserLockCommand
{
    public static Command Lock() => Create("lock", "Lock a user out until unlocked.", true);

    public static Command Unlock() => Create("unlock", "Let a locked user sign in again.", false);

    private static ExampledCommand Create(string word, string description, bool locked)
    {
        var name = new Argument<string>("NAME") { Description = "The user." };
        return new ExampledCommand(word, description, $"rahdari user {word} officer17")
        {
            name,
        }.Does((run, cancellation) => SiteUsers.WithAsync(
            run,
            async accounts =>
            {
                var changed = await accounts.SetLockedAsync(run.Get(name)!, locked, Actor.CommandLine);
                return changed.Succeeded
                    ? run.Answer(new { Account = changed.Value }, paper => SiteUsers.Print(run, paper, [changed.Value]))
                    : run.Fail(changed.Problem);
            },
            cancellation));
    }
}
