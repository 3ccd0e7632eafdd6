using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Users;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari user list</c>: every user with roles and state.</summary>
internal static class UserListCommand
{
    public static Command Create() => new ExampledCommand(
        "list",
        "Every user with roles, port and state.",
        "rahdari user list --json").Does((run, cancellation) => SiteUsers.WithAsync(
            run,
            async accounts =>
            {
                var users = await accounts.ListAsync(Actor.CommandLine, cancellation);
                return users.Succeeded
                    ? run.Answer(new { Users = users.Value }, paper => SiteUsers.Print(run, paper, users.Value))
                    : run.Fail(users.Problem);
            },
            cancellation));
}
