using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>A CSV table whose first line, or one soon after, names its columns; each field checked and cleaned.</summary>
internal static class HeadedTable
{
    /// <summary>Lines that may stand before the header: a title, a date.</summary>
    private const int MostBefore = 5;

    /// <summary>Reads the rows that can be used; for the others the error is told. Ends at the first that makes all that follow doubtful.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="separator">What divides the columns; null where the first lines tell.</param>
    /// <param name="encoding">Null for what the file's first bytes say, otherwise UTF-8.</param>
    /// <param name="isHeader">Whether a line is the header.</param>
    /// <param name="errors">What is wrong is told here.</param>
    /// <returns>The header with each row, and before it, with a null header, the lines that stand above it.</returns>
    public static IEnumerable<(TableHeader? Header, HeadedRow Row)> Read(string file, Stream bytes, char? separator, Encoding? encoding, Func<TableHeader, bool> isHeader, ListErrors errors)
    {
        CsvMalformedRecord? malformed = null;
        using var csv = CsvReader.Create(
            bytes,
            new CsvReaderOptions
            {
                Separator = separator,
                Encoding = encoding,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = ListLimits.LargestEntry,
                OnMalformedRecord = record => malformed = record,
            },
            leaveOpen: true);
        TableHeader? header = null;
        for (var lines = 0; !errors.IsFull && CsvPlaces.Next(csv, file, errors);)
        {
            if (malformed is { } broken)
            {
                // Quotes that do not close may have swallowed the lines that follow.
                errors.Add(CsvPlaces.Malformed(csv, file, broken));
                yield break;
            }
            if (CsvPlaces.IsBlank(csv))
                continue;
            if (++lines > ListLimits.MostEntries || csv.ByteOffset > ListLimits.LargestFile)
            {
                errors.Add(ListRule.FileTooLarge.Broken(file, csv.LineNumber, 0, null, ListLimits.OfFile));
                yield break;
            }
            if (Row(csv, header, file, errors) is not { } row)
                continue;
            if (header is not null)
            {
                yield return (header, row);
                continue;
            }
            var names = new TableHeader(row.Fields);
            if (isHeader(names))
                header = names;
            else if (lines > MostBefore)
                yield break;
            else
                yield return (null, row);
        }
    }

    private static HeadedRow? Row(CsvReader csv, TableHeader? header, string file, ListErrors errors)
    {
        var columns = header?.Names.Count ?? csv.FieldCount;
        if (csv.FieldCount < columns || (csv.FieldCount > columns && Enumerable.Range(columns, csv.FieldCount - columns).Any(i => !csv.GetSpan(i).IsEmpty)))
        {
            errors.Reject(ListRule.CsvFieldCount.Broken(file, csv.LineNumber, 0, null, ("found", csv.FieldCount), ("columns", columns), ("table", file)));
            return null;
        }
        var fields = new string[columns];
        for (var i = 0; i < fields.Length; i++)
        {
            var utf8 = csv.GetSpan(i);
            if (utf8.Length > ListLimits.LongestValue)
            {
                errors.Reject(ListRule.ValueTooLong.Broken(file, csv.LineNumber, 0, header?.Names[i], ("characters", ListLimits.LongestValue)));
                return null;
            }
            if (!Utf8.IsValid(utf8))
            {
                errors.Reject(ListRule.TextInvalid.Broken(file, csv.LineNumber, 0, header?.Names[i]));
                return null;
            }
            fields[i] = ListText.Clean(csv.GetString(i));
        }
        return new HeadedRow(csv.LineNumber, fields);
    }
}
