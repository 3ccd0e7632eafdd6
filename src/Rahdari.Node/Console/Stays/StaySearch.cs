using Rahdari.Border.Stays;

namespace Rahdari.Node.Console.Stays;

/// <summary>What a user asks of the stays.</summary>
public sealed class StaySearch
{
    /// <summary>Which are listed.</summary>
    public StayListing Listing { get; set; }

    /// <summary>The nationality's code; all where empty.</summary>
    public string? Nationality { get; set; }

    /// <summary>How many come before the page.</summary>
    public int Offset { get; set; }
}
