using System.Globalization;
using System.Text;

namespace Rahdari.Bench.Screening.Names;

/// <summary>A name in capitals without marks and punctuation: what every peer compares, and what the noise begins from.</summary>
internal static class PlainName
{
    /// <summary>Capitals, marks left out, apostrophes left out, everything else that is no letter or digit a blank.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark || character is '\'' or '’' or '‘' or '`' or 'ʿ' or 'ʾ')
                continue;
            if (char.IsLetterOrDigit(character))
                plain.Append(char.ToUpperInvariant(character));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The parts of a plain name.</summary>
    public static string[] Parts(string plain) => plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parts in alphabetical order, joined: what comparing without regard to order compares.</summary>
    public static string Sorted(string plain) => string.Join(' ', Parts(plain).Order(StringComparer.Ordinal));

    /// <summary>True where every letter is one of A to Z.</summary>
    public static bool IsLatin(string plain) => plain.Length > 0 && plain.All(c => char.IsAsciiLetter(c) || c == ' ');
}
