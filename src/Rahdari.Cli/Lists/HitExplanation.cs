using System.Globalization;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>A hit with everything that speaks for it and against.</summary>
internal static class HitExplanation
{
    public static object Json(Hit hit)
    {
        var (list, reference) = Origin(hit);
        return new
        {
            List = list,
            Reference = reference,
            hit.Score,
            hit.Points,
            hit.Name,
            PrimaryName = hit.Person.Names[0].Text,
            hit.Alignment,
            hit.Parts,
            hit.Person,
        };
    }

    public static void Print(Run run, Paper paper, int number, Hit hit)
    {
        var (list, reference) = Origin(hit);
        paper.Line();
        paper.Line($"{number}. {list} {reference}  {hit.Person.Names[0].Text}");
        paper.Line($"   {run.Text("Score")} {hit.Score.ToString("0.000", CultureInfo.InvariantCulture)} ({Points(hit.Points)} {run.Text("Points")})");
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

    private static (string List, string Reference) Origin(Hit hit)
    {
        var slash = hit.Person.Key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", hit.Person.Key) : (hit.Person.Key[..slash], hit.Person.Key[(slash + 1)..]);
    }

    private static string Points(double points) => points.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
