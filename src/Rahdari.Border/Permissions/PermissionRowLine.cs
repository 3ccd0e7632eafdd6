using System.Globalization;
using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;
using Rahdari.Dates;

namespace Rahdari.Border.Permissions;

/// <summary>A permission as one line of a table. A record is one line: a quotation mark that is never closed spoils no other.</summary>
internal static class PermissionRowLine
{
    private const char Quote = '"';

    /// <summary>The columns; those that may be left out come last.</summary>
    private static readonly string[] Columns =
    [
        "authority", "number", "class", "issuingState", "documentNumber", "nationality", "primaryIdentifier", "secondaryIdentifier", "dateOfBirth", "validFrom", "validUntil",
        "entries", "stayDays", "ports",
    ];

    private const int Optional = 3;

    /// <summary>The header; null where a column is missing, comes twice or is unknown: the error is told.</summary>
    public static TableHeader? Header(ReadOnlySpan<byte> utf8, string name, long line, out ListError? wrong)
    {
        wrong = null;
        if (Fields(utf8) is not { } names)
        {
            wrong = ListRule.CsvMalformed.Broken(name, line, 0, null);
            return null;
        }
        var header = new TableHeader(names);
        if (Array.Find(Columns[..^Optional], column => header.Find(column) is null) is { } missing)
            wrong = ListRule.ColumnMissing.Broken(name, line, 0, missing, ("column", missing));
        // What is not understood might have narrowed what the permission allows.
        else if (names.Index().Where(column => !Columns.Any(known => header.Find(known) == column.Index)).Select(column => column.Item).FirstOrDefault() is { } unknown)
            wrong = PermissionFile.Invalid(unknown, unknown, name, line).Error;
        return wrong is null ? header : null;
    }

    public static PermissionLine Read(TableHeader header, ReadOnlySpan<byte> utf8, string name, long line)
    {
        if (Fields(utf8) is not { } fields)
            return PermissionFile.Rejected(ListRule.CsvMalformed.Broken(name, line, 0, null));
        if (fields.Count != header.Names.Count)
            return PermissionFile.Rejected(ListRule.CsvFieldCount.Broken(name, line, 0, null, ("found", fields.Count), ("columns", header.Names.Count), ("table", name)));
        if (!PartialDate.TryParse(Of("dateOfBirth"), out var born))
            return Wrong("dateOfBirth");
        if (Day("validFrom") is not { } from)
            return Wrong("validFrom");
        if (Day("validUntil") is not { } until)
            return Wrong("validUntil");
        if (!Number("entries", out var entries))
            return Wrong("entries");
        if (!Number("stayDays", out var stayDays))
            return Wrong("stayDays");
        string[] ports = Of("ports").Split([' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
        return PermissionFile.Checked(
            new IssuedPermission(
                Of("authority"), Of("number"), Of("class"), Of("issuingState"), Of("documentNumber"), Of("nationality"), Of("primaryIdentifier"), Of("secondaryIdentifier"),
                born, from, until, entries, stayDays, ports.Length == 0 ? null : ports),
            name,
            line);

        string Of(string column) => header.Find(column) is { } index ? fields[index] : "";

        DateOnly? Day(string column) => DateOnly.TryParseExact(Of(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        bool Number(string column, out int? number)
        {
            number = int.TryParse(Of(column), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
            return number is not null || Of(column).Length == 0;
        }

        PermissionLine Wrong(string column) => PermissionFile.Invalid(column, Of(column), name, line);
    }

    /// <summary>The fields of a line (RFC 4180), without blanks around them; null where a quotation mark stands where none may, or is never closed.</summary>
    private static List<string>? Fields(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8).TrimEnd('\r');
        var fields = new List<string>();
        for (var at = 0; at <= text.Length; at++)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            var field = new StringBuilder();
            if (at < text.Length && text[at] == Quote)
            {
                for (at++; ; at++)
                {
                    if (at >= text.Length)
                        return null;
                    if (text[at] == Quote && (at + 1 == text.Length || text[at + 1] != Quote))
                        break;
                    field.Append(text[at]);
                    at += text[at] == Quote ? 1 : 0; // Two are one.
                }
                at++;
                while (at < text.Length && text[at] is ' ' or '\t')
                    at++;
                if (at < text.Length && text[at] != ',')
                    return null;
            }
            else
            {
                for (; at < text.Length && text[at] != ','; at++)
                {
                    if (text[at] == Quote)
                        return null;
                    field.Append(text[at]);
                }
            }
            fields.Add(ListText.Clean(field.ToString()));
        }
        return fields;
    }
}
