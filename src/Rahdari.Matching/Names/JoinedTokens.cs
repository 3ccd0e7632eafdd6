namespace Rahdari.Matching.Names;

/// <summary>Two tokens of one side written as one on the other: Abdul Rehman, Abdurrahman. By spelling only: joined words sound like too many others.</summary>
internal static class JoinedTokens
{
    /// <summary>The least letters of each of the two, and of the one.</summary>
    public const int ShortestPart = 2, ShortestWhole = 6;

    /// <summary>A whole of so many letters may have two edits, one in each part or both in a long one.</summary>
    public const int ShortestOfTwoEdits = 9;

    /// <summary>A part of fewer letters is spelt so.</summary>
    public const int ShortestMisspelt = 4;

    /// <summary>The most letters of two that are compared.</summary>
    public const int LongestOfTwo = 128;

    /// <summary>Where they are the one, letter by letter.</summary>
    public const double Equal = 0.97;

    /// <summary>How like, or 0 where they are not.</summary>
    public static double Similarity(in TokenView first, in TokenView second, in TokenView whole)
    {
        var length = first.Text.Length + second.Text.Length;
        if (first.Text.Length < ShortestPart || second.Text.Length < ShortestPart || whole.Text.Length < ShortestWhole || length > LongestOfTwo)
            return 0;
        var limit = whole.Text.Length >= ShortestOfTwoEdits ? 2 : 1;
        if (Math.Abs(length - whole.Text.Length) > limit || !first.Letters.With(second.Letters).MayBeWithin(whole.Letters, limit))
            return 0;
        Span<char> joined = stackalloc char[length];
        first.Text.CopyTo(joined);
        second.Text.CopyTo(joined[first.Text.Length..]);
        var distance = EditDistance.Of(joined, whole.Text, limit);
        return distance > limit || (distance > 0 && !AreParts(first.Text, second.Text, whole.Text)) ? 0 : Equal - ((double)distance / whole.Text.Length);
    }

    /// <summary>True where a piece of a word may be a token: spelt so where that is short, one edit off, or two where both are long.</summary>
    /// <param name="part">The token that stands alone.</param>
    /// <param name="piece">What it may be in the word.</param>
    public static bool IsPart(ReadOnlySpan<char> part, ReadOnlySpan<char> piece)
    {
        var limit = part.Length < ShortestMisspelt ? 0 : Math.Min(part.Length, piece.Length) < TokenSimilarity.ShortestOfTwoEdits ? 1 : 2;
        return limit == 0 ? part.SequenceEqual(piece) : EditDistance.Of(part, piece, limit) <= limit;
    }

    /// <summary>True where the word falls into two pieces that may be the parts; of a short word one must be spelt so.</summary>
    private static bool AreParts(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> whole)
    {
        for (var at = Math.Max(ShortestPart, first.Length - 2); at <= Math.Min(whole.Length - ShortestPart, first.Length + 2); at++)
        {
            if (IsPart(first, whole[..at]) && IsPart(second, whole[at..]) && (whole.Length >= ShortestOfTwoEdits || first.SequenceEqual(whole[..at]) || second.SequenceEqual(whole[at..])))
                return true;
        }
        return false;
    }
}
