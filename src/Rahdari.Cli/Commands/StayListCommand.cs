using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rahdari.Border.Stays;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing stays</c>: who is in the country, who has overstayed, whose exit is missing; audited like every read.</summary>
internal static class StayListCommand
{
    private static readonly Option<string> Nationality = new("--nationality") { Description = "Nationality code as read.", HelpName = "XXX" };

    private static readonly Option<bool> Overstayed = new("--overstayed") { Description = "Only who is past the last permitted day, the earliest day granted on entry first." };
    private static readonly Option<bool> ExitMissing = new("--exit-missing") { Description = "Who entered again without a recorded exit between; not together with --overstayed.", Validators = { NotBoth } };

    public static Command Create() => new ExampledCommand(
        "stays",
        "Who is in the country, who of them has overstayed, or whose exit is missing. The reading is audited.",
        "rahdari crossing stays --overstayed --nationality UTO",
        "rahdari crossing stays --exit-missing --json")
    {
        Overstayed, ExitMissing, Nationality, Paging.Offset, Paging.Take,
    }.Does(RunAsync);

    private static void NotBoth(OptionResult result)
    {
        if (result.GetValueOrDefault<bool>() && result.GetValue(Overstayed))
            result.AddError("--overstayed and --exit-missing are two listings: ask for one.");
    }

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.State(run, Nationality, out var nationality, out var wrong))
            return run.Fail(wrong);
        var listing = run.Get(ExitMissing) ? StayListing.ExitMissing : run.Get(Overstayed) ? StayListing.Overstayed : StayListing.InCountry;
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var page = await session.Get<StayRegister>().ListAsync(listing, nationality, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
                var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
                return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Page<ListedStay> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [run.Text("DaysOver"), run.Text("PermittedUntil"), run.Text("Entered"), run.Text("Port"), run.Text("Nationality"), run.Text("DocumentNumber"), run.Text("Name"), run.Text("Traveller")],
            page.Items.Select(stay => (IReadOnlyList<string>)
            [
                stay.DaysOver.ToString(CultureInfo.InvariantCulture), stay.PermittedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–", CrossingLines.LocalTime(stay.EnteredAt, zone),
                stay.EntryPort, stay.Nationality, stay.DocumentNumber, stay.Name, stay.TravellerId.ToString(),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
