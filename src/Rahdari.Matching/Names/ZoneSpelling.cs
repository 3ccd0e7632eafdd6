namespace Rahdari.Matching.Names;

/// <summary>Letters that a machine readable zone writes with two where a list may write one (Doc 9303-3 §6 A): Ä is AE, Å is AA, Ö is OE, Ü is UE.</summary>
internal static class ZoneSpelling
{
    /// <summary>True where two tokens differ by nothing else.</summary>
    public static bool AreOne(in TokenView a, in TokenView b) =>
        a.Skeleton.SequenceEqual(b.Skeleton) && (a.Text.SequenceEqual(b.Text) || ((HasTwo(a.Text) || HasTwo(b.Text)) && Short(a.Text.ToString()) == Short(b.Text.ToString())));

    private static bool HasTwo(ReadOnlySpan<char> text) => text.Contains("AE", StringComparison.Ordinal) || text.Contains("AA", StringComparison.Ordinal) || text.Contains("OE", StringComparison.Ordinal) || text.Contains("UE", StringComparison.Ordinal);

    private static string Short(string text) =>
        text.Replace("AE", "A", StringComparison.Ordinal).Replace("AA", "A", StringComparison.Ordinal)
            .Replace("OE", "O", StringComparison.Ordinal).Replace("UE", "U", StringComparison.Ordinal);
}
