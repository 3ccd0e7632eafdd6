namespace Rahdari.Node.Console.Watchlists;

/// <summary>What a user asks of a list's entries; sent in the body of a form, for it may be a person's name.</summary>
public sealed class EntrySearch
{
    /// <summary>A part of a name, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>How many entries come before the page.</summary>
    public int Offset { get; set; }
}
