namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>The words for what one entry says in numbers; remembers the first that the file does not explain.</summary>
internal sealed class OfacWords(OfacReferences references)
{
    /// <summary>The set and the number, or null where all were explained.</summary>
    public (string Set, string Id)? Unexplained { get; private set; }

    /// <summary>The word; empty where the file does not explain the number.</summary>
    public string Of(string set, string id)
    {
        if (references.Text(set, id) is { } text)
            return text;
        Unexplained ??= (set, id);
        return "";
    }

    /// <summary>Says that a part of the file which the entry names is not there.</summary>
    public void Lack(string part, string id) => Unexplained ??= (part, id);
}
