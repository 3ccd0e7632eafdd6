namespace Rahdari.Matching.Names;

/// <summary>
/// How a token sounds when it is written by ear: vowels fall away (but for the first), letters that languages exchange
/// become one. Qadeer, Kadir and Qadir are KDR; Hussain, Husein and Hussein are HSN; Jawad and Jaouad are JFD.
/// </summary>
internal static class Skeleton
{
    /// <summary>Spellings of one sound by their first letter; longest first. A letter that none begins is its own sound; $ is SH.</summary>
    private static readonly (string From, string To)[]?[] Sounds = ByFirstLetter(
        ("SHCH", "$"), ("TSCH", "$"), ("TSH", "$"), ("TCH", "$"), ("SCH", "$"), ("DZH", "G"), ("CHH", "$"), ("GHT", "T"), ("PH", "F"), ("CK", "K"), ("KH", "H"), ("GH", "G"), ("DH", "D"),
        ("TH", "T"), ("SH", "$"), ("CH", "$"), ("ZH", "G"), ("DJ", "G"), ("BH", "B"), ("JH", "G"), ("J", "G"), ("RH", "R"), ("TS", "S"), ("DZ", "S"), ("TZ", "S"), ("CZ", "$"), ("Q", "K"), ("V", "F"), ("Z", "S"), ("P", "B"));

    /// <summary>The skeleton; the token itself where it is not of A–Z.</summary>
    public static string Of(string token)
    {
        if (token.AsSpan().IndexOfAnyExceptInRange('A', 'Z') >= 0)
            return token;
        Span<char> result = token.Length <= 64 ? stackalloc char[128] : new char[token.Length * 2];
        return new string(result[..Write(token, result, [])]);
    }

    /// <summary>As <see cref="Of"/>; also tells behind which letter of the text each sound ends, and so where vowels stand.</summary>
    /// <param name="token">A–Z.</param>
    /// <param name="sounds">Twice as long as the token.</param>
    /// <param name="spans">Start and end in the token of each sound, or empty.</param>
    internal static int Write(ReadOnlySpan<char> token, Span<char> sounds, Span<(byte Start, byte End)> spans)
    {
        var (count, isAfterVowel) = (0, false);
        for (var i = 0; i < token.Length;)
        {
            var (sound, length) = Sound(token, i);
            if (sound.Length == 0)
            {
                if (count == 0)
                {
                    Put(sounds, spans, ref count, 'A', i, 0);
                }
                isAfterVowel = true;
            }
            else
            {
                foreach (var letter in sound)
                {
                    // A doubled letter is one; with a vowel between they are two.
                    if (count == 0 || isAfterVowel || sounds[count - 1] != letter)
                        Put(sounds, spans, ref count, letter, i, length);
                    else if (!spans.IsEmpty)
                        spans[count - 1].End = (byte)(i + length);
                    isAfterVowel = false;
                }
            }
            i += length;
        }
        return count;
    }

    private static void Put(Span<char> sounds, Span<(byte Start, byte End)> spans, ref int count, char sound, int at, int length)
    {
        sounds[count] = sound;
        if (!spans.IsEmpty)
            spans[count] = ((byte)at, (byte)(at + length));
        count++;
    }

    /// <summary>The sound at a place and how many letters spell it; empty for a vowel and what is silent.</summary>
    private static (string Sound, int Length) Sound(ReadOnlySpan<char> token, int at)
    {
        var rest = token[at..];
        foreach (var (from, to) in Sounds[rest[0] - 'A'] ?? [])
        {
            if (rest.StartsWith(from))
                return (to, from.Length);
        }
        var next = rest.Length > 1 ? rest[1] : '\0';
        return rest[0] switch
        {
            // French writes W so: Marouane, Ouali.
            'O' when next == 'U' && rest.Length > 2 && IsVowel(rest[2]) && (rest[2] is 'A' or 'E' || (rest[2] == 'I' && (at == 0 || rest.Length == 3))) => ("F", 2),
            'A' or 'E' or 'I' or 'O' or 'U' or 'Y' => ("", 1),
            // Before a consonant or O and U it is half of a vowel: Brown, Dawood.
            'W' => at > 0 && (!IsVowel(next) || (next is 'U' or 'O' && IsVowel(token[at - 1]))) ? ("", 1) : ("F", 1),
            'H' when at > 0 && !IsVowel(next) => ("", 1),
            // C before a dark vowel or a consonant is K.
            'C' => (next is 'E' or 'I' or 'Y' ? "S" : "K", 1),
            'G' when next is 'E' or 'I' or 'Y' => ("G", 1),
            'X' => (at == 0 ? "S" : "KS", 1),
            var letter => (Letter(letter), 1),
        };
    }

    private static string Letter(char letter) => Letters[letter - 'A'];

    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(c => ((char)c).ToString())];

    private static (string From, string To)[]?[] ByFirstLetter(params (string From, string To)[] sounds)
    {
        var byLetter = new (string From, string To)[]?[26];
        foreach (var group in sounds.GroupBy(s => s.From[0]))
            byLetter[group.Key - 'A'] = [.. group];
        return byLetter;
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
}
