using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>A word in Hebrew script in its usual Latin spelling (BGN/PCGN without marks), vowels that are not written left out.</summary>
internal static class HebrewSpelling
{
    private static readonly FrozenDictionary<char, string> Letters =
        LetterTable.Read("א A ב B ג G ד D ה H ז Z ח H ט T כ K ך KH ל L מ M ם M נ N ן N ס S ע A פ P ף F צ TS ץ TS ק K ר R ש SH ת T");

    /// <summary>True for the letters and marks of the script.</summary>
    public static bool Contains(char letter) => letter is >= '\u0591' and <= '\u05F4';

    /// <summary>Appends a word.</summary>
    /// <param name="word">Letters of the script, marks among them or not.</param>
    /// <param name="result">A–Z are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var (before, after) = (i > 0 ? word[i - 1] : '\0', i + 1 < word.Length ? word[i + 1] : '\0');
            switch (word[i])
            {
                // Doubled they are consonants: ו V, י Y.
                case 'ו' when before == 'ו':
                case 'י' when before == 'י':
                case '׳' or '״':
                    break;
                case 'ו':
                    result.Append(i == 0 || after == 'ו' || after == 'א' ? "V" : "O");
                    break;
                case 'י':
                    result.Append(i == 0 || after is 'ה' or 'א' or 'ו' ? "Y" : "I");
                    break;
                case 'א' when i == 0 && after is 'ו' or 'י':
                    break; // carries the vowel that follows
                case 'ה' when after == '\0' && i > 0:
                    result.Append("AH");
                    break;
                case 'ג' or 'ז' or 'צ' when after == '׳':
                    result.Append(word[i] == 'צ' ? "CH" : "J");
                    break;
                default:
                    if (Letters.TryGetValue(word[i], out var spelling))
                        result.Append(spelling);
                    break;
            }
        }
    }
}
