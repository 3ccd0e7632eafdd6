namespace Rahdari.Border.Watchlists;

/// <summary>One entry's change between two versions.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The list's own reference.</param>
/// <param name="Before">The entry before, or null where added.</param>
/// <param name="After">The entry after, or null where delisted.</param>
public sealed record WatchlistChange(WatchlistChangeKind Kind, string Reference, WatchlistEntry? Before, WatchlistEntry? After);

/// <summary>What happened to an entry.</summary>
public enum WatchlistChangeKind
{
    /// <summary>New.</summary>
    Added,

    /// <summary>Different.</summary>
    Changed,

    /// <summary>Gone.</summary>
    Delisted,
}
