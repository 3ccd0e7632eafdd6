using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>A Location: the parts of an address or place, and its State, in numbers of the file's own.</summary>
/// <param name="Parts">Each part's type and text, in the file's order.</param>
/// <param name="Country">The number of its State; empty where there is none.</param>
/// <param name="Area">The number of the area that it is in; empty where there is none.</param>
internal sealed record OfacPlace(IReadOnlyList<(string Type, string Text)> Parts, string Country, string Area)
{
    private static readonly string[] Street = ["ADDRESS1", "ADDRESS2", "ADDRESS3"];

    public static OfacPlace Of(ListElement location) => new(
        [
            .. from part in location.Children("LocationPart")
               let value = part.Children("LocationPartValue").OrderByDescending(v => v.Peek("Primary") == "true").FirstOrDefault()
               where value is not null && value.Peek("Value").Length > 0
               select (part.Peek("LocPartTypeID"), value.Peek("Value")),
        ],
        location.Children("LocationCountry").FirstOrDefault()?.Peek("CountryID") ?? "",
        location.Children("LocationAreaCode").FirstOrDefault()?.Peek("AreaCodeID") ?? "");

    /// <summary>The place from the narrow to the wide, ordered as add.csv writes it: <c>1 Specimenweg, Utopolis, UT 1234, Utopia</c>.</summary>
    public string Text(OfacWords words)
    {
        var parts = Parts.Select(p => (Type: words.Of("LocPartType", p.Type), p.Text)).ToLookup(p => p.Type, p => p.Text);
        string Said(string type) => string.Join(", ", parts[type]);
        var city = string.Join(", ", Filled(Said("CITY"), string.Join(' ', Filled(Said("STATE/PROVINCE"), Said("POSTAL CODE")))));
        string[] known = [.. Street, "CITY", "STATE/PROVINCE", "POSTAL CODE"];
        // Of a place of birth the whole is one text of no type, its State often with it.
        var rest = parts.Where(p => !known.Contains(p.Key)).SelectMany(p => p);
        string[] told = [.. Filled([.. Street.Select(Said), city, .. rest])];
        var state = State(words);
        return string.Join(", ", told.Length > 0 && told[^1].EndsWith(state, StringComparison.OrdinalIgnoreCase) ? told : Filled([.. told, state]));
    }

    /// <summary>The State alone, where the place names one; otherwise all that it says.</summary>
    public string StateOrText(OfacWords words) => State(words) is { Length: > 0 } state ? state : Text(words);

    private string State(OfacWords words)
    {
        var said = Country.Length > 0 ? words.Of("Country", Country) : Area.Length > 0 ? words.Of("AreaCode", Area) : "";
        return said.Equals("undetermined", StringComparison.OrdinalIgnoreCase) ? "" : said;
    }

    private static IEnumerable<string> Filled(params IEnumerable<string> texts) => texts.Where(t => t.Length > 0);
}
