namespace Rahdari.Matching.Names;

/// <summary>Two tokens of one side written as one on the other: Abdul Rehman, Abdurrahman. By spelling only: joined words sound like too many others.</summary>
internal static class JoinedTokens
{
    /// <summary>The least letters of each of the two, and of the one.</summary>
    public const int ShortestPart = 2, ShortestWhole = 6;

    private const int LongestOfTwo = 128;
    /// <summary>Where they are the one, letter by letter.</summary>
    public const double Equal = 0.97;

    /// <summary>How like, or 0 where they are not.</summary>
    public static double Similarity(NameToken first, NameToken second, NameToken whole)
    {
        var length = first.Text.Length + second.Text.Length;
        if (first.Text.Length < ShortestPart || second.Text.Length < ShortestPart || whole.Text.Length < ShortestWhole || length > LongestOfTwo)
            return 0;
        var limit = whole.Text.Length >= 9 ? 2 : 1;
        if (Math.Abs(length - whole.Text.Length) > limit || !first.Letters.With(second.Letters).MayBeWithin(whole.Letters, limit))
            return 0;
        Span<char> joined = stackalloc char[length];
        first.Text.CopyTo(joined);
        second.Text.CopyTo(joined[first.Text.Length..]);
        var distance = EditDistance.Of(joined, whole.Text, limit);
        return distance > limit ? 0 : Equal - ((double)distance / whole.Text.Length);
    }
}
