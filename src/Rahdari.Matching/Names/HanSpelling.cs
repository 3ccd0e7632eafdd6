using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// A name in Chinese characters in pinyin: the surname, then the given name as one word. A name with a character that the tables do not
/// name stays in characters: half a reading would meet others.
/// </summary>
internal static class HanSpelling
{
    private const int LongestName = 4;

    /// <summary>True for the unified characters of the first block.</summary>
    public static bool Contains(char letter) => letter is >= '\u4E00' and <= '\u9FFF';

    /// <summary>Appends a word.</summary>
    /// <param name="word">Characters.</param>
    /// <param name="result">A–Z and blanks are appended, or the characters.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        var start = result.Length;
        var family = Family(word);
        if (family > 0)
            result.Append(HanReadings.Surname(word[..family])).Append(' ');
        foreach (var character in word[family..])
        {
            if (HanReadings.Of(character) is not { } reading)
            {
                result.Length = start;
                result.Append(word);
                return;
            }
            result.Append(reading);
        }
    }

    /// <summary>How many characters are the surname: of a whole name only; a single character is read as one too.</summary>
    private static int Family(ReadOnlySpan<char> word)
    {
        if (word.Length is > 2 and <= LongestName && HanReadings.Surname(word[..2]) is not null)
            return 2;
        return word.Length <= LongestName && HanReadings.Surname(word[..1]) is not null ? 1 : 0;
    }
}
