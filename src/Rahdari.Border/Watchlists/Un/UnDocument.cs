using System.Text.RegularExpressions;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Un;

/// <summary>An INDIVIDUAL_DOCUMENT: type, number and issuing State; dates, places and notes go to the remarks.</summary>
internal static class UnDocument
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A number as printed: it has a digit, and may begin with a few letters that stand apart.</summary>
    private const string Number = @"(?<number>([A-Z]{1,3}[ -]+)?[A-Z0-9/.\-]*[0-9]{3}[A-Z0-9/.\-]*)";

    /// <summary>Numbers among words: "Libyan passport No. 123456", "Libya B/012345", "123456789 (Expired 25 Jan. 2016)".</summary>
    private static readonly Regex[] Worded =
    [
        new(@"\b(number|no|nos|card|code|ssn|passport)\b[\s.:°]*" + Number, Linear),
        new(@"^(\S*\p{L}{3}\S*\s+)+" + Number + "$", Linear),
        new("^" + Number + @"\s+\(", Linear),
    ];

    public static void Read(ListElement part, EntryDraft entry)
    {
        var type = part.Take("TYPE_OF_DOCUMENT");
        var kind = part.Take("TYPE_OF_DOCUMENT2");
        var full = kind.Length == 0 || kind.Equals(type, StringComparison.OrdinalIgnoreCase) ? type : type.Length == 0 ? kind : $"{type} ({kind.TrimEnd(':', ' ')})";
        var number = part.Take("NUMBER");
        var state = State(part, "ISSUING_COUNTRY") ?? State(part, "COUNTRY_OF_ISSUE");
        if (number.Length > 0)
            entry.Document(new ListedDocument(full, number, state));
        // Where words stand around a number, the traveller's document carries the number alone.
        var worded = number.Length > 0 ? number : $"{kind} {part.Peek("NOTE")}".Trim();
        if (InWords(worded) is { } bare && bare != number)
            entry.Document(new ListedDocument(full, bare, state));
        var rest = part.TakeRest();
        if (rest.Count > 0 || (number.Length == 0 && full.Length > 0))
            entry.Remark($"{part.Name} {full} {number}".TrimEnd() + (rest.Count == 0 ? "" : ": " + string.Join("; ", rest)));
    }

    /// <summary>The number that words speak of, or null where they speak of none.</summary>
    public static string? InWords(string words) =>
        Worded.Select(form => form.Match(words)).FirstOrDefault(m => m.Success)?.Groups["number"].Value.Trim('.', '-', '/', ' ');

    private static string? State(ListElement part, string name)
    {
        if (CountryWords.ToIso3166Alpha3(part.Peek(name)) is not { } code)
            return null;
        part.Take(name);
        return code;
    }
}
