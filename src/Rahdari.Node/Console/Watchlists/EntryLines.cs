using Rahdari.Border.Watchlists;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Console.Texts;

namespace Rahdari.Node.Console.Watchlists;

/// <summary>An entry field by field, in the order in which it is shown; what is empty is there too, so that two entries can be compared.</summary>
internal static class EntryLines
{
    /// <summary>Each field with its title's key and its values.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Values)> Of(WatchlistEntry? entry, ConsoleText text) => entry is null ? [] :
    [
        ("Kind", [text.Word("Kind", entry.Kind)]),
        ("Programme", entry.Programme.Length == 0 ? [] : Data([entry.Programme])),
        ("Report", entry.Report is { } report ? [text.Word("Report", report)] : []),
        // A document goes by its State and number, which stand below.
        ("Names", entry.Kind == WatchlistEntryKind.Document ? [] : [.. entry.Names.Select(n => $"{ConsoleText.Isolate(n.Text)} · {text.Word("Name", n.Kind)}")]),
        ("DateOfBirth", Data(entry.BirthDates.Select(d => d.ToString()))),
        ("BirthPlace", Data(entry.BirthPlaces)),
        ("Nationality", Data(entry.Nationalities)),
        ("Sex", entry.Sex is { } sex ? Data([$"{sex}"]) : []),
        ("Documents", Data(entry.Documents.Select(d => $"{d.Type} {d.Number} {d.IssuingState}".Trim()))),
        ("Addresses", Data(entry.Addresses)),
        ("Designations", Data(entry.Designations)),
        (entry.Kind == WatchlistEntryKind.Document ? "ReportedOn" : "ListedOn", entry.ListedOn is { } day ? Data([Days.Text(day)]) : []),
        ("Remarks", Data(entry.Remarks.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))),
    ];

    /// <summary>What the list says, kept in its own direction beside our words.</summary>
    private static string[] Data(IEnumerable<string> values) => [.. values.Select(ConsoleText.Isolate)];
}
