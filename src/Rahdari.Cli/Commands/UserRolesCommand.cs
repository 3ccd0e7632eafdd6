using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Users;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari user roles</c>: replaces a user's roles.</summary>
internal static class UserRolesCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The user." };

    private static readonly Argument<string[]> NewRoles = RolesArgument();

    private static readonly Option<string> Circle = new("--circle") { Description = "The circle from now on; left out, it stays.", HelpName = "CODE" };

    private static readonly Option<string> Organisation = new("--organisation") { Description = "The organisation from now on; left out, it stays.", HelpName = "CODE" };

    public static Command Create() => new ExampledCommand(
        "roles",
        "Replace a user's roles.",
        "rahdari user roles officer17 officer supervisor")
    {
        Name, NewRoles, Circle, Organisation,
    }.Does((run, cancellation) => SiteUsers.WithAsync(
        run,
        async accounts =>
        {
            var changed = await accounts.SetRolesAsync(run.Get(Name)!, run.Get(NewRoles)!, Actor.CommandLine, run.Get(Circle), run.Get(Organisation));
            return changed.Succeeded
                ? run.Answer(new { Account = changed.Value }, paper => SiteUsers.Print(run, paper, [changed.Value]))
                : run.Fail(changed.Problem);
        },
        cancellation));

    private static Argument<string[]> RolesArgument()
    {
        var argument = new Argument<string[]>("ROLE") { Description = "The roles from now on.", Arity = ArgumentArity.OneOrMore };
        return argument.AcceptOnlyFromAmong([.. Roles.All]);
    }
}
