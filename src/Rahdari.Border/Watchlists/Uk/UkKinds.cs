namespace Rahdari.Border.Watchlists.Uk;

/// <summary>What both British lists call whom they list.</summary>
internal static class UkKinds
{
    private static readonly Dictionary<string, WatchlistEntryKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Individual"] = WatchlistEntryKind.Individual,
        ["Entity"] = WatchlistEntryKind.Entity,
        ["Ship"] = WatchlistEntryKind.Vessel,
    };

    /// <summary>The kind of a word, or null where it is none.</summary>
    public static WatchlistEntryKind? Of(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;
}
