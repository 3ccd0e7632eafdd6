using System.Globalization;
using Rahdari.Border.Watchlists;
using Rahdari.Node.Console.Texts;

namespace Rahdari.Node.Console.Watchlists;

/// <summary>An entry field by field, in the order in which it is shown; what is empty is there too, so that two entries can be compared.</summary>
internal static class EntryLines
{
    /// <summary>Each field with its title's key and its values.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Values)> Of(WatchlistEntry? entry, ConsoleText text) => entry is null ? [] :
    [
        ("Kind", [text.Word("Kind", entry.Kind)]),
        ("Programme", [entry.Programme]),
        ("Names", [.. entry.Names.Select(n => $"{n.Text} · {text.Word("Name", n.Kind)}")]),
        ("DateOfBirth", [.. entry.BirthDates.Select(d => d.ToString())]),
        ("BirthPlace", entry.BirthPlaces),
        ("Nationality", entry.Nationalities),
        ("Sex", entry.Sex is { } sex ? [$"{sex}"] : []),
        ("Documents", [.. entry.Documents.Select(d => $"{d.Type} {d.Number} {d.IssuingState}".Trim())]),
        ("Addresses", entry.Addresses),
        ("Designations", entry.Designations),
        ("ListedOn", entry.ListedOn is { } day ? [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : []),
        ("Remarks", entry.Remarks.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
