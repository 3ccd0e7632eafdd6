using System.Globalization;
using System.Text;

namespace Rahdari.Documents.Names;

/// <summary>Names as a machine readable zone carries them (Doc 9303-3 §4.6 and §6). Pure and thread-safe.</summary>
public static class MrzName
{
    private const char TehMarbuta = 'ة';
    private const char Shadda = '\u0651';

    /// <summary>
    /// Transliterates a name to A–Z, components separated by one space: hyphens, commas and blanks separate; everything
    /// else that §6 has no rule for (apostrophes, full stops, digits, vowel marks, other scripts) is left out. Never throws.
    /// </summary>
    public static string Transliterate(string name)
    {
        // Runes replace broken surrogates, at which Normalize throws. Form KC also unfolds presentation forms and full-width letters.
        var text = string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        var result = new StringBuilder(text.Length);
        var letters = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMark(text[i]))
            {
                // §6, table C: shadda doubles its letter, from which normalization may have parted it by a vowel mark.
                if (text[i] == Shadda)
                    result.Append(letters);
                continue;
            }
            letters = Letters(text, i);
            result.Append(letters);
        }
        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The name field of <paramref name="width"/> characters (39 for TD3 and MRV-A, 31 for TD2 and MRV-B, 30 for TD1).
    /// Where the name is too long its last position is a letter, and both identifiers are in it (parts 4 to 7, §4.2.2).
    /// A name of one part stands as the primary identifier, whichever it was given as.
    /// </summary>
    /// <param name="primaryIdentifier">Usually the surname, in any script of §6.</param>
    /// <param name="secondaryIdentifier">Usually the given names; may be empty.</param>
    /// <param name="width">The field's width, at least 6.</param>
    public static string Compose(string primaryIdentifier, string secondaryIdentifier, int width) =>
        Fit(Transliterate(primaryIdentifier), Transliterate(secondaryIdentifier), width);

    /// <summary>As <see cref="Compose"/>, of identifiers that are transliterated already.</summary>
    internal static string Fit(string primaryIdentifier, string secondaryIdentifier, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 6);
        var primary = Components(primaryIdentifier, width);
        var secondary = Components(secondaryIdentifier, width);
        if (primary.Length == 0)
            (primary, secondary) = (secondary, primary);
        if (secondary.Length == 0)
            return Cut(primary, width);
        var full = $"{primary}<<{secondary}";
        if (full.Length > width)
        {
            // Two letters of the secondary identifier, as the standard's examples have it.
            var longest = width - 2 - Math.Min(2, secondary.Length);
            while (primary.Length > longest)
                primary = Shorten(primary);
            full = $"{primary}<<{secondary}";
        }
        return Cut(full, width);
    }

    private static string Letters(string text, int i)
    {
        var character = text[i];
        if (character is >= 'A' and <= 'Z')
            return character.ToString();
        if (character == TehMarbuta && EndsComponent(text, i))
            return "XAH"; // §6, table C: XAH where it ends a component, otherwise XTA.
        if (Transliteration.Of(character) is { } letters)
            return letters;
        if (char.IsWhiteSpace(character) || character is ',' or '،' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation)
            return " ";
        return char.IsSurrogate(character) ? "" : Bare(character);
    }

    private static bool EndsComponent(string text, int i)
    {
        var next = i + 1;
        while (next < text.Length && IsMark(text[next]))
            next++;
        return next == text.Length || !char.IsLetter(text[next]);
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>A letter without its marks; empty where that is none of A–Z.</summary>
    private static string Bare(char character)
    {
        var first = char.ToUpperInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]);
        return first is >= 'A' and <= 'Z' ? first.ToString() : "";
    }

    /// <summary>The components with a filler between; no more of a long name than can matter for a field of the width.</summary>
    private static string Components(string identifier, int width)
    {
        var text = identifier.Replace(' ', '<');
        return text.Length <= 4 * width ? text : text[..(4 * width)].TrimEnd('<');
    }

    /// <summary>One character less: the last letter of the last component that has two; of initials alone, the last filler.</summary>
    private static string Shorten(string text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] != '<' && text[i - 1] != '<')
                return text.Remove(i, 1);
        }
        return text.Remove(text.LastIndexOf('<'), 1);
    }

    /// <summary>Exactly the width; what is cut ends in a letter, which marks it as cut.</summary>
    private static string Cut(string text, int width)
    {
        if (text.Length <= width)
            return text.PadRight(width, '<');
        // A letter of a component before makes room for the first letter of the next.
        return text[width - 1] == '<' ? Shorten(text[..(width + 1)]) : text[..width];
    }
}
