using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Names;

/// <summary>The name on the page beside the name in the zone. Pure and thread-safe; any text is answered.</summary>
/// <param name="Agreement">How they agree.</param>
/// <param name="Tables">The transliteration tables that the page's letters took, in order.</param>
/// <param name="VisualPart">Where they do not simply agree, the page's first name that has no counterpart; otherwise null.</param>
/// <param name="ZonePart">Likewise of the zone.</param>
public sealed record NameComparison(NameAgreement Agreement, IReadOnlyList<TransliterationTable> Tables, string? VisualPart = null, string? ZonePart = null)
{
    /// <summary>More of a name than this is not looked at; a zone has 39 letters.</summary>
    private const int Longest = 200;

    /// <summary>Compares the names of a page with those of a zone.</summary>
    /// <param name="visualPrimary">The surname as printed, in Latin, Cyrillic or Arabic letters.</param>
    /// <param name="visualSecondary">The given names as printed; may be empty.</param>
    /// <param name="zone">The zone's fields.</param>
    public static NameComparison Of(string visualPrimary, string visualSecondary, MrzFields zone)
    {
        var (primary, secondary) = (zone.PrimaryIdentifier, zone.SecondaryIdentifier);
        if (zone.Format == MrzFormat.RussianInternalPassport)
            (primary, secondary) = (RussianLetters.Decode(primary), RussianLetters.Decode(secondary));
        return Of(visualPrimary, visualSecondary, primary, secondary, zone.NameMayBeTruncated);
    }

    /// <summary>Compares the names of a page with those of a zone, or of another page.</summary>
    /// <param name="visualPrimary">The surname as printed, in Latin, Cyrillic or Arabic letters.</param>
    /// <param name="visualSecondary">The given names as printed; may be empty.</param>
    /// <param name="zonePrimary">The primary identifier, components separated by a blank.</param>
    /// <param name="zoneSecondary">The secondary identifier; may be empty.</param>
    /// <param name="mayBeTruncated">Whether the zone's name fills its field.</param>
    public static NameComparison Of(string visualPrimary, string visualSecondary, string zonePrimary, string zoneSecondary, bool mayBeTruncated)
    {
        var page = (Primary: PrintedName.Of(Head(visualPrimary)), Secondary: PrintedName.Of(Head(visualSecondary)));
        var (first, second) = (Head(zonePrimary), Head(zoneSecondary));
        // A name of one part stands as the primary identifier, whichever it was given as (Doc 9303-5 §4.2.2.3).
        if (page.Primary.IsEmpty)
            page = (page.Secondary, page.Primary);

        if (page.Primary.Match(first) is { } a && page.Secondary.Match(second) is { } b)
            return Same([.. a.Union(b).Order()]);
        if (page.Primary.Match(second) is not null && page.Secondary.Match(first) is not null)
            return new NameComparison(NameAgreement.PartsExchanged, []);

        var printed = page.Primary.Components().Concat(page.Secondary.Components()).ToList();
        var read = Words(first).Concat(Words(second)).ToList();
        if (mayBeTruncated && Begins(page.Primary, first) && Begins(page.Secondary, second))
            return new NameComparison(NameAgreement.Truncated, TablesOf(printed, read), page.Secondary.Components().Concat(page.Primary.Components()).FirstOrDefault(p => !read.Any(r => p.Match(r) is not null))?.Text);

        var unprinted = read.Where(r => !printed.Any(p => p.Match(r) is not null)).ToList();
        var unread = printed.Where(p => !read.Any(r => p.Match(r) is not null)).ToList();
        var agreement = (unread.Count, unprinted.Count) switch
        {
            (0, 0) when printed.Count == read.Count => NameAgreement.PartsExchanged,
            (_, 0) when read.Count > 0 => NameAgreement.PartsMissing,
            (0, _) when printed.Count > 0 => NameAgreement.PartsMissing,
            _ => NameAgreement.Different,
        };
        return new NameComparison(agreement, TablesOf(printed, read), unread.FirstOrDefault()?.Text, unprinted.FirstOrDefault());
    }

    private static NameComparison Same(IReadOnlyList<TransliterationTable> tables) =>
        new(tables.Count == 0 ? NameAgreement.Equal : NameAgreement.EqualByTransliteration, tables);

    private static string Head(string text) => text.Length <= Longest ? text : text[..Longest];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each component of the zone begins that of the page in its place; the page may have more.</summary>
    private static bool Begins(PrintedName printed, string read)
    {
        var components = printed.Components();
        var words = Words(read);
        return words.Length <= components.Count && (words.Length > 0 || components.Count == 0)
            && words.Zip(components).All(pair => pair.Second.BeginsWith(pair.First));
    }

    private static IReadOnlyList<TransliterationTable> TablesOf(IEnumerable<PrintedName> printed, IReadOnlyList<string> read) =>
        [.. printed.SelectMany(p => read.Select(p.Match).FirstOrDefault(tables => tables is not null) ?? []).Distinct().Order()];
}
