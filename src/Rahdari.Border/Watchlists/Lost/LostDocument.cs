using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;
using Rahdari.Documents.Inspection;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Lost;

/// <summary>From a row to the entry of a reported document; without any of its needed parts it could name no document, and the row is told.</summary>
internal sealed class LostDocument(LostColumns columns, TableHeader header, string file, ListErrors errors)
{
    /// <summary>The words for what happened. A blank is told first: a stolen blank is no stolen passport.</summary>
    private static readonly (string Word, ReportKind Kind)[] Reasons =
    [
        ("stolen blank", ReportKind.StolenBlank), ("blank", ReportKind.StolenBlank), ("خالی", ReportKind.StolenBlank),
        ("stolen", ReportKind.Stolen), ("theft", ReportKind.Stolen), ("چوری", ReportKind.Stolen),
        ("lost", ReportKind.Lost), ("loss", ReportKind.Lost), ("گم", ReportKind.Lost),
        ("revoked", ReportKind.Revoked), ("cancelled", ReportKind.Revoked), ("canceled", ReportKind.Revoked), ("invalid", ReportKind.Revoked), ("منسوخ", ReportKind.Revoked),
    ];

    /// <summary>The column of the reference, for errors.</summary>
    public string ReferenceColumn => header.Names[columns.Reference ?? columns.Number];

    /// <summary>The entry, or null where the row cannot be used: the error is told.</summary>
    public WatchlistEntry? Read(HeadedRow row)
    {
        var number = row.Fields[columns.Number];
        if (!number.Any(char.IsAsciiLetterOrDigit))
            return Reject(ListRule.NumberMissing, row, columns.Number, ("found", number.Length == 0 ? "–" : number));
        if (CountryWords.OfAnyCode(row.Fields[columns.State]) is not { } state)
            return Reject(ListRule.ValueUnknown, row, columns.State, ("found", Shown(row.Fields[columns.State])), ("expected", "ISO 3166-1, Doc 9303"));
        var words = row.Fields[columns.Reason];
        if (Array.Find(Reasons, r => words.Contains(r.Word, StringComparison.OrdinalIgnoreCase)) is not { Word: not null } reason)
            return Reject(ListRule.ValueUnknown, row, columns.Reason, ("found", Shown(words)), ("expected", "lost, stolen, stolen blank, revoked"));
        if (DateForm.Read(ExitControlColumns.Dates, row.Fields[columns.ReportedOn])?.ToDateOnly() is not { } day)
            return Reject(ListRule.DateInvalid, row, columns.ReportedOn, ("found", Shown(row.Fields[columns.ReportedOn])), ("expected", "yyyy-MM-dd, dd/MM/yyyy"));
        var name = $"{state} {number}";
        var reference = columns.Reference is { } own && row.Fields[own].Length > 0 ? row.Fields[own] : name;
        var entry = new EntryDraft(reference, WatchlistEntryKind.Document) { Report = reason.Kind, ListedOn = day };
        entry.Name(name, ListedNameKind.Primary);
        var type = columns.Type is { } at && row.Fields[at].Length > 0 ? row.Fields[at] : "Document";
        entry.Document(new ListedDocument(type, number, state));
        foreach (var (index, value) in row.Fields.Index())
        {
            if (value.Length > 0 && !IsRead(index))
                entry.Remark($"{header.Names[index]}: {value}");
        }
        return entry.ToEntry();
    }

    private bool IsRead(int column) =>
        column == columns.Number || column == columns.State || column == columns.ReportedOn || column == columns.Reason || column == columns.Type || column == columns.Reference;

    private static string Shown(string field) => field.Length == 0 ? "–" : field;

    private WatchlistEntry? Reject(ListRule rule, HeadedRow row, int column, params ReadOnlySpan<(string Name, object? Value)> evidence)
    {
        errors.Reject(rule.Broken(file, row.Line, 0, header.Names[column], evidence));
        return null;
    }
}
