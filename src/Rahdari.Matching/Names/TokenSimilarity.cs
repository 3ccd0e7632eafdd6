namespace Rahdari.Matching.Names;

/// <summary>How like two tokens are, 0 (other names) to 1 (the same).</summary>
internal static class TokenSimilarity
{
    /// <summary>Below this two tokens are taken for other names.</summary>
    public const double Near = 0.6;

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
        var longest = Math.Max(a.Text.Length, b.Text.Length);
        var distance = EditDistance.Of(a.Text, b.Text, Math.Max(2, longest / 2));
        var bySpelling = distance switch
        {
            1 when shortest >= 4 => 1 - (1.0 / longest),
            1 when shortest == 3 => Near,
            2 when shortest >= 7 => 1 - (2.0 / longest),
            _ => 0,
        };
        return distance > longest / 2 ? bySpelling : Math.Max(bySpelling, BySound(a, b, distance)); // What sounds alike is also spelt half alike.
    }

    private static double BySound(NameToken a, NameToken b, int spellingDistance)
    {
        var shortest = Math.Min(a.Skeleton.Length, b.Skeleton.Length);
        if (a.Skeleton == b.Skeleton)
        {
            // Two consonants are shared by many names: then the spelling must be near as well.
            return shortest >= 3 ? SameSound : shortest == 2 && spellingDistance <= 2 ? NearSound : 0;
        }
        return shortest >= 4 && EditDistance.Of(a.Skeleton, b.Skeleton, 1) == 1 ? NearSound : 0;
    }
}
