using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists;

/// <summary>Whether a published list is older than that in force: by its date, or by its numbers where it has no date.</summary>
internal static class WatchlistOrder
{
    /// <summary>The rule broken where the published list is older.</summary>
    public static Finding? Problem(PublishedList published, WatchlistVersion inForce, IEnumerable<string> referencesInForce)
    {
        if (published.PublishedAt is { } made && inForce.PublishedAt is { } madeBefore)
            return made < madeBefore ? BorderRule.WatchlistOlder.Broken(null, ("inForce", $"{madeBefore:O}"), ("published", $"{made:O}")) : null;
        if (!published.NumbersRise)
            return null;
        var (now, before) = (Highest(published.Entries.Select(e => e.Reference)), Highest(referencesInForce));
        return Number.Compare(now, before) < 0 ? BorderRule.WatchlistNumberLower.Broken(null, ("inForce", before), ("published", now)) : null;
    }

    private static string Highest(IEnumerable<string> references) => references.Select(r => r.TrimStart('0')).Max(Number) ?? "";

    /// <summary>Digits without zeros before them, of any length.</summary>
    private static readonly Comparer<string> Number = Comparer<string>.Create(
        (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b));
}
