using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Names that so many people bear that they prove little, whatever a list's own frequencies say: the commonest of South
/// and West Asia, each borne by about one person in a hundred or more, in one spelling; others are known by their sound.
/// </summary>
internal static class CommonNames
{
    private static readonly FrozenSet<string> Sounds = new[]
    {
        "MUHAMMAD", "AHMAD", "MAHMUD", "ALI", "HASSAN", "HUSSAIN", "ABDUL", "ABDALLAH", "ALLAH", "RAHMAN", "RAHIM", "KARIM", "KHAN", "SHAH", "IBRAHIM",
        "ISMAIL", "YUSUF", "OMAR", "USMAN", "HAMID", "RASHID", "KHALID", "SALEH", "SAID", "JAN", "GUL", "BIBI", "FATIMA", "MARYAM", "AISHA", "SINGH", "KUMAR",
    }.Select(Skeleton.Of).Where(s => s.Length >= 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the token sounds like one of them.</summary>
    public static bool Contains(NameToken token) => Sounds.Contains(token.Skeleton) && token.Text.Length >= 2;
}
