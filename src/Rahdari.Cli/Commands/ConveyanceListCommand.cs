using System.CommandLine;
using Rahdari.Border.Conveyances;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari conveyance list</c>: a day's flights, ships, trains, buses and vehicles, with how many crossed.</summary>
internal static class ConveyanceListCommand
{
    private static readonly Option<string> Day = new("--day") { Description = "The day at the port; today where none is given.", HelpName = "DATE" };

    public static Command Create() => new ExampledCommand(
        "list",
        "A day's conveyances with how many entered, left and were refused, and how many are expected. Names no traveller; 'crossing list --conveyance' does. Audited.",
        "rahdari conveyance list",
        "rahdari conveyance list --day 2026-03-01 --json")
    {
        Day, Paging.Offset, Paging.Take,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, Day, out var day, out var wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var page = await session.Get<ConveyanceRegister>().OfDayAsync(day, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
                return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Page<ConveyanceOfDay> page)
    {
        paper.Rows(
            [run.Text("Conveyance"), run.Text("ConveyanceNumber"), run.Text("Expected"), run.Text("OutcomeAdmitted"), run.Text("OutcomeDeparted"), run.Text("OutcomeRefused")],
            page.Items.Select(c => (IReadOnlyList<string>)
            [
                c.Kind is { } kind ? run.Text($"Conveyance{kind}") : "–", c.Number ?? "–", c.Expected is { } expected ? $"{expected}" : "–", $"{c.Entered}", $"{c.Left}", $"{c.Refused}",
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
