using System.CommandLine;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari screening alerts</c>: who was found in the country.</summary>
internal static class CountryAlertsCommand
{
    private static readonly Option<HitState?> State = new("--state") { Description = "open, dismissed, confirmed or suppressed; without it all.", HelpName = "STATE" };

    public static Command Create() => new ExampledCommand(
        "alerts",
        "Who was found in the country once a list had changed: open ones oldest first, others newest first. The reading is audited.",
        "rahdari screening alerts --state open",
        "rahdari screening alerts --json")
    {
        State, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<CountryAlerts>().ListAsync(run.Get(State), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => RescreeningLines.Print(run, paper, page.Value, session.Folder.Settings)) : run.Fail(page.Problem);
        },
        cancellation));
}
