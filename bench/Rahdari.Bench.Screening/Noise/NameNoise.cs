using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Names;
using Rahdari.Documents.Names;

namespace Rahdari.Bench.Screening.Noise;

/// <summary>The kinds of variants, with the share that each has of the whole.</summary>
internal static class NameNoise
{
    private const int PassportField = 39;
    private const int CardField = 30;

    private static readonly string[] Titles = ["HAJI", "SYED", "MUHAMMAD", "MOHD", "MULLAH", "KHAN", "BIBI", "MAULVI", "SHEIKH", "DR", "HAFIZ", "QARI"];

    /// <summary>Every kind; the shares sum to 100.</summary>
    public static readonly NoiseKind[] Kinds =
    [
        new("exact", 20, (e, _, _) => Names(e) is null ? null : new(e.Whole.Names[0].Text)),
        new("alias held out, a part shared with another name", 6, (e, _, _) => e.Alias is { } alias && SharesPart(e, alias) ? new(alias) : null),
        new("alias held out, no part shared", 1, (e, _, _) => e.Alias is { } alias && !SharesPart(e, alias) ? new(alias) : null),
        new("parts swapped", 6, (e, _, d) => Joined(Swapped(e.Parts, d))),
        new("part missing, of three or more", 6, (e, _, d) => Joined(Missing(e.Parts, d))),
        new("part added", 4, (e, s, d) => Joined(Added(e.Parts, s.Region.Given("PAK", e.Whole.Sex ?? 'M', d), d))),
        new("initial for a part", 3, (e, _, d) => Joined(Initial(e.Parts, d))),
        new("two parts joined", 4, (e, _, d) => Joined(JoinedParts(e.Parts, d))),
        new("part split", 2, (e, _, d) => Joined(Split(e.Parts, d))),
        new("spelt by ear (Arabic)", 10, (e, s, d) => Joined(ByEar(e.Parts, s.Arabic, d))),
        new("spelt by ear (Russian)", 3, (e, s, d) => Joined(ByEar(e.Parts, s.Russian, d))),
        new("title or prefix added", 4, (e, _, d) => Names(e) is { } name ? Titled(name, d) : null),
        new("keyboard slip", 3, (e, _, d) => Text(Names(e) is { } name ? Slips.Keyboard(name, d) : null)),
        new("optical reading", 3, (e, _, d) => Text(Names(e) is { } name ? Slips.Optical(name, d) : null)),
        new("one edit", 5, (e, _, d) => Text(Names(e) is { } name ? Slips.Edit(name, d) : null)),
        new("two edits", 4, (e, _, d) => Text(Names(e) is { } name && Slips.Edit(name, d) is { } once ? Slips.Edit(once, d) : null)),
        new("machine readable zone of a passport", 6, (e, _, _) => Zone(e.Parts, PassportField, cutAlone: false)),
        new("machine readable zone of a passport, cut", 1, (e, _, _) => Zone(e.Parts, PassportField, cutAlone: true)),
        new("machine readable zone of a card, cut", 2, (e, _, _) => Zone(e.Parts, CardField, cutAlone: true)),
        new("married name", 1, (e, s, d) => Joined(Married(e.Parts, s.Region.Last("PAK", 'M', d)))),
        new("original script, listed", 2, (e, _, _) => e.OriginalScript is null ? Script(e) : null),
        new("original script, held out", 2, (e, _, _) => Text(e.OriginalScript)),
        new("Arabic script from the table", 1, (e, s, _) => Joined(Original(e.Parts, s.Arabic))),
        new("Cyrillic script from the table", 1, (e, s, _) => Joined(Original(e.Parts, s.Russian))),
    ];

    /// <summary>The kinds that need nothing but the parts of a name: those that the national list is searched with.</summary>
    public static readonly NoiseKind[] OfParts = [.. Kinds.Where(k => !k.Name.StartsWith("alias", StringComparison.Ordinal) && !k.Name.StartsWith("original", StringComparison.Ordinal) && !k.Name.EndsWith("table", StringComparison.Ordinal))];

    private static string? Names(HeldOut entry) => entry.Parts.Length == 0 ? null : string.Join(' ', entry.Parts);

    private static SearchedName? Text(string? name) => name is null ? null : new(name);

    private static SearchedName? Joined(IReadOnlyList<string>? parts) => parts is { Count: > 0 } ? new(string.Join(' ', parts)) : null;

