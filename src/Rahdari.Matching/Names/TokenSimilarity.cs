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
    /// <param name="a">A token.</param>
    /// <param name="forms">Its other forms.</param>
    /// <param name="b">Another.</param>
    public static double Of(in TokenView a, IReadOnlyList<string> forms, in TokenView b)
    {
        if (a.Text.SequenceEqual(b.Text))
            return 1;
        var shortest = Math.Min(a.Text.Length, b.Text.Length);
        if (shortest == 1)
            return a.Text[0] == b.Text[0] ? Near : 0; // An initial.
        var similarity = Math.Max(BySpelling(a, b, shortest), BySound(a, b));
        return similarity < Nickname && IsOneOf(forms, b.Text) ? Nickname : similarity;
    }

    private static bool IsOneOf(IReadOnlyList<string> forms, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            if (text.SequenceEqual(forms[i]))
                return true;
        }
        return false;
    }

    private static double BySpelling(in TokenView a, in TokenView b, int shortest)
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

    private static bool IsMisread(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == b.Length)
            return false;
        Span<char> ofA = stackalloc char[EditDistance.Longest];
        Span<char> ofB = stackalloc char[EditDistance.Longest];
        return ofA[..Shape(a, ofA)].SequenceEqual(ofB[..Shape(b, ofB)]);
    }

    /// <summary>Letters that stand together and look like one, as that one: RN as M, VV as W, CL as D.</summary>
    private static int Shape(ReadOnlySpan<char> text, Span<char> result)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            var one = (text[i], next) switch { ('R', 'N') => 'M', ('V', 'V') => 'W', ('C', 'L') => 'D', _ => '\0' };
            result[length++] = one == '\0' ? text[i] : one;
            i += one == '\0' ? 0 : 1;
        }
        return length;
    }

    /// <summary>How alike two tokens sound: the same consonants, and vowels that may be one's.</summary>
    private static double BySound(in TokenView a, in TokenView b)
    {
        var shortest = Math.Min(a.Skeleton.Length, b.Skeleton.Length);
        if (a.Skeleton.SequenceEqual(b.Skeleton))
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
