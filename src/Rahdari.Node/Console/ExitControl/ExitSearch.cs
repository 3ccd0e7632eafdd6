namespace Rahdari.Node.Console.ExitControl;

/// <summary>What a user asks of the orders, consents or clearances.</summary>
public sealed class ExitSearch
{
    /// <summary>A part of what they say; all where empty.</summary>
    public string? Text { get; set; }

    /// <summary>Where they stand; all where empty.</summary>
    public string? State { get; set; }

    /// <summary>How many come before the page.</summary>
    public int Offset { get; set; }
}
