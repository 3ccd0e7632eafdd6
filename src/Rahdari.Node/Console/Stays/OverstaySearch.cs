namespace Rahdari.Node.Console.Stays;

/// <summary>What a user asks of the overstays.</summary>
public sealed class OverstaySearch
{
    /// <summary>The nationality's code; all where empty.</summary>
    public string? Nationality { get; set; }

    /// <summary>How many come before the page.</summary>
    public int Offset { get; set; }
}
