namespace Rahdari.Matching.Names;

/// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        if (a.Length > Longest || b.Length > Longest)
            return a.SequenceEqual(b) ? 0 : limit + 1;
        Span<byte> before = stackalloc byte[Longest + 1];
        Span<byte> previous = stackalloc byte[Longest + 1];
        Span<byte> current = stackalloc byte[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = (byte)j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = (byte)i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                current[j] = (byte)best;
                least = Math.Min(least, best);
            }
            if (least > limit)
                return limit + 1;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return Math.Min(previous[b.Length], limit + 1);
    }
}
