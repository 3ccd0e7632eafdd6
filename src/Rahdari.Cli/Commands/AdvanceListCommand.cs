using System.CommandLine;
using System.Globalization;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari api list</c>: the flights of which it is announced who comes.</summary>
internal static class AdvanceListCommand
{
    private static readonly Option<string> From = new("--from") { Description = "From this day of arrival on (default: today at the port).", HelpName = "DATE" };

    public static Command Create() => new ExampledCommand(
        "list",
        "The flights of which carriers announced who comes: how many, and how many resemble somebody on a watchlist. Names nobody.",
        "rahdari api list",
        "rahdari api list --from 2026-03-01 --take 500 --json")
    {
        From, Paging.Offset, Paging.Take,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, From, out var from, out var wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var page = await session.Get<AdvanceRegister>().FlightsAsync(from, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
                return page.Succeeded
                    ? run.Answer(new { Flights = page.Value.Items, page.Value.Total, page.Value.Offset }, paper => Print(run, paper, page.Value))
                    : run.Fail(page.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Page<ExpectedFlight> page)
    {
        paper.Rows(
            [run.Text("Flight"), run.Text("Arrival"), run.Text("FlightFrom"), run.Text("FlightTo"), run.Text("Passengers"), run.Text("Crew"), run.Text("ListHits")],
            page.Items.Select(f => new[]
            {
                f.Flight, f.Arrival.Length > 0 ? f.Arrival : f.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f.Origin, f.Destination, $"{f.Passengers}", $"{f.Crew}", $"{f.Hits}",
            }));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
