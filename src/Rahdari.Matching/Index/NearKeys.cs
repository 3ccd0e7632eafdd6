using System.Numerics;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>
/// Leads from a key to what has it: tokens, or beginnings of tokens. Symmetric deletes: two tokens that are one (from seven letters on: two) edits apart share
/// a key, which is a token with as many letters taken out, on either side; of long tokens the first seven letters are
/// enough for that (SymSpell), and all that begin with the same seven are led to at once. Tokens that sound alike share a key made of their
/// skeletons in the same way.
/// </summary>
/// <remarks>Keys are hashes: who looks up must compare. Immutable; thread-safe.</remarks>
internal sealed class NearKeys
{
    /// <summary>Of so many first letters keys are made.</summary>
    public const int Prefix = 7;

    private const ulong Whole = 0x3F, Sound = 0x5D;
    private const int IdBits = 28;
    private const int LongestSound = 16;

    // The upper bits of each are the hash's (the highest tell its bucket), the lower ones the token's id; sorted.
    private readonly ReadOnlyMemory<ulong> entries;
    private readonly ReadOnlyMemory<int> buckets;
    private readonly int shift;

    public NearKeys(ReadOnlyMemory<ulong> entries, ReadOnlyMemory<int> buckets)
    {
        (this.entries, this.buckets) = (entries, buckets);
        shift = 64 - BitOperations.Log2((uint)Math.Max(1, buckets.Length - 1));
    }

    public ReadOnlyMemory<ulong> Entries => entries;

    public ReadOnlyMemory<int> Buckets => buckets;

    /// <summary>So many entries of one bucket no list comes near: what a search takes up at once has a bound.</summary>
    public const int MostOfBucket = 1 << 20;

