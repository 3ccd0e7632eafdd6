using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>The values that the file defines at its beginning, by the set that they are of and their number: <c>FeatureType 8</c> is <c>Birthdate</c>.</summary>
internal sealed class OfacReferences
{
    private readonly Dictionary<(string Set, string Id), (string Text, string PartyType)> values = [];

    /// <summary>Keeps one value; of two of a number the first.</summary>
    public void Add(ListElement value) => values.TryAdd((value.Name, value.Peek("ID")), (Words(value), value.Peek("PartyTypeID")));

    /// <summary>What the value says; null where the file defines none of the number.</summary>
    public string? Text(string set, string id) => values.TryGetValue((set, id), out var value) ? value.Text : null;

    /// <summary>What a party is: the word for its narrower type, or for the wider where that is unknown; null where the file does not say.</summary>
    public string? PartyWord(string subtype) =>
        values.TryGetValue(("PartySubType", subtype), out var value) ? value.Text == "Unknown" ? Text("PartyType", value.PartyType) : value.Text : null;

    /// <summary>An area is told by its description, everything else by its text.</summary>
    private static string Words(ListElement value) => value.Name == "AreaCode" ? value.Peek("Description") : value.Text;
}