    private static bool SharesPart(HeldOut entry, string alias)
    {
        var others = entry.Indexed.Names.SelectMany(n => PlainName.Parts(PlainName.Of(n.Text))).ToHashSet(StringComparer.Ordinal);
        return PlainName.Parts(PlainName.Of(alias)).Any(p => p.Length >= 3 && others.Contains(p));
    }

    private static SearchedName? Script(HeldOut entry) =>
        entry.Whole.Names.Skip(1).FirstOrDefault(n => n.Kind == Matching.ListedNameKind.OriginalScript) is { } name ? new(name.Text) : null;

    private static string[]? Swapped(string[] parts, Dice dice)
    {
        if (parts.Length < 2)
            return null;
        var (from, to) = (dice.Next(parts.Length), dice.Next(parts.Length - 1));
        to += to >= from ? 1 : 0;
        string[] swapped = [.. parts];
        (swapped[from], swapped[to]) = (swapped[to], swapped[from]);
        return swapped;
    }

    private static string[]? Missing(string[] parts, Dice dice)
    {
        int[] places = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i].Length >= 3)];
        return places.Length < 3 ? null : Without(parts, dice.Pick(places));
    }

    private static string[] Without(string[] parts, int at) => [.. parts[..at], .. parts[(at + 1)..]];

    private static string[]? Added(string[] parts, string part, Dice dice)
    {
        if (parts.Length == 0)
            return null;
        var at = dice.Next(parts.Length + 1);
        return [.. parts[..at], part, .. parts[at..]];
    }

    private static string[]? Initial(string[] parts, Dice dice)
    {
        int[] places = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i].Length >= 3)];
        if (places.Length < 3)
            return null;
        var at = places[dice.Next(places.Length - 1)];
        return [.. parts[..at], parts[at][..1], .. parts[(at + 1)..]];
    }

    private static string[]? JoinedParts(string[] parts, Dice dice)
    {
        if (parts.Length < 2)
            return null;
        var at = dice.Next(parts.Length - 1);
        return [.. parts[..at], parts[at] + parts[at + 1], .. parts[(at + 2)..]];
    }

    private static string[]? Split(string[] parts, Dice dice)
    {
        int[] places = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i].Length >= 6)];
        if (places.Length == 0)
            return null;
        var at = dice.Pick(places);
        var cut = 2 + dice.Next(parts[at].Length - 3);
        return [.. parts[..at], parts[at][..cut], parts[at][cut..], .. parts[(at + 1)..]];
    }

    /// <summary>Every part that the table knows in another usual spelling, at least one; a part stays with one chance in two where another was changed.</summary>
    private static string[]? ByEar(string[] parts, SpellingTable table, Dice dice)
    {
        string[] changed = [.. parts];
        var any = false;
        foreach (var at in Enumerable.Range(0, parts.Length).OrderBy(_ => dice.Share()).ToArray())
        {
            var others = table.Others(parts[at]);
            if (others.Count == 0 || (any && dice.Chance(0.5)))
                continue;
            changed[at] = new Weighted<string>(others).Draw(dice);
            any = true;
        }
        return any ? changed : null;
    }

    private static SearchedName? Titled(string name, Dice dice)
    {
        var title = dice.Pick(Titles.Where(t => !name.Contains(t, StringComparison.Ordinal)).ToArray());
        return new(title is "KHAN" or "BIBI" ? $"{name} {title}" : $"{title} {name}");
    }

    /// <summary>The last part, with its article, as primary identifier (Doc 9303-3 §4.6).</summary>
    private static SearchedName? Zone(string[] parts, int width, bool cutAlone)
    {
        if (parts.Length < 2)
            return null;
        var surname = Surname(parts);
        var field = MrzName.Compose(string.Join(' ', parts[surname..]), string.Join(' ', parts[..surname]), width);
        var isCut = field[^1] != '<';
        return cutAlone && !isCut ? null : new(string.Join(' ', field.Split('<', StringSplitOptions.RemoveEmptyEntries)), isCut);
    }

    private static string[]? Married(string[] parts, string surname) => parts.Length < 2 ? null : [.. parts[..Surname(parts)], surname];

    private static int Surname(string[] parts) => parts.Length > 2 && parts[^2] is "AL" or "EL" or "BIN" or "IBN" or "ABU" or "UR" or "UL" ? parts.Length - 2 : parts.Length - 1;

    private static string[]? Original(string[] parts, SpellingTable table)
    {
        string[] originals = [.. parts.Select(table.Original).OfType<string>()];
        return parts.Length == 0 || originals.Length < parts.Length ? null : originals;
    }
}
