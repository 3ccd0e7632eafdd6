namespace Rahdari.Matching.Names;

/// <summary>How differently two tokens of one skeleton are vowelled. Arabic script leaves short vowels out, and ears differ on the others.</summary>
internal static class VowelDistance
{
    private const int Longest = 64;

    /// <summary>
    /// Twice the number of vowels that differ: between each two consonants, I E Y are one vowel, O U W another, A a third, and what is
    /// written twice is one; a vowel that one side leaves out is half a difference.
    /// </summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > Longest || b.Length > Longest || a.ContainsAnyExceptInRange('A', 'Z') || b.ContainsAnyExceptInRange('A', 'Z'))
            return int.MaxValue;
        Span<char> sounds = stackalloc char[Longest * 2];
        Span<(byte Start, byte End)> ofA = stackalloc (byte, byte)[Longest * 2];
        Span<(byte Start, byte End)> ofB = stackalloc (byte, byte)[Longest * 2];
        var count = Skeleton.Write(a, sounds, ofA);
        if (Skeleton.Write(b, sounds, ofB) != count)
            return int.MaxValue;
        var total = 0;
        for (var i = 0; i < count; i++)
            total += Differences(Slot(a, ofA, i, count), Slot(b, ofB, i, count));
        return total;
    }

    private static ReadOnlySpan<char> Slot(ReadOnlySpan<char> text, Span<(byte Start, byte End)> spans, int sound, int count)
    {
        var (start, end) = (spans[sound].End, sound + 1 < count ? spans[sound + 1].Start : text.Length);
        return start < end ? text[start..end] : [];
    }

    /// <summary>Of two groups of vowels.</summary>
    private static int Differences(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<char> left = stackalloc char[Longest];
        Span<char> right = stackalloc char[Longest];
        var (m, n) = (Collapse(a, left), Collapse(b, right));
        Span<int> row = stackalloc int[n + 1];
        for (var j = 0; j <= n; j++)
            row[j] = j;
        for (var i = 1; i <= m; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= n; j++)
            {
                var best = Math.Min(diagonal + (left[i - 1] == right[j - 1] ? 0 : 2), Math.Min(row[j], row[j - 1]) + 1);
                (diagonal, row[j]) = (row[j], best);
            }
        }
        return row[n];
    }

    private static int Collapse(ReadOnlySpan<char> vowels, Span<char> result)
    {
        var count = 0;
        foreach (var letter in vowels)
        {
            var vowel = letter switch
            {
                'A' => 'A',
                'E' or 'I' or 'Y' => 'I',
                'O' or 'U' or 'W' => 'U',
                _ => '\0', // a silent H
            };
            if (vowel != '\0' && (count == 0 || result[count - 1] != vowel))
                result[count++] = vowel;
        }
        return count;
    }
}
