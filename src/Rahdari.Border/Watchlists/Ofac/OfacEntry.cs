using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>From a row of sdn.csv and the rows of the other tables that belong to it to an entry.</summary>
internal static class OfacEntry
{
    private static readonly Dictionary<string, WatchlistEntryKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = WatchlistEntryKind.Entity,
        ["entity"] = WatchlistEntryKind.Entity,
        ["individual"] = WatchlistEntryKind.Individual,
        ["vessel"] = WatchlistEntryKind.Vessel,
        ["aircraft"] = WatchlistEntryKind.Aircraft,
    };

    /// <summary>Columns without a field of an entry, and what they are called in the remarks.</summary>
    private static readonly (string Column, string Label)[] Described =
    [
        ("Call_Sign", "Call sign"), ("Vess_type", "Vessel type"), ("Tonnage", "Tonnage"), ("GRT", "Gross registered tonnage"), ("Vess_flag", "Flag"), ("Vess_owner", "Owner"),
    ];

    /// <summary>What the list's word says is listed; null where it is none that is known.</summary>
    public static WatchlistEntryKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The entry, or null where it lacks what none can be without: the error is told.</summary>
    public static WatchlistEntry? Read(OfacRow row, IReadOnlyList<OfacRow> parts, ListErrors errors)
    {
        // A person taken for something else would not be screened: a kind that is unknown is no small thing.
        if (KindOf(row["SDN_Type"] ?? "") is not { } kind)
        {
            errors.Reject(ListRule.KindUnknown.Broken(row.File, row.Line, 0, "SDN_Type", ("found", row["SDN_Type"])));
            return null;
        }
        if (row["SDN_Name"] is not { } name || !name.Any(char.IsLetterOrDigit))
        {
            errors.Reject(ListRule.NameMissing.Broken(row.File, row.Line, 0, "SDN_Name", ("reference", row.Reference)));
            return null;
        }
        // Several programmes are written without the outer brackets: SDGT] [IFSR.
        var entry = new EntryDraft(row.Reference!, kind) { Programme = (row["Program"] ?? "").Replace("] [", ", ", StringComparison.Ordinal).Trim('[', ']') };
        entry.Name(OfacName.Natural(name, kind), ListedNameKind.Primary);
        foreach (var title in (row["Title"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            entry.Designation(title);
        foreach (var part in parts.Where(p => p.Kind == OfacFile.Aliases))
            Alias(part, entry);
        foreach (var part in parts.Where(p => p.Kind == OfacFile.Addresses))
            Address(part, entry);
        OfacRemarks.Read(Remarks(row, parts), entry);
        foreach (var (column, label) in Described.Where(d => row[d.Column] is not null))
            entry.Remark($"{label}: {row[column]}");
        return entry.ToEntry();
    }

    /// <summary>Remarks that are longer than the column's 1,000 characters go on in sdn_comments.csv, cut where the column ended.</summary>
    public static string Remarks(OfacRow row, IReadOnlyList<OfacRow> parts) =>
        string.Concat(parts.Where(p => p.Kind == OfacFile.Comments).Select(p => p["Remarks_extended"]).Prepend(row["Remarks"]));

    private static void Alias(OfacRow part, EntryDraft entry)
    {
        if (part["alt_name"] is not { } name)
            return;
        var alias = OfacName.Alias(name, part["alt_type"], part["alt_remarks"], entry.Kind);
        entry.Name(alias.Text, alias.Kind);
        string?[] more = [OfacName.IsKnown(part["alt_type"]) ? null : part["alt_type"], part["alt_remarks"]];
        if (more.Any(m => m is not null))
            entry.Remark($"{alias.Text}: {string.Join("; ", more.Where(m => m is not null))}");
    }

    private static void Address(OfacRow part, EntryDraft entry)
    {
        var address = string.Join(", ", new[] { part["Address"], part["City/State/Province/Postal Code"], part["Country"] }.Where(a => a is not null));
        var remarks = part["Add_remarks"];
        if (address.Length > 0)
            entry.Address(remarks is null ? address : $"{address} ({remarks})");
        else if (remarks is not null)
            entry.Address(remarks);
    }
}
