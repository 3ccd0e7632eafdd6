using System.Globalization;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>From a name in any script and spelling to tokens that can be compared. Pure and thread-safe; bounded on any text.</summary>
internal static class NameFolding
{
    private const int LongestName = 300;
    /// <summary>So many tokens of a name count.</summary>
    public const int MostTokens = 16;


    /// <summary>Usual abbreviations of the commonest name, written out.</summary>
    private static readonly HashSet<string> Muhammad = new(StringComparer.Ordinal) { "MOHD", "MUHD", "MHD", "MOHMD", "MD" };

    /// <summary>The tokens of a name, in order; at most the first 300 characters and 16 tokens count.</summary>
    public static IReadOnlyList<NameToken> Tokens(string name)
    {
        var folded = Fold(name.Length > LongestName ? name[..LongestName] : name);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tokens = new List<NameToken>(Math.Min(words.Length, MostTokens));
        foreach (var word in words.Take(MostTokens))
            tokens.Add(Token(word));
        // A name of particles only ("Mullah") has nothing else to be told by.
        if (tokens.Count > 0 && tokens.TrueForAll(t => t.IsParticle))
            return [.. tokens.Select(t => t with { IsParticle = false })];
        return tokens;
    }

    /// <summary>One token of a folded word.</summary>
    public static NameToken Token(string word)
    {
        var text = Muhammad.Contains(word) ? "MUHAMMAD" : word;
        return new NameToken(text, Skeleton.Of(text), Particles.Contains(text));
    }

    private static string Fold(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        foreach (var rune in Composed(name).EnumerateRunes())
        {
            var upper = Rune.ToUpperInvariant(rune);
            if (upper.IsBmp && ScriptTable.Of((char)upper.Value) is { } spelling)
                result.Append(spelling);
            else if (Rune.IsLetter(upper))
                Append(result, upper);
            else if (!IsSilent(upper))
                result.Append(' ');
        }
        return result.ToString();
    }

    /// <summary>Composed where it is valid Unicode; a broken surrogate would throw.</summary>
    private static string Composed(string name)
    {
        var valid = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            valid.Append(rune.ToString());
        return valid.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>A letter without its marks; letters of scripts without a table stay as they are.</summary>
    private static void Append(StringBuilder result, Rune letter)
    {
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetter(part))
                result.Append(part.ToString());
        }
    }

    /// <summary>Apostrophes and marks join what stands on both sides; everything else that is no letter separates.</summary>
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or '`' or '´' or 'ʹ' or '“' or '”' or '"' or '\u200B' or '\u200C' or '\u200D'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
