using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Sites;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>Runs over everybody in the country, and what they found, for people.</summary>
internal static class RescreeningLines
{
    public static void Print(Run run, Paper paper, IReadOnlyList<RescreeningRun> runs, SiteSettings site)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        paper.Rows(
            [run.Text("When"), run.Text("StartedBy"), run.Text("State"), run.Text("Screened"), run.Text("Alerts"), run.Text("Against"), "Id"],
            runs.Select(one => (IReadOnlyList<string>)
            [
                CrossingLines.LocalTime(one.StartedAt, zone),
                one.StartedBy,
                run.Text($"Rescreening{one.State}"),
                one.Failed == 0 ? $"{one.Done}/{one.Total}" : $"{one.Done}/{one.Total}, {run.Text("CouldNotScreen", one.Failed)}",
                $"{one.Alerts}",
                string.Join(", ", one.Against),
                one.Id.ToString(),
            ]));
    }

    public static void Print(Run run, Paper paper, Page<CountryAlert> page, SiteSettings site)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        paper.Rows(
            [run.Text("When"), run.Text("Name"), run.Text("DateOfBirth"), run.Text("Nationality"), run.Text("DocumentNumber"), run.Text("Reference"), run.Text("Listed"), run.Text("Score"), run.Text("State"), "Id"],
            page.Items.Select(alert => (IReadOnlyList<string>)
            [
                CrossingLines.LocalTime(alert.FoundAt, zone),
                alert.Name,
                alert.DateOfBirth.ToString(),
                alert.Nationality,
                alert.DocumentNumber,
                $"{alert.Hit.List} {alert.Hit.Reference}",
                alert.Hit.PrimaryName,
                Probability.Shown(alert.Hit.Match.Score),
                run.Text($"Hit{alert.Hit.State}"),
                alert.Hit.Id.ToString(),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
