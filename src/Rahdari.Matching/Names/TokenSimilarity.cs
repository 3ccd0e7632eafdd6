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
        var longest = Math.Max(a.Text.Length, b.Text.Length);
        var (bySound, edits) = BySound(a, b, longest / 2);
        var limit = Math.Max(edits, shortest >= ShortestOfTwoEdits ? 2 : shortest >= 3 ? 1 : 0);
        if (limit == 0 || !a.Letters.MayBeWithin(b.Letters, limit))
            return 0;
        var distance = EditDistance.Of(a.Text, b.Text, limit);
        var bySpelling = distance switch
        {
            1 when shortest >= 4 => 1 - (1.0 / longest),
            1 when shortest == 3 => Near,
            2 when shortest >= ShortestOfTwoEdits => 1 - (2.0 / longest),
            _ => 0,
        };
        return distance <= edits ? Math.Max(bySpelling, bySound) : bySpelling;
    }

    /// <summary>How alike two tokens sound, and how many edits of the spelling that excuses: what sounds alike is also spelt half alike.</summary>
    private static (double Similarity, int Edits) BySound(NameToken a, NameToken b, int half)
    {
        var shortest = Math.Min(a.Skeleton.Length, b.Skeleton.Length);
        if (a.Skeleton == b.Skeleton)
        {
            // Two consonants are shared by many names: then the spelling must be near as well.
            return shortest >= 3 ? (SameSound, half) : shortest == 2 ? (NearSound, Math.Min(2, half)) : (0, 0);
        }
        return shortest >= 4 && a.Sounds.MayBeWithin(b.Sounds, 1) && EditDistance.Of(a.Skeleton, b.Skeleton, 1) == 1 ? (NearSound, half) : (0, 0);
    }
}
