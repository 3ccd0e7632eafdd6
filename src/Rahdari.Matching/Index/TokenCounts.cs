using System.Numerics;

namespace Rahdari.Matching.Index;

/// <summary>How often each token was met, by its hash: two that share one (one pair in some millions of millions) are counted together.</summary>
/// <remarks>Open addressing in two flat arrays, so that they can be kept in a file as they are. Thread-safe once nothing is added.</remarks>
internal sealed class TokenCounts
{
    private ulong[] hashes;
    private int[] counts;
    private int used;

    public TokenCounts()
        : this(new ulong[16], new int[16])
    {
    }

    private TokenCounts(ulong[] hashes, int[] counts) => (this.hashes, this.counts) = (hashes, counts);

    public ReadOnlyMemory<ulong> Hashes => hashes;

    public ReadOnlyMemory<int> Counts => counts;

    /// <summary>A copy of what <see cref="Hashes"/> and <see cref="Counts"/> held; null where they held no such thing.</summary>
    public static TokenCounts? Of(ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> counts)
    {
        if (hashes.Length != counts.Length || !BitOperations.IsPow2(hashes.Length))
            return null;
        var used = counts.Length - counts.Count(0);
        // A place must be free, or a token that is none of them would be sought for ever.
        return used <= hashes.Length / 2 ? new TokenCounts(hashes.ToArray(), counts.ToArray()) { used = used } : null;
    }

    /// <summary>How often; 0 where never.</summary>
    public int this[ulong hash] => counts[Place(hash)];

    public void Add(TokenCounts others)
    {
        for (var i = 0; i < others.hashes.Length; i++)
        {
            if (others.counts[i] > 0)
                Add(others.hashes[i], others.counts[i]);
        }
    }

    public void Add(ulong hash, int count = 1)
    {
        var place = Place(hash);
        if (counts[place] == 0)
        {
            if (++used > hashes.Length / 2)
            {
                Grow();
                place = Place(hash);
            }
            hashes[place] = hash;
        }
        counts[place] += count;
    }

    private int Place(ulong hash)
    {
        var mask = hashes.Length - 1;
        var place = (int)(hash & (ulong)mask);
        while (counts[place] != 0 && hashes[place] != hash)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var (old, oldCounts) = (hashes, counts);
        (hashes, counts) = (new ulong[old.Length * 2], new int[old.Length * 2]);
        for (var i = 0; i < old.Length; i++)
        {
            if (oldCounts[i] == 0)
                continue;
            var place = Place(old[i]);
            (hashes[place], counts[place]) = (old[i], oldCounts[i]);
        }
    }
}
