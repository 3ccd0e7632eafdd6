using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// A word in Devanagari, Bengali, Gurmukhi or Gujarati in its usual Latin spelling: the blocks of Unicode share one layout. A consonant carries the
/// vowel A, which is not spoken at the end of a word, nor between two syllables that are (Rahmān is written ra-ha-mā-na). Source: The Unicode
/// Standard, chapter 12; letters by the Hunterian system, without marks.
/// </summary>
internal static class IndicSpelling
{
    private const int Candrabindu = 0x01, Anusvara = 0x02, Nukta = 0x3C, Virama = 0x4D, Khanda = 0x4E, Tippi = 0x70;
    private const int FirstConsonant = 0x15, LastConsonant = 0x39, FirstSign = 0x3E, LastSign = 0x4C;

    /// <summary>Vowels by their place in a block, from 05.</summary>
    private static readonly string[] Vowels = "A A I I U U RI LI E E E AI O O O AU".Split(' ');

    /// <summary>Consonants from 15.</summary>
    private static readonly string[] Consonants = "K KH G GH N CH CHH J JH N T TH D DH N T TH D DH N N P PH B BH M Y R R L L L V SH SH S H".Split(' ');

    /// <summary>Vowel signs from 3E.</summary>
    private static readonly string[] Signs = "A I I U U RI RI E E E AI O O O AU".Split(' ');

    /// <summary>Consonants that a dot below makes another: of K KH G J D DH PH, and Bengali Y.</summary>
    private static readonly Dictionary<string, string> Dotted = new(StringComparer.Ordinal)
    {
        ["K"] = "Q",
        ["G"] = "GH",
        ["J"] = "Z",
        ["D"] = "R",
        ["DH"] = "RH",
        ["PH"] = "F",
        ["S"] = "SH",
    };

    /// <summary>True for the letters, marks and digits of the four scripts.</summary>
    public static bool Contains(char letter) => letter is >= '\u0900' and <= '\u0AFF';

    /// <summary>Appends a word.</summary>
    /// <param name="word">Letters of the scripts, composed or not.</param>
    /// <param name="result">A–Z and blanks are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        var syllables = new List<Syllable>(word.Length);
        foreach (var letter in word)
            Read(letter, syllables);
        Silence(syllables);
        foreach (var syllable in syllables)
            result.Append(syllable.Consonant).Append(syllable.Vowel).Append(syllable.End);
    }

    private static void Read(char letter, List<Syllable> syllables)
    {
        var place = letter & 0x7F;
        var isBengali = letter is >= '\u0980' and <= '\u09FF';
        if (place is >= 0x05 and <= 0x14)
        {
            syllables.Add(new Syllable("", Vowels[place - 0x05]));
        }
        else if (place is >= FirstConsonant and <= LastConsonant)
        {
            // Anusvara is the nasal of the lips before a consonant of the lips; before H it is heard as NG.
            if (syllables.Count > 0 && syllables[^1].End == "N" && place is (>= 0x2A and <= 0x2E) or LastConsonant)
                syllables[^1] = syllables[^1] with { End = place == LastConsonant ? "NG" : "M" };
            syllables.Add(new Syllable(isBengali && place == 0x2F ? "J" : Consonants[place - FirstConsonant], "A") { IsInherent = true });
        }
        else if (place == Khanda && isBengali)
        {
            syllables.Add(new Syllable("T", ""));
        }
        else if (place is Anusvara or Candrabindu or Tippi && syllables.Count > 0)
        {
            syllables[^1] = syllables[^1] with { End = "N" };
        }
        else if (syllables.Count > 0 && syllables[^1] is { IsInherent: true } last)
        {
            syllables[^1] = place switch
            {
                >= FirstSign and <= LastSign => last with { Vowel = Signs[place - FirstSign], IsInherent = false },
                Virama => last with { Vowel = "", IsInherent = false },
                Nukta => last with { Consonant = letter == '\u09BC' && last.Consonant == "J" ? "Y" : Dotted.GetValueOrDefault(last.Consonant, last.Consonant) },
                _ => last,
            };
        }
    }

    /// <summary>Takes out the inherent vowels that are not spoken, from the end.</summary>
    private static void Silence(List<Syllable> syllables)
    {
        for (var i = syllables.Count - 1; i > 0; i--)
        {
            var (before, syllable) = (syllables[i - 1], syllables[i]);
            var isSpokenBehind = i + 1 < syllables.Count && syllables[i + 1].Vowel.Length > 0 && syllables[i + 1].Consonant.Length > 0;
            // Behind two consonants the vowel stays: Krishna.
            if (syllable is { IsInherent: true, End.Length: 0 } && before.Vowel.Length > 0 && (i + 1 == syllables.Count || (isSpokenBehind && before.End.Length == 0)))
                syllables[i] = syllable with { Vowel = "", IsInherent = false };
        }
    }

    private sealed record Syllable(string Consonant, string Vowel)
    {
        public string End { get; init; } = "";

        public bool IsInherent { get; init; }
    }
}