    /// <summary>Makes the table of keys noted by <see cref="Note"/>.</summary>
    public static NearKeys Of(List<ulong> noted)
    {
        var entries = noted.ToArray();
        Array.Sort(entries);
        // Some four entries a bucket: a lookup touches two lines of memory.
        var bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(4, entries.Length)) - 2, 1, 24);
        var buckets = new int[(1 << bits) + 1];
        var at = 0;
        for (var bucket = 0; bucket < buckets.Length - 1; bucket++)
        {
            buckets[bucket] = at;
            while (at < entries.Length && (int)(entries[at] >> (64 - bits)) == bucket)
                at++;
        }
        buckets[^1] = entries.Length;
        return new NearKeys(entries, buckets);
    }

    /// <summary>Notes a token's id under the key of its text and every key of its skeleton.</summary>
    public static void NoteSound(ReadOnlySpan<char> text, ReadOnlySpan<char> skeleton, int id, List<ulong> noted)
    {
        Span<ulong> hashes = stackalloc ulong[MostKeys];
        var count = OfSound(skeleton, hashes);
        hashes[count++] = OfWhole(text);
        Note(hashes[..count], id, noted);
    }

    /// <summary>Notes the number of a beginning (<see cref="BeginningOf"/>) under every key of it.</summary>
    public static void NoteBeginning(ReadOnlySpan<char> beginning, int number, List<ulong> noted)
    {
        Span<ulong> hashes = stackalloc ulong[MostKeys];
        Note(hashes[..OfText(beginning, beginning.Length >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1, hashes)], number, noted);
    }

    /// <summary>The letters of a token that keys are made of.</summary>
    public static ReadOnlySpan<char> BeginningOf(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, Prefix)];

    private static void Note(Span<ulong> hashes, int id, List<ulong> noted)
    {
        hashes.Sort();
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
                noted.Add((hashes[i] & ~((1UL << IdBits) - 1)) | (uint)id);
        }
    }

    /// <summary>True where no entry leads to a number from so many on.</summary>
    public static bool IdsAreBelow(int tokens, ReadOnlySpan<ulong> entries)
    {
        var most = 0UL;
        foreach (var entry in entries)
            most = Math.Max(most, entry & ((1UL << IdBits) - 1));
        return entries.IsEmpty || most < (ulong)tokens;
    }

    /// <summary>The most keys of one token.</summary>
    public const int MostKeys = 1 + Prefix + (Prefix * (Prefix - 1) / 2) + 1 + LongestSound + 1;

    /// <summary>The key of a whole text, and no other.</summary>
    public static ulong OfWhole(ReadOnlySpan<char> text) => TokenHash.Of(text, Whole);

    /// <summary>The keys of a text.</summary>
    /// <param name="text">A token.</param>
    /// <param name="edits">0 to 2: how many letters are taken out at most.</param>
    /// <param name="hashes">Receives them.</param>
    public static int OfText(ReadOnlySpan<char> text, int edits, Span<ulong> hashes) => Deletes(BeginningOf(text), edits, 0, hashes);

    /// <summary>The keys of how a token sounds.</summary>
    public static int OfSound(ReadOnlySpan<char> skeleton, Span<ulong> hashes) =>
        skeleton.Length < 2 ? 0 : Deletes(skeleton[..Math.Min(skeleton.Length, LongestSound)], skeleton.Length >= 4 ? 1 : 0, Sound, hashes);

    /// <summary>The ids of the tokens that have a key; an id may come twice.</summary>
    public Found Of(ulong hash) => new(entries.Span, buckets.Span, hash, shift);

    /// <summary>As <see cref="Of(ulong)"/>, of several keys.</summary>
    /// <param name="hashes">At most <see cref="MostKeys"/>.</param>
    /// <param name="ids">Receives them; a longer one where they are more.</param>
    /// <returns>How many.</returns>
    public int Of(ReadOnlySpan<ulong> hashes, ref int[] ids)
    {
        var all = entries.Span;
        var starts = buckets.Span;
        Span<(int From, int Until)> places = stackalloc (int, int)[MostKeys];
        var most = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            var bucket = (int)(hashes[i] >> shift);
            places[i] = (starts[bucket], starts[bucket + 1]);
            most += places[i].Until - places[i].From;
        }
        if (ids.Length < most)
            ids = new int[most * 2];
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            var key = hashes[i] >> IdBits;
            foreach (var entry in all[places[i].From..places[i].Until])
            {
                // Written whether it is one or not: the processor need not guess.
                ids[count] = (int)(entry & ((1UL << IdBits) - 1));
                count += entry >> IdBits == key ? 1 : 0;
            }
        }
        return count;
    }

    private static int Deletes(ReadOnlySpan<char> text, int edits, ulong salt, Span<ulong> hashes)
    {
        var count = 0;
        hashes[count++] = TokenHash.Of(text, salt);
        if (edits == 0 || text.Length < 3)
            return count;
        Span<char> one = stackalloc char[text.Length - 1];
        Span<char> two = stackalloc char[text.Length - 2];
        for (var i = 0; i < text.Length; i++)
        {
            Without(text, i, one);
            hashes[count++] = TokenHash.Of(one, salt);
            for (var j = i; edits == 2 && j < one.Length; j++)
            {
                Without(one, j, two);
                hashes[count++] = TokenHash.Of(two, salt);
            }
        }
        return count;
    }

    private static void Without(ReadOnlySpan<char> text, int at, Span<char> result)
    {
        text[..at].CopyTo(result);
        text[(at + 1)..].CopyTo(result[at..]);
    }

    /// <summary>Enumerates the ids under one key.</summary>
    public ref struct Found
    {
        private readonly ReadOnlySpan<ulong> entries;
        private readonly ulong key;
        private int at;
        private readonly int end;

        public Found(ReadOnlySpan<ulong> entries, ReadOnlySpan<int> buckets, ulong hash, int shift)
        {
            this.entries = entries;
            key = hash >> IdBits;
            var bucket = (int)(hash >> shift);
            (at, end) = (buckets[bucket] - 1, buckets[bucket + 1]);
        }

        public readonly int Current => (int)(entries[at] & ((1UL << IdBits) - 1));

        public readonly Found GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++at < end)
            {
                var here = entries[at] >> IdBits;
                if (here == key)
                    return true;
                if (here > key)
                    return false;
            }
            return false;
        }
    }
}
