using System.Globalization;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>Writes a name of any script in Latin capitals, word by word. Letters of scripts without a table stay as they are.</summary>
internal static class LatinSpelling
{
    /// <summary>The words of a name; none is empty.</summary>
    public static List<string> Words(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        if (Ascii.IsValid(name))
            AppendAscii(name, text);
        else
            AppendAny(Composed(name), text);
        return Split(text.ToString());
    }

    private static void AppendAscii(string name, StringBuilder text)
    {
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                text.Append(char.ToUpperInvariant(letter));
            else if (letter is not ('\'' or '`' or '"'))
                text.Append(' ');
        }
    }

    private static void AppendAny(string name, StringBuilder text)
    {
        for (var at = 0; at < name.Length;)
        {
            if (Scripts.Of(name[at]) is { } script)
            {
                // A word of one script is spelt as a whole.
                var end = at + 1;
                while (end < name.Length && (script.Contains(name[end]) || name[end] is '\u200B' or '\u200C' or '\u200D'))
                    end++;
                script.Append(name.AsSpan(at, end - at), text);
                at = end;
                continue;
            }
            var rune = Rune.GetRuneAt(name, at);
            Append(rune, text);
            at += rune.Utf16SequenceLength;
        }
    }

    private static void Append(Rune rune, StringBuilder text)
    {
        // A mark has no capital (iota subscript would become a letter).
        var upper = Rune.IsLetter(rune) ? Rune.ToUpperInvariant(rune) : rune;
        if (upper.IsBmp && ScriptTable.Of((char)upper.Value) is { } spelling)
            text.Append(spelling);
        else if (Rune.IsLetter(upper))
            AppendUnmarked(upper, text);
        else if (upper.IsAscii && Rune.IsDigit(upper))
            text.Append((char)upper.Value);
        else if (!IsSilent(upper))
            text.Append(' ');
    }

    /// <summary>A letter without its marks.</summary>
    private static void AppendUnmarked(Rune letter, StringBuilder text)
    {
        if (letter.IsAscii)
        {
            text.Append((char)letter.Value);
            return;
        }
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (part.IsBmp && Scripts.Of((char)part.Value) is { } script)
                script.Append([(char)part.Value], text);
            else if (part.IsBmp && ScriptTable.Of((char)part.Value) is { } spelling)
                text.Append(spelling);
            else if (Rune.IsLetter(part))
                text.Append(part.ToString());
        }
    }

    /// <summary>Composed; half a surrogate and what is no character (U+FFFE) would throw, and separate.</summary>
    private static string Composed(string name)
    {
        var valid = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            valid.Append((rune.Value & 0xFFFE) == 0xFFFE ? " " : rune.ToString());
        return valid.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>At blanks; a digit in a word is the letter that it was read for, or separates where it is like none.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>(6);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (!word.ContainsAnyInRange('0', '9'))
            {
                if (word.Length > 0)
                    words.Add(word.ToString());
            }
            else if (word.ContainsAnyExceptInRange('0', '9'))
            {
                foreach (var part in word.ToString().Replace('0', 'O').Replace('1', 'I').Replace('5', 'S').Replace('8', 'B').Split('2', '3', '4', '6', '7', '9'))
                {
                    if (part.Length > 0)
                        words.Add(part);
                }
            }
        }
        return words;
    }

    /// <summary>Apostrophes and marks join what stands on both sides; everything else that is no letter separates.</summary>
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or '`' or '´' or 'ʹ' or '“' or '”' or '"' or '\u200B' or '\u200C' or '\u200D'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
