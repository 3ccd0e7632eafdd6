using System.Globalization;
using System.Text.Unicode;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.ExitControl;

/// <summary>The contacts on the help sheets: data that the authority keeps, replaced whole by an import; none come with the system. Thread-safe.</summary>
public sealed class HelpContacts
{
    private const int Most = 2000;
    private const int LargestLine = 16 * 1024;
    private const int LongestText = 300;

    private static readonly string[] Columns = ["state", "kind", "name", "name_urdu", "contact", "source", "checked_on"];

    private static readonly string[] Kinds = ["embassy", "hotline", "labour"];

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal HelpContacts(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>
    /// Replaces all contacts by those of a CSV table (UTF-8) whose first line is <c>state,kind,name,name_urdu,contact,source,checked_on</c>: all of it or
    /// nothing. Never throws on any bytes; at most 2,000 lines. Role: exit control; audited.
    /// </summary>
    public async Task<Answer<IReadOnlyList<HelpContact>>> ImportAsync(Stream csv, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl) is { } denied)
            return denied;
        var read = Read(csv);
        if (!read.Succeeded)
            return read.Problem;
        await ledger.WriteAsync(
            async append =>
            {
                await append.Db.HelpContacts.ExecuteDeleteAsync(cancellation);
                append.Db.HelpContacts.AddRange(read.Value.Select((contact, line) => Row(contact, line, append.Now)));
                append.Audit(actor.Name, AuditAction.HelpContactsImported, "help-contacts", null, null, $"{read.Value.Count} contacts");
                return true;
            },
            cancellation);
        return read;
    }

    /// <summary>The contacts for a State, its own first, then those for every State; all where the State is null. Every role: nothing of a person is read.</summary>
    public async Task<Answer<IReadOnlyList<HelpContact>>> ListAsync(string? state, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Roles.Count == 0)
            return actor.Lacks(Roles.Officer)!;
        var code = OrderTermsRules.Code(state);
        await using var db = storage.Open();
        var rows = await db.HelpContacts.AsNoTracking().Where(c => code == null || c.State == code || c.State == "").OrderBy(c => c.Line).ToListAsync(cancellation);
        return new Answer<IReadOnlyList<HelpContact>>([.. rows.OrderBy(c => c.State.Length == 0).Select(c => new HelpContact(c.State, c.Kind, c.Name, c.NameUrdu, c.Contact, c.Source, c.CheckedOn))]);
    }

    private static Answer<IReadOnlyList<HelpContact>> Read(Stream csv)
    {
        var contacts = new List<HelpContact>();
        try
        {
            var isMalformed = false;
            var options = new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true, MaxRecordSize = LargestLine, OnMalformedRecord = _ => isMalformed = true };
            using var reader = CsvReader.Create(csv, options, leaveOpen: true);
            var isHeader = true;
            while (reader.Read())
            {
                if (isMalformed || Enumerable.Range(0, reader.FieldCount).Any(i => !Utf8.IsValid(reader.GetSpan(i))))
                    return Invalid(reader.LineNumber, "csv", "–");
                string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim('\uFEFF', ' '))];
                if (fields.All(field => field.Length == 0))
                    continue;
                if (isHeader)
                {
                    if (!fields.SequenceEqual(Columns))
                        return Invalid(reader.LineNumber, "header", string.Join(',', fields));
                    isHeader = false;
                    continue;
                }
                if (fields.Length != Columns.Length)
                    return Invalid(reader.LineNumber, "columns", $"{fields.Length}");
                if (contacts.Count == Most)
                    return Invalid(reader.LineNumber, "lines", $"> {Most}");
                if (Problem(fields, reader.LineNumber, out var checkedOn) is { } problem)
                    return problem;
                contacts.Add(new HelpContact(fields[0].ToUpperInvariant(), fields[1], fields[2], fields[3], fields[4], fields[5], checkedOn));
            }
            if (isHeader)
                return Invalid(1, "header", "–");
        }
        catch (CsvFormatException tooLarge)
        {
            return Invalid(tooLarge.LineNumber, "csv", $"> {LargestLine}");
        }
        return new Answer<IReadOnlyList<HelpContact>>(contacts);
    }

    private static Finding? Problem(string[] fields, long line, out DateOnly checkedOn)
    {
        checkedOn = default;
        if (fields.FirstOrDefault(field => OrderTermsRules.IsBad(field, LongestText)) is { } bad)
            return Invalid(line, Columns[Array.IndexOf(fields, bad)], "…");
        if (fields[0].Length > 0 && !OrderTermsRules.IsState(fields[0].ToUpperInvariant()))
            return Invalid(line, "state", fields[0]);
        if (!Kinds.Contains(fields[1]))
            return Invalid(line, "kind", fields[1]);
        foreach (var needed in new[] { 2, 4, 5 })
        {
            if (fields[needed].Length == 0)
                return Invalid(line, Columns[needed], "–");
        }
        return DateOnly.TryParseExact(fields[6], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out checkedOn) ? null : Invalid(line, "checked_on", fields[6]);
    }

    private static Finding Invalid(long line, string column, string value) =>
        BorderRule.HelpContactsInvalid.Broken(column, ("line", $"{line}"), ("column", column), ("value", value.Length == 0 ? "–" : value.Length > 60 ? value[..60] + "…" : value));

    private static HelpContactRow Row(HelpContact contact, int line, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        State = contact.State,
        Kind = contact.Kind,
        Name = contact.Name,
        NameUrdu = contact.NameUrdu,
        Contact = contact.Contact,
        Source = contact.Source,
        CheckedOn = contact.CheckedOn,
        Line = line,
    };
}
