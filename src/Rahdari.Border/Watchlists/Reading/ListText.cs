using System.Text;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>Text of a list, as it is kept.</summary>
internal static class ListText
{
    /// <summary>Blanks and line breaks are layout and become one blank; control characters, which no storage wants, too; none at the ends.</summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsBlank(character))
                result.Append(character);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        return result.ToString().TrimEnd(' ');
    }

    private static bool NeedsCleaning(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // One blank between two other characters is as it should be.
            if (IsBlank(text[i]) && (text[i] != ' ' || i == 0 || i + 1 == text.Length || IsBlank(text[i + 1])))
                return true;
        }
        return false;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);
}
