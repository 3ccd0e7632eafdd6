namespace Rahdari.Matching.Names;

/// <summary>How like two tokens are, 0 (other names) to 1 (the same).</summary>
internal static class TokenSimilarity
{
    /// <summary>Below this two tokens are taken for other names.</summary>
    public const double Near = 0.6;

    /// <summary>Tokens of at least so many letters are near with two edits too.</summary>
    public const int ShortestOfTwoEdits = 7;

    private const double SameSound = 0.93;
    private const double NearSound = 0.75;

    /// <summary>The similarity.</summary>
    public static double Of(NameToken a, NameToken b)
    {
        if (a.Text == b.Text)
            return 1;
        var shortest = Math.Min(a.Text.Length, b.Text.Length);
        if (shortest == 1)
            return a.Text[0] == b.Text[0] ? Near : 0; // An initial.
        return Math.Max(BySpelling(a, b, shortest), BySound(a, b));
    }

    private static double BySpelling(NameToken a, NameToken b, int shortest)
    {
        var limit = shortest >= ShortestOfTwoEdits ? 2 : shortest >= 3 ? 1 : 0;
        if (limit == 0 || !a.Letters.MayBeWithin(b.Letters, limit))
            return 0;
        var distance = EditDistance.Of(a.Text, b.Text, limit);
        double longest = Math.Max(a.Text.Length, b.Text.Length);
        return distance > limit ? 0 : shortest == 3 ? Near : 1 - (distance / longest);
    }

    /// <summary>How alike two tokens sound: the same consonants, and vowels that may be one's.</summary>
    private static double BySound(NameToken a, NameToken b)
    {
        var shortest = Math.Min(a.Skeleton.Length, b.Skeleton.Length);
        if (a.Skeleton == b.Skeleton)
        {
            // Two consonants are shared by many names: then the vowels must be near as well.
            if (shortest < 2)
                return 0;
            var vowels = VowelDistance.Of(a.Text, b.Text);
            return vowels > (shortest == 2 ? 2 : shortest == 3 ? 3 : 5) ? 0 : shortest >= 3 ? SameSound : NearSound;
        }
        if (shortest < 4 || !a.Sounds.MayBeWithin(b.Sounds, 1) || EditDistance.Of(a.Skeleton, b.Skeleton, 1) != 1)
            return 0;
        var half = Math.Max(a.Text.Length, b.Text.Length) / 2;
        return EditDistance.Of(a.Text, b.Text, half) <= half ? NearSound : 0;
    }
}
