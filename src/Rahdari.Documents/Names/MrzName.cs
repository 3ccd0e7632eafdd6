using System.Globalization;
using System.Text;

namespace Rahdari.Documents.Names;

/// <summary>Names as a machine readable zone carries them (Doc 9303-3 §4.6 and §6). Pure and thread-safe.</summary>
public static class MrzName
{
    private const char TehMarbuta = 'ة';

    /// <summary>
    /// Transliterates a name to A–Z, components separated by one space: hyphens, commas and blanks separate, apostrophes
    /// and full stops are left out, characters without a rule are left out.
    /// </summary>
    public static string Transliterate(string name)
    {
        var result = new StringBuilder(name.Length);
        var text = name.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is >= 'A' and <= 'Z')
                result.Append(character);
            else if (character == TehMarbuta && (i + 1 == text.Length || !char.IsLetter(text[i + 1])))
                result.Append("XAH"); // Doc 9303-3 appendix B.5.5: XAH where it ends a component, otherwise XTA.
            else if (Transliteration.Of(character) is { } letters)
                result.Append(letters);
            else if (char.IsWhiteSpace(character) || character == ',' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation)
                result.Append(' ');
            else if (Bare(character) is { } bare)
                result.Append(bare);
        }
        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The name field of <paramref name="width"/> characters (39 for TD3 and MRV-A, 31 for TD2 and MRV-B, 30 for TD1).
    /// Where the name is too long its last position is a letter, and both identifiers are in it (§4.6).
    /// </summary>
    /// <param name="primaryIdentifier">Usually the surname, in any script of §6.</param>
    /// <param name="secondaryIdentifier">Usually the given names; may be empty.</param>
    /// <param name="width">The field's width, at least 4.</param>
    public static string Compose(string primaryIdentifier, string secondaryIdentifier, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 4);
        var primary = Transliterate(primaryIdentifier).Replace(' ', '<');
        var secondary = Transliterate(secondaryIdentifier).Replace(' ', '<');
        var full = secondary.Length == 0 ? primary : $"{primary}<<{secondary}";
        if (full.Length <= width)
            return full.PadRight(width, '<');
        if (secondary.Length > 0)
        {
            // At least the first letter of the secondary identifier must fit behind the primary one.
            primary = Shorten(primary, width - 3);
            full = $"{primary}<<{secondary}";
        }
        return EndInLetter(full, width);
    }

    /// <summary>Cuts the last components to their first letter, one by one, then the first, until all fit.</summary>
    private static string Shorten(string identifier, int longest)
    {
        var components = identifier.Split('<');
        for (var i = components.Length - 1; i > 0 && components.Sum(c => c.Length + 1) - 1 > longest; i--)
            components[i] = components[i][..1];
        var shortened = string.Join('<', components);
        return shortened.Length <= longest ? shortened : shortened[..longest].TrimEnd('<');
    }

    private static string EndInLetter(string full, int width)
    {
        var text = full;
        while (text.Length > width && text[width - 1] == '<')
        {
            // A letter of the component before makes room for the first letter of the next.
            var end = width - 2;
            while (end > 0 && text[end] == '<')
                end--;
            text = text.Remove(end, 1);
        }
        return text.Length >= width ? text[..width] : text.PadRight(width, '<');
    }

    /// <summary>A letter without its marks, or null.</summary>
    private static char? Bare(char character)
    {
        if (char.IsSurrogate(character))
            return null;
        var first = character.ToString().Normalize(NormalizationForm.FormD)[0];
        return first is >= 'A' and <= 'Z' ? first : null;
    }
}
