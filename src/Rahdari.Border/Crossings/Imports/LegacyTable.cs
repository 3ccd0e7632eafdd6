using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A CSV table, its first line the header; however many lines it has.</summary>
internal sealed class LegacyTable : LegacyFile
{
    /// <summary>Bytes in one line.</summary>
    private const int LargestRecord = 64 * 1024;

    private readonly string name;
    private readonly Stream bytes;
    private readonly CsvReader csv;
    private CsvMalformedRecord? malformed;

    private LegacyTable(string name, Stream bytes, LegacyMapping mapping)
    {
        (this.name, this.bytes) = (name, bytes);
        csv = CsvReader.Create(
            bytes,
            new CsvReaderOptions
            {
                Separator = mapping.Delimiter,
                Encoding = mapping.Encoding,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = LargestRecord,
                OnMalformedRecord = record => malformed = record,
            },
            leaveOpen: true);
    }

    public override double Share => bytes.Length == 0 ? 1 : Math.Min(1, (double)bytes.Position / bytes.Length);

    public static LegacyTable Open(string name, Stream bytes, LegacyMapping mapping)
    {
        var table = new LegacyTable(name, bytes, mapping);
        if (table.Read() && table.Take(csvColumns: null))
            table.Header = new TableHeader(table.Fields);
        else if (table.Failure is null)
            table.Failure = table.Problem ?? ListRule.Empty.Broken(name, 0, 0, null);
        return table;
    }

    public override ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Failure is not null || Header is null || !Read())
            return ValueTask.FromResult(false);
        Take(Header.Names.Count);
        return ValueTask.FromResult(true);
    }

    public override Task SkipAsync(long records, CancellationToken cancellation)
    {
        for (; records > 0 && Failure is null && Read(); records--)
            cancellation.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public override string Original() => Encoding.UTF8.GetString(csv.RawRecord).TrimEnd('\r', '\n');

    protected override void Dispose(bool disposing)
    {
        csv.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Moves to the next line that holds something.</summary>
    private bool Read()
    {
        Problem = null;
        while (true)
        {
            malformed = null;
            try
            {
                if (!csv.Read())
                    return false;
            }
            catch (CsvFormatException tooLarge)
            {
                Failure = ListRule.EntryTooLarge.Broken(name, tooLarge.LineNumber, 0, null, ("size", LargestRecord), ("depth", 0));
                return false;
            }
            Place = csv.LineNumber;
            if (malformed is { } broken)
            {
                var error = CsvPlaces.Malformed(csv, name, broken);
                // Quotes that do not close may have swallowed the lines that follow: nobody can say where the next record begins.
                if (broken.Reason == CsvMalformedReason.UnterminatedQuote || csv.RawRecord.TrimEnd("\r\n"u8).Contains((byte)'\n'))
                {
                    Failure = error;
                    return false;
                }
                Problem = error;
                return true;
            }
            if (!CsvPlaces.IsBlank(csv))
                return true;
        }
    }

    /// <summary>Takes the fields; false with the problem told.</summary>
    private bool Take(int? csvColumns)
    {
        if (Problem is not null)
            return false;
        var columns = csvColumns ?? csv.FieldCount;
        if (csv.FieldCount < columns || (csv.FieldCount > columns && Enumerable.Range(columns, csv.FieldCount - columns).Any(i => !csv.GetSpan(i).IsEmpty)))
        {
            Problem = ListRule.CsvFieldCount.Broken(name, Place, 0, null, ("found", csv.FieldCount), ("columns", columns), ("table", name));
            return false;
        }
        var fields = new string[columns];
        for (var i = 0; i < fields.Length; i++)
        {
            if (!Utf8.IsValid(csv.GetSpan(i)))
            {
                Problem = ListRule.TextInvalid.Broken(name, Place, 0, Header?.Names[i]);
                return false;
            }
            fields[i] = ListText.Clean(csv.GetString(i));
        }
        Fields = fields;
        return true;
    }
}
