using Rahdari.Border.Sites;
using Rahdari.Border.Travellers.Links;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Lists;

/// <summary>Links between travellers, for people.</summary>
internal static class LinkLines
{
    public static void Print(Run run, Paper paper, Page<TravellerLink> page)
    {
        paper.Rows(
            [run.Text("State"), run.Text("DocumentNumber"), run.Text("Name"), run.Text("DocumentNumber"), run.Text("Name"), run.Text("Evidence"), "Id"],
            page.Items.Select(link => (IReadOnlyList<string>)
            [
                run.Text($"Link{link.State}"), Document(link.One), Name(link.One), Document(link.Other), Name(link.Other), string.Join(", ", link.Evidence.Select(found => found.Code)), link.Id.ToString(),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }

    public static void Print(Run run, Paper paper, TravellerLink link, SiteSettings site)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        paper.Pairs(
            ("Id", link.Id.ToString()),
            (run.Text("State"), run.Text($"Link{link.State}")),
            (run.Text("Traveller"), $"{link.One.TravellerId}  {Document(link.One)}  {Name(link.One)}"),
            (run.Text("Traveller"), $"{link.Other.TravellerId}  {Document(link.Other)}  {Name(link.Other)}"));
        foreach (var found in link.Evidence)
            paper.Line($"  {run.Sentence(found)}");
        paper.Rows(
            [run.Text("When"), run.Text("State"), run.Text("DecidedBy"), run.Text("Reason")],
            link.Changes.Select(change => (IReadOnlyList<string>)[CrossingLines.LocalTime(change.At, zone), run.Text($"Link{change.State}"), change.By, change.Reason ?? ""]));
    }

    private static string Document(LinkedTraveller side) => side.Documents is [var latest, ..] ? $"{latest.IssuingState} {latest.DocumentNumber}" : "";

    private static string Name(LinkedTraveller side) => side.Documents is [var latest, ..] ? $"{latest.PrimaryIdentifier}, {latest.SecondaryIdentifier} {latest.DateOfBirth}" : "";
}
