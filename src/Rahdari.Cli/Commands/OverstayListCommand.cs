using System.CommandLine;
using System.Globalization;
using Rahdari.Border;
using Rahdari.Border.Stays;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing overstays</c>: who is in the country past the last permitted day; audited like every read.</summary>
internal static class OverstayListCommand
{
    private static readonly Option<string> Nationality = new("--nationality") { Description = "Nationality code as read.", HelpName = "XXX" };

    public static Command Create() => new ExampledCommand(
        "overstays",
        "Who is in the country past the last permitted day, longest over first. The reading is audited.",
        "rahdari crossing overstays --nationality UTO",
        "rahdari crossing overstays --json")
    {
        Nationality, Paging.Offset, Paging.Take,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.State(run, Nationality, out var nationality, out var wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var page = await session.Get<OverstayRegister>().ListAsync(nationality, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
                var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
                return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Page<Overstay> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [run.Text("DaysOver"), run.Text("PermittedUntil"), run.Text("Entered"), run.Text("Port"), run.Text("Nationality"), run.Text("DocumentNumber"), run.Text("Name"), run.Text("Traveller")],
            page.Items.Select(over => (IReadOnlyList<string>)
            [
                over.DaysOver.ToString(CultureInfo.InvariantCulture), over.PermittedUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CrossingLines.LocalTime(over.EnteredAt, zone),
                over.EntryPort, over.Nationality, over.DocumentNumber, over.Name, over.TravellerId.ToString(),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
