using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// How a token sounds when it is written by ear: vowels fall away (but for the first), letters that languages exchange
/// become one. Qadeer, Kadir and Qadir are KDR; Hussain, Husein and Hussein are HSN.
/// </summary>
internal static class Skeleton
{
    /// <summary>Digraphs before single letters; longest first.</summary>
    private static readonly (string From, char To)[] Sounds =
    [
        ("SHCH", '$'), ("TCH", 'C'), ("SCH", '$'), ("DZH", 'J'), ("PH", 'F'), ("CK", 'K'), ("KH", 'K'), ("GH", 'G'), ("DH", 'D'), ("TH", 'T'), ("SH", '$'),
        ("CH", 'C'), ("ZH", 'J'), ("DJ", 'J'), ("TS", 'S'), ("TZ", 'S'), ("CZ", 'C'), ("Q", 'K'), ("W", 'V'), ("Z", 'S'), ("X", 'K'), ("P", 'B'),
    ];

    /// <summary>The skeleton; the token itself where it is not of A–Z.</summary>
    public static string Of(string token)
    {
        if (token.AsSpan().IndexOfAnyExceptInRange('A', 'Z') >= 0)
            return token;
        var result = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length;)
        {
            var (sound, length) = Sound(token, i);
            var isVowel = sound is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
            var isSilentH = sound == 'H' && i > 0 && (i + 1 == token.Length || !IsVowel(token[i + 1]));
            if (isVowel && result.Length == 0)
                result.Append('A');
            else if (!isVowel && !isSilentH && (result.Length == 0 || result[^1] != sound))
                result.Append(sound);
            i += length;
        }
        return result.ToString();
    }

    private static (char Sound, int Length) Sound(string token, int at)
    {
        foreach (var (from, to) in Sounds)
        {
            if (string.CompareOrdinal(token, at, from, 0, from.Length) == 0)
                return (to, from.Length);
        }
        // C before a dark vowel or a consonant is K.
        if (token[at] == 'C')
            return (at + 1 < token.Length && token[at + 1] is 'E' or 'I' or 'Y' ? 'S' : 'K', 1);
        return (token[at], 1);
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
}
