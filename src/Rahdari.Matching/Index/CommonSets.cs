using System.Collections.Concurrent;

namespace Rahdari.Matching.Index;

/// <summary>The names that have the commonest tokens, or one near them, a bit a name: made when first asked for, and kept. Thread-safe.</summary>
internal sealed class CommonSets
{
    // A set of three million names takes 375 kB.
    private const int Most = 128;

    private readonly ConcurrentDictionary<int, ulong[]> sets = [];

    /// <summary>The set of a listed token, or null where too many are kept.</summary>
    public ulong[]? Of(int token, in SegmentView view, ReadOnlySpan<NearLink> near)
    {
        if (sets.TryGetValue(token, out var known))
            return known;
        if (sets.Count >= Most)
            return null;
        var bits = new ulong[(view.NamePersons.Length + 63) / 64];
        foreach (ref readonly var link in near)
        {
            if (link.Length != 1)
                continue; // What the query joins or splits is its own.
            foreach (var name in view.Having(link.Id))
                bits[name >> 6] |= 1UL << (name & 63);
        }
        return sets.GetOrAdd(token, bits);
    }
}
