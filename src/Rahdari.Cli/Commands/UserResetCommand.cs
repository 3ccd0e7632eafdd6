using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Users;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari user reset</c>: a new password for a user who lost theirs.</summary>
internal static class UserResetCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The user." };

    private static readonly Option<bool> RemoveAuthenticator = new("--remove-authenticator") { Description = "Also forget the user's authenticator, so that a new one can be enrolled." };

    public static Command Create() => new ExampledCommand(
        "reset",
        "Give a user a new random password, shown once, and end a lock-out.",
        "rahdari user reset officer17",
        "rahdari user reset officer17 --remove-authenticator")
    {
        Name, RemoveAuthenticator,
    }.Does((run, cancellation) => SiteUsers.WithAsync(
        run,
        async accounts =>
        {
            var made = await accounts.ResetAsync(run.Get(Name)!, run.Get(RemoveAuthenticator), Actor.CommandLine);
            return made.Succeeded ? SiteUsers.Answer(run, made.Value) : run.Fail(made.Problem);
        },
        cancellation));
}
