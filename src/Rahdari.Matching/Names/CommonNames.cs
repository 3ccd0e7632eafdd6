using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Names that so many people bear that they prove little, whatever a list's own frequencies say: the commonest of South
/// and West Asia, each borne by about one person in a hundred or more, in one spelling; others are known by their sound. Titles that
/// have become names, and the parts of compounds, are among them.
/// </summary>
internal static class CommonNames
{
    private static readonly FrozenSet<string> Sounds = new[]
    {
        "MUHAMMAD", "AHMAD", "MAHMUD", "ALI", "HASSAN", "HUSSAIN", "ALLAH", "RAHMAN", "RAHIM", "KARIM", "KHAN", "SHAH", "IBRAHIM",
        "ISMAIL", "YUSUF", "OMAR", "USMAN", "HAMID", "RASHID", "KHALID", "SALEH", "SAID", "JAN", "GUL", "FATIMA", "MARYAM", "AISHA", "SINGH", "KUMAR", "CHAUDHRY", "MALIK",
    }.Select(Skeleton.Of).Where(s => s.Length >= 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Too short to be known by their sound: others sound the same.</summary>
    private static readonly FrozenSet<string> Spellings = "ABD ABU UMM DIN MIR BEG MIRZA MIAN AGHA SHAH KHAN MALIK CHAUDHRY SAHIB BIBI BEGUM".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the token sounds like one of them.</summary>
    public static bool Contains(NameToken token) => Spellings.Contains(token.Text) || (Sounds.Contains(token.Skeleton) && token.Text.Length >= 2);
}
