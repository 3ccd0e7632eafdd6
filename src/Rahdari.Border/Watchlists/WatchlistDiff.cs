namespace Rahdari.Border.Watchlists;

/// <summary>What differs between the list in force and a published one, by reference.</summary>
/// <param name="Added">References that only the published list has, in its order.</param>
/// <param name="Changed">References whose content differs, in the published list's order.</param>
/// <param name="Delisted">References that only the list in force has.</param>
internal sealed record WatchlistDiff(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Delisted)
{
    /// <summary>True where both say the same.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Delisted.Count == 0;

    /// <summary>Compares hashes of contents by reference.</summary>
    public static WatchlistDiff Between(IReadOnlyDictionary<string, string> inForce, IReadOnlyDictionary<string, string> published) => new(
        [.. published.Keys.Where(r => !inForce.ContainsKey(r))],
        [.. published.Where(e => inForce.TryGetValue(e.Key, out var hash) && hash != e.Value).Select(e => e.Key)],
        [.. inForce.Keys.Where(r => !published.ContainsKey(r))]);
}
