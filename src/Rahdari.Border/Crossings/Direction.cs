namespace Rahdari.Border.Crossings;

/// <summary>Which way the traveller crosses.</summary>
public enum Direction
{
    /// <summary>Into the country.</summary>
    Entry,

    /// <summary>Out of the country.</summary>
    Exit,
}
