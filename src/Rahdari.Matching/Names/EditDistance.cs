namespace Rahdari.Matching.Names;

/// <summary>
/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. A column of the table of distances is
/// two words of bits (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10, 2003).
/// </summary>
internal static class EditDistance
{
    /// <summary>Of longer texts only equality is told.</summary>
    public const int Longest = 64;

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater; of more than 64 letters only equality is told.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        if (a.Length > Longest || b.Length > Longest)
            return a.SequenceEqual(b) ? 0 : limit + 1;
        // What both begin and end with takes no edits.
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        return a.Length == 0 || b.Length == 0 ? Math.Min(Math.Max(a.Length, b.Length), limit + 1) : Bits(a, b, limit);
    }

    private static int Bits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<ulong> places = stackalloc ulong[26];
        places.Clear();
        for (var i = 0; i < a.Length; i++)
        {
            if (char.IsAsciiLetterUpper(a[i]))
                places[a[i] - 'A'] |= 1UL << i;
        }
        var last = 1UL << (a.Length - 1);
        var (higher, lower, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var distance = a.Length;
        for (var j = 0; j < b.Length; j++)
        {
            var equal = char.IsAsciiLetterUpper(b[j]) ? places[b[j] - 'A'] : Places(a, b[j]);
            var swapped = ((~diagonal & equal) << 1) & before;
            diagonal = (unchecked((equal & higher) + higher) ^ higher) | equal | lower | swapped;
            var (right, left) = (lower | ~(diagonal | higher), diagonal & higher);
            if ((right & last) != 0)
                distance++;
            else if ((left & last) != 0)
                distance--;
            // Each letter left can take one edit back at most.
            if (distance - (b.Length - 1 - j) > limit)
                return limit + 1;
            right = (right << 1) | 1;
            (higher, lower, before) = ((left << 1) | ~(diagonal | right), right & diagonal, equal);
        }
        return distance;
    }

    /// <summary>Where a letter outside A–Z stands.</summary>
    private static ulong Places(ReadOnlySpan<char> text, char letter)
    {
        var places = 0UL;
        for (var i = 0; i < text.Length; i++)
            places |= text[i] == letter ? 1UL << i : 0;
        return places;
    }
}
