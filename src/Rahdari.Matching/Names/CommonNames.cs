using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Names that so many people bear that they prove little, though tables and lists know few of them: the commonest of South
/// and West Asia. Titles that have become names, and the parts of compounds, are among them.
/// </summary>
internal static class CommonNames
{
    /// <summary>Each is taken to be borne by one of so many people of the region, where no table says more.</summary>
    public const int OneIn = 32;

    private static readonly string[] BySound =
    [
        "MUHAMMAD", "AHMAD", "MAHMUD", "ALI", "HASSAN", "HUSSAIN", "ALLAH", "RAHMAN", "RAHIM", "KARIM", "KHAN", "SHAH", "IBRAHIM",
        "ISMAIL", "YUSUF", "OMAR", "USMAN", "HAMID", "RASHID", "KHALID", "SALEH", "SAID", "JAN", "GUL", "FATIMA", "MARYAM", "AISHA", "SINGH", "KUMAR", "CHAUDHRY", "MALIK",
    ];

    private static readonly FrozenSet<string> Sounds = BySound.Select(Skeleton.Of).Where(s => s.Length >= 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Too short to be known by their sound: others sound the same.</summary>
    private static readonly FrozenSet<string> Spellings = "ABD ABU UMM DIN MIR BEG MIRZA MIAN AGHA SHAH KHAN MALIK CHAUDHRY SAHIB BIBI BEGUM".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that are known by their sound, each in one spelling.</summary>
    public static IEnumerable<string> KnownBySound => BySound;

    /// <summary>Those that are known by their spelling alone.</summary>
    public static IEnumerable<string> KnownBySpelling => Spellings;

    /// <summary>True where the token sounds like one of them.</summary>
    public static bool Contains(NameToken token) => Spellings.Contains(token.Text) || (Sounds.Contains(token.Skeleton) && token.Text.Length >= 2);
}
