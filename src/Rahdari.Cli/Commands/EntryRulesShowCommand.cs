using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari entry-rules show</c>: the classes of permission that there are.</summary>
internal static class EntryRulesShowCommand
{
    public static Command Create() => new ExampledCommand(
        "show",
        "The rules of entry in force: every class of permission. With --json they are as a file to publish has them, beside their number.",
        "rahdari entry-rules show",
        "rahdari entry-rules show --json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var rules = await session.Get<EntryRulesRegister>().InForceAsync(Actor.CommandLine, cancellation);
                return rules.Succeeded ? run.Answer(rules.Value, paper => PermissionLines.Print(run, paper, rules.Value)) : run.Fail(rules.Problem);
            },
            cancellation));
}
