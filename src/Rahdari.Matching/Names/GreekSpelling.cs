using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>A word in Greek script by ELOT 743 (BGN/PCGN 1996), which Greek passports use.</summary>
internal static class GreekSpelling
{
    private static readonly FrozenDictionary<char, string> Letters =
        LetterTable.Read("Α A Β V Γ G Δ D Ε E Ζ Z Η I Θ TH Ι I Κ K Λ L Μ M Ν N Ξ X Ο O Π P Ρ R Σ S Τ T Υ Y Φ F Χ CH Ψ PS Ω O");

    /// <summary>True for the letters of the script, with marks or without.</summary>
    public static bool Contains(char letter) => letter is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF');

    /// <summary>Appends a word.</summary>
    /// <param name="word">Letters of the script.</param>
    /// <param name="result">A–Z are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        var letters = Unmarked(word);
        for (var i = 0; i < letters.Length; i++)
        {
            var (before, after) = (i > 0 ? letters[i - 1] : '\0', i + 1 < letters.Length ? letters[i + 1] : '\0');
            switch (letters[i])
            {
                case 'Υ' when before == 'Ο':
                    result.Append('U');
                    break;
                case 'Υ' when before is 'Α' or 'Ε' or 'Η':
                    result.Append(after is 'Θ' or 'Κ' or 'Ξ' or 'Π' or 'Σ' or 'Τ' or 'Φ' or 'Χ' or 'Ψ' or '\0' ? 'F' : 'V');
                    break;
                case 'Μ' when after == 'Π' && i == 0:
                    result.Append('B');
                    i++;
                    break;
                case 'Γ' when after is 'Γ' or 'Χ' or 'Ξ':
                    result.Append('N');
                    break;
                default:
                    if (Letters.TryGetValue(letters[i], out var spelling))
                        result.Append(spelling);
                    break;
            }
        }
    }

    private static string Unmarked(ReadOnlySpan<char> word) =>
        string.Concat(word.ToString().Normalize(NormalizationForm.FormD).Where(char.IsLetter).Select(c => c == 'ς' ? 'Σ' : char.ToUpperInvariant(c)));
}
