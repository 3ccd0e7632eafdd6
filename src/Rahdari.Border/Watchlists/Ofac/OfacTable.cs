using System.Text.Unicode;
using CsvHelper;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>Reads one of the files line by line, each field checked and cleaned.</summary>
internal static class OfacTable
{
    private const string Null = "-0-";

    /// <summary>CP/M's end of file, which OFAC's export still writes.</summary>
    private const char EndOfFile = '\u001a';

    /// <summary>The rows that can be used; for the others the error is told. Ends at the first that makes all that follow doubtful.</summary>
    public static IEnumerable<OfacRow> Read(string file, Stream bytes, ListErrors errors)
    {
        CsvMalformedRecord? malformed = null;
        using var csv = CsvReader.Create(
            bytes,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                TrimWhitespace = true,
                WhitespaceCharacters = $" \t{EndOfFile}",
                TrackLineNumbers = true,
                MaxRecordSize = ListLimits.LargestEntry,
                OnMalformedRecord = record => malformed = record,
            },
            leaveOpen: true);
        var kind = OfacFile.Named(file);
        var rows = 0;
        while (!errors.IsFull && CsvPlaces.Next(csv, file, errors))
        {
            if (malformed is { } broken)
            {
                // Quotes that do not close may have swallowed the lines that follow.
                errors.Add(CsvPlaces.Malformed(csv, file, broken));
                yield break;
            }
            if (CsvPlaces.IsBlank(csv) || IsHeader(csv, rows))
                continue;
            kind ??= OfacFile.Shaped(csv.FieldCount);
            if (kind is null)
            {
                errors.Add(ListRule.FileUnknown.Broken(file, csv.LineNumber, 0, null));
                yield break;
            }
            if (++rows > ListLimits.MostEntries || csv.ByteOffset > ListLimits.LargestFile)
            {
                errors.Add(ListRule.FileTooLarge.Broken(file, csv.LineNumber, 0, null, ListLimits.OfFile));
                yield break;
            }
            if (Row(csv, kind, file, errors) is { } row)
                yield return row;
        }
    }

    /// <summary>The files have no header; copies that went through a spreadsheet may.</summary>
    private static bool IsHeader(CsvReader csv, int rows) => rows == 0 && csv.GetString(0).Equals("ent_num", StringComparison.OrdinalIgnoreCase);

    private static OfacRow? Row(CsvReader csv, OfacFile kind, string file, ListErrors errors)
    {
        if (csv.FieldCount != kind.Columns.Length)
        {
            errors.Reject(ListRule.CsvFieldCount.Broken(file, csv.LineNumber, 0, null, ("found", csv.FieldCount), ("columns", kind.Columns.Length), ("table", kind.Name)));
            return null;
        }
        var fields = new string?[kind.Columns.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var utf8 = csv.GetSpan(i);
            if (utf8.Length > ListLimits.LongestValue)
            {
                errors.Reject(ListRule.ValueTooLong.Broken(file, csv.LineNumber, 0, kind.Columns[i], ("characters", ListLimits.LongestValue)));
                return null;
            }
            if (!Utf8.IsValid(utf8))
            {
                errors.Reject(ListRule.TextInvalid.Broken(file, csv.LineNumber, 0, kind.Columns[i]));
                return null;
            }
            var text = ListText.Clean(csv.GetString(i));
            fields[i] = text.Length == 0 || text == Null ? null : text;
        }
        var row = new OfacRow(kind, file, csv.LineNumber, fields);
        if (Reference(row) is { } error)
        {
            errors.Reject(error);
            return null;
        }
        return row;
    }

    private static ListError? Reference(OfacRow row) => row.Reference switch
    {
        null => ListRule.ReferenceMissing.Broken(row.File, row.Line, 1, row.Kind.Columns[0]),
        var reference when !reference.All(char.IsAsciiDigit) => ListRule.ReferenceInvalid.Broken(row.File, row.Line, 1, row.Kind.Columns[0], ("found", reference)),
        _ => null,
    };
}
