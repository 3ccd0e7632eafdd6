using System.CommandLine;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing list</c>: crossings and refusals, newest first; audited like every read.</summary>
internal static class CrossingListCommand
{
    private static readonly Option<string> From = new("--from") { Description = "On or after this day at the port.", HelpName = "DATE" };
    private static readonly Option<string> To = new("--to") { Description = "On or before this day at the port.", HelpName = "DATE" };
    private static readonly Option<Direction?> Way = new("--direction") { Description = "entry or exit.", HelpName = "entry|exit" };
    private static readonly Option<CrossingOutcome?> Outcome = new("--outcome") { Description = "admitted, departed or refused.", HelpName = "OUTCOME" };
    private static readonly Option<string> Nationality = new("--nationality") { Description = "Nationality code as read.", HelpName = "XXX" };
    private static readonly Option<string> Document = new("--document") { Description = "The exact document number.", HelpName = "NUMBER" };
    private static readonly Option<string> Surname = new("--surname") { Description = "The beginning of the surname.", HelpName = "TEXT" };
    private static readonly Option<string> Counter = new("--counter") { Description = "The counter.", HelpName = "NAME" };
    private static readonly Option<ConveyanceKind?> Kind = new("--conveyance-kind") { Description = "flight, vessel, train, bus, vehicle or foot.", HelpName = "KIND" };
    private static readonly Option<string> Number = new("--conveyance") { Description = "The number of the flight, ship, train or vehicle.", HelpName = "NUMBER" };
    private static readonly Option<string> Day = new("--conveyance-day") { Description = "The day of its coming or going at the port.", HelpName = "DATE" };
    private static readonly Option<Guid?> Traveller = new("--traveller") { Description = "The traveller's id.", HelpName = "ID" };

    public static Command Create() => new ExampledCommand(
        "list",
        "Crossings and refusals, newest first. The reading is audited.",
        "rahdari crossing list --from 2026-01-01 --outcome refused",
        "rahdari crossing list --conveyance PK301 --conveyance-day 2026-03-01",
        "rahdari crossing list --surname SPECIMEN --take 10 --json")
    {
        From, To, Way, Outcome, Nationality, Document, Surname, Counter, Kind, Number, Day, Traveller, Paging.Offset, Paging.Take,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, From, out var from, out var wrong) || !Given.Day(run, To, out var to, out wrong) || !Given.Day(run, Day, out var day, out wrong) || !Given.State(run, Nationality, out var nationality, out wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
                var filter = new CrossingFilter
                {
                    From = Given.Begins(from, zone),
                    To = Given.Ends(to, zone),
                    Direction = run.Get(Way),
                    Outcome = run.Get(Outcome),
                    Nationality = nationality,
                    DocumentNumber = run.Get(Document),
                    Surname = run.Get(Surname),
                    Counter = run.Get(Counter),
                    ConveyanceKind = run.Get(Kind),
                    Conveyance = run.Get(Number),
                    ConveyanceDay = day,
                    TravellerId = run.Get(Traveller),
                };
                var page = await session.Get<CrossingRegister>().ListAsync(filter, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
                return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Page<Crossing> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [
                run.Text("When"), run.Text("Direction"), run.Text("Outcome"), run.Text("Counter"), run.Text("Nationality"), run.Text("DocumentNumber"),
                run.Text("Name"), run.Text("Permission"), run.Text("Advice"), "Id",
            ],
            page.Items.Select(c => (IReadOnlyList<string>)
            [
                CrossingLines.LocalTime(c.At, zone), run.Text($"Direction{c.Direction}"), run.Text($"Outcome{c.Outcome}"), c.Counter, c.Nationality, c.DocumentNumber,
                $"{c.PrimaryIdentifier} {c.SecondaryIdentifier}".TrimEnd(), c.Permission ?? "–", run.Text($"Advice{c.Advice}"), c.Id.ToString(),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
