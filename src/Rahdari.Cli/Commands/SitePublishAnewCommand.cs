using System.CommandLine;
using Rahdari.Border.Distribution;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari site publish-anew</c>: after a restore of headquarters, ports take what it has.</summary>
internal static class SitePublishAnewCommand
{
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; recorded.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "publish-anew",
        "At a headquarters that was restored from a backup: let every port take the lists, orders, rules and visas that are in force here, also where the port holds newer ones. Until then a restored headquarters gives ports nothing. What a port holds of them beyond headquarters is gone by no more: import again first what was published since the backup. Changes nothing here. The site may be running. Audited.",
        "rahdari site publish-anew --reason 'restored from the backup of 1 March'",
        "rahdari site publish-anew --reason 'restored from the backup of 1 March' --json")
    {
        Reason,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var begun = await session.Get<PublishedSeries>().BeginAsync(run.Get(Reason) ?? "", Actor.CommandLine, cancellation);
            return begun.Succeeded ? run.Answer(begun.Value, paper => paper.Line(run.Text("PublishedAnew", begun.Value.Number))) : run.Fail(begun.Problem);
        },
        cancellation));
}
