namespace Rahdari.Documents.Mrz;

/// <summary>The name field (Doc 9303-3 §4.6): primary and secondary identifier with two fillers between.</summary>
/// <param name="Primary">Components separated by a space.</param>
/// <param name="Secondary">Components separated by a space; empty where there is none.</param>
/// <param name="IsFull">True where the last position is no filler.</param>
/// <param name="StrayFiller">0-based column within the field of a filler where none belongs, or null.</param>
internal sealed record MrzNameField(string Primary, string Secondary, bool IsFull, int? StrayFiller)
{
    public static MrzNameField Read(MrzLayout layout, IReadOnlyList<string> lines)
    {
        var name = Read(layout.Name?.In(lines) ?? "");
        if (layout.GivenNames?.In(lines) is not { } given)
            return name;
        // Where the given names have a place of their own two fillers separate one from the next.
        return name with { Secondary = Components(given), IsFull = name.IsFull || given[^1] != '<' };
    }

    private static MrzNameField Read(string field)
    {
        var text = field.TrimEnd('<');
        var separator = text.IndexOf("<<", StringComparison.Ordinal);
        var primary = separator < 0 ? text : text[..separator];
        var secondary = separator < 0 ? "" : text[(separator + 2)..];
        int? stray = text.StartsWith('<') ? 0
            : secondary.StartsWith('<') ? separator + 2
            : secondary.IndexOf("<<", StringComparison.Ordinal) is >= 0 and var inside ? separator + 2 + inside
            : null;
        return new MrzNameField(Components(primary), Components(secondary), field.Length > 0 && field[^1] != '<', stray);
    }

    private static string Components(string text) => string.Join(' ', text.Split('<', StringSplitOptions.RemoveEmptyEntries));
}
