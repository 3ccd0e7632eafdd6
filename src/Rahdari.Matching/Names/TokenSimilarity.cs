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
    private const double Nickname = 0.8;

    /// <summary>The similarity.</summary>
    public static double Of(NameToken a, NameToken b)
    {
        if (a.Text == b.Text)
            return 1;
        var shortest = Math.Min(a.Text.Length, b.Text.Length);
        if (shortest == 1)
            return a.Text[0] == b.Text[0] ? Near : 0; // An initial.
        var similarity = Math.Max(BySpelling(a, b, shortest), BySound(a, b));
        return similarity < Nickname && a.OtherForms.Count > 0 && b.OtherForms.Count > 0 && a.OtherForms.Contains(b.Text) ? Nickname : similarity;
    }

    private static double BySpelling(NameToken a, NameToken b, int shortest)
    {
        var limit = shortest >= ShortestOfTwoEdits ? 2 : shortest >= 3 ? 1 : 0;
        if (limit == 0 || !a.Letters.MayBeWithin(b.Letters, limit))
            return 0;
        var distance = EditDistance.Of(a.Text, b.Text, limit);
        double longest = Math.Max(a.Text.Length, b.Text.Length);
        // What a reader takes for another letter is two edits, and one mistake.
        if (distance == 2 && limit == 2 && IsMisread(a.Text, b.Text))
            distance = 1;
        return distance > limit ? 0 : shortest == 3 ? Near : 1 - (distance / longest);
    }

    private static bool IsMisread(string a, string b) => a.Length != b.Length && Shape(a) == Shape(b);

    /// <summary>Letters that stand together and look like one, as that one.</summary>
    private static string Shape(string text) =>
        text.Replace("RN", "M", StringComparison.Ordinal).Replace("VV", "W", StringComparison.Ordinal).Replace("CL", "D", StringComparison.Ordinal);

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
