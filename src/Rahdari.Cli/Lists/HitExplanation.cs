using System.Globalization;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>A hit with everything that speaks for it and against.</summary>
internal static class HitExplanation
{
    public static object Json(Hit hit)
    {
        var (list, reference) = WatchlistEntry.Origin(hit.Person.Key);
        return new
        {
            List = list,
            Reference = reference,
            hit.Score,
            hit.Points,
            hit.IsWholeName,
            hit.Name,
            PrimaryName = hit.Person.Names[0].Text,
            hit.Alignment,
            hit.Parts,
            hit.Person,
        };
    }

    /// <summary>A named entry, with why it is no hit where it is none.</summary>
    public static object Json(Run run, ComparedEntry entry) => new
    {
        entry.List,
        entry.Reference,
        entry.Purpose,
        entry.Threshold,
        Alerts = entry.WhyNot is null,
        WhyNot = entry.WhyNot is { } why ? new { why.Code, Message = run.Sentence(why), why.Evidence } : null,
        Match = entry.Match is { } match ? Json(match) : null,
    };

    public static void Print(Run run, Paper paper, int number, Hit hit)
    {
        var (list, reference) = WatchlistEntry.Origin(hit.Person.Key);
        paper.Line();
        paper.Line($"{number}. {list} {reference}  {hit.Person.Names[0].Text}");
        PrintParts(run, paper, hit, isTold: true);
    }

    /// <summary>A named entry for people: whether it alerts, and everything that was compared.</summary>
    public static void Print(Run run, Paper paper, ComparedEntry entry)
    {
        paper.Line($"{entry.List} {entry.Reference}  {entry.Match?.Person.Names[0].Text}".TrimEnd());
        paper.Line(entry.WhyNot is { } why ? $"{run.Text("EntryAlertsNot")} {run.Sentence(why)}" : run.Text("EntryAlerts", Probability.Shown(entry.Threshold)));
        if (entry.Match is { } match)
            PrintParts(run, paper, match, isTold: entry.WhyNot is null);
    }

    private static void PrintParts(Run run, Paper paper, Hit hit, bool isTold)
    {
        paper.Line($"   {run.Text("Score")} {Probability.Shown(hit.Score)} ({Points(hit.Points)} {run.Text("Points")})");
        if (isTold && hit is { IsWholeName: true, Score: < ScreeningIndex.AlertThreshold })
            paper.Line($"   {run.Text("WholeNameTold")}");
        paper.Line($"   {run.Text("MatchedName")}: {hit.Name.Text} ({run.Text($"Name{hit.Name.Kind}")})");
        paper.Rows(
            [run.Text("Queried"), run.Text("Listed"), run.Text("Agreement"), run.Text("Points")],
            hit.Alignment.Select(pair => (IReadOnlyList<string>)
            [
                pair.Queried ?? "–", pair.Listed ?? "–", run.Text($"Agreement{pair.Agreement}"), Points(pair.Points),
            ]));
        paper.Rows(
            [run.Text("Part"), run.Text("Queried"), run.Text("Listed"), run.Text("Agreement"), run.Text("Points")],
            hit.Parts
                .Select(part => (IReadOnlyList<string>)
                [
                    run.Text($"Part{part.Kind}"), part.Queried ?? "–", part.Listed ?? "–", run.Text($"Agreement{part.Agreement}"), Points(part.Points),
                ])
                .Append([run.Text("Sum"), "", "", "", Points(hit.Points)]));
    }

    private static string Points(double points) => points.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
