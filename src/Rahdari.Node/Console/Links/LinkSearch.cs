namespace Rahdari.Node.Console.Links;

/// <summary>What a user asks of the links.</summary>
public sealed class LinkSearch
{
    /// <summary>One state; all where empty.</summary>
    public string? State { get; set; }

    /// <summary>How many come before the page.</summary>
    public int Offset { get; set; }
}
