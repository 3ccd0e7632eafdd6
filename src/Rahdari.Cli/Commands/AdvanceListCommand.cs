using System.CommandLine;
using System.Globalization;
using Rahdari.Border;
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
        "rahdari api list --from 2026-03-01 --json")
    {
        From,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, From, out var from, out var wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var page = await session.Get<AdvanceRegister>().FlightsAsync(from, 0, int.MaxValue, Actor.CommandLine, cancellation);
                return page.Succeeded
                    ? run.Answer(new { Flights = page.Value.Items, page.Value.Total }, paper => paper.Rows(
                        [run.Text("Flight"), run.Text("Arrival"), run.Text("FlightFrom"), run.Text("FlightTo"), run.Text("Passengers"), run.Text("Crew"), run.Text("ListHits")],
                        page.Value.Items.Select(f => new[]
                        {
                            f.Flight, f.Arrival.Length > 0 ? f.Arrival : f.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f.Origin, f.Destination, $"{f.Passengers}", $"{f.Crew}", $"{f.Hits}",
                        })))
                    : run.Fail(page.Problem);
            },
            cancellation);
    }
}
