using System.CommandLine;
using System.Globalization;
using Rahdari.Border;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari watchlist show</c>: one entry with everything that the list says.</summary>
internal static class WatchlistShowCommand
{
    private const int PageSize = 500;

    private static readonly Argument<string> List = new("LIST") { Description = "The list's short name: un, ofac." };

    private static readonly Argument<string> Reference = new("REFERENCE") { Description = "The list's own reference: QDi.430, 15600." };

    public static Command Create() => new ExampledCommand(
        "show",
        "One entry in force, with everything that the list says.",
        "rahdari watchlist show un QDi.430",
        "rahdari watchlist show ofac 15600 --json",
        "rahdari watchlist show lost 'UTO L898902C3'")
    {
        List, Reference,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => ShowAsync(run, session, cancellation), cancellation));

    private static async Task<int> ShowAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var (list, reference) = (run.Get(List)!, run.Get(Reference)!);
        var register = session.Get<WatchlistRegister>();
        // The register searches references and names alike; other entries may contain the reference's text.
        for (var offset = 0; ; offset += PageSize)
        {
            var page = await register.EntriesAsync(list, reference, offset, PageSize, Actor.CommandLine, cancellation);
            if (!page.Succeeded)
                return run.Fail(page.Problem);
            if (page.Value.Items.FirstOrDefault(e => string.Equals(e.Reference, reference, StringComparison.OrdinalIgnoreCase)) is { } entry)
                return run.Answer(entry, paper => Print(run, paper, entry));
            if (offset + page.Value.Items.Count >= page.Value.Total || page.Value.Items.Count == 0)
                return run.Fail(BorderRule.WatchlistEntryNotFound.Broken("reference", ("list", list), ("reference", reference)));
        }
    }

    private static void Print(Run run, Paper paper, WatchlistEntry entry)
    {
        paper.Pairs(
            (run.Text("Reference"), entry.Reference),
            (run.Text("Kind"), run.Text($"Kind{entry.Kind}")),
            (run.Text("Report"), entry.Report is { } report ? run.Text($"Report{report}") : null),
            (run.Text("Programme"), entry.Programme),
            (run.Text("ListedOn"), entry.ListedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (run.Text("DateOfBirth"), string.Join("; ", entry.BirthDates)),
            (run.Text("BirthPlace"), string.Join("; ", entry.BirthPlaces)),
            (run.Text("Nationality"), string.Join(", ", entry.Nationalities)),
            (run.Text("Sex"), entry.Sex?.ToString()),
            (run.Text("Designations"), string.Join("; ", entry.Designations)),
            (run.Text("Addresses"), string.Join("; ", entry.Addresses)),
            (run.Text("Documents"), string.Join("; ", entry.Documents.Select(d => $"{d.Type} {d.Number} {d.IssuingState}".TrimEnd()))),
            (run.Text("Remarks"), entry.Remarks.ReplaceLineEndings(" ")));
        if (entry.Kind == WatchlistEntryKind.Document)
            return;
        paper.Line();
        paper.Rows([run.Text("Name"), run.Text("Kind")], entry.Names.Select(n => (IReadOnlyList<string>)[n.Text, run.Text($"Name{n.Kind}")]));
    }
}
