using System.Buffers.Binary;
using System.Globalization;
using Parquet;
using Parquet.Schema;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A Parquet file of flat columns, one group of rows at a time.</summary>
internal sealed class LegacyParquet : LegacyFile
{
    /// <summary>Rows in one group: as many as the usual writers put into one at most.</summary>
    private const int LargestGroup = 1 << 20;

    /// <summary>Bytes of a group's columns, and of the file's description of itself.</summary>
    private const long LargestContent = 1L << 30;

    private const int LargestFooter = 16 << 20;
    private const int MostColumns = 256;

    /// <summary>Fields in one group, of the columns that are used.</summary>
    private const long MostFields = 1L << 25;

    private readonly string name;
    private readonly ParquetReader? reader;
    private readonly DataField[] columns = [];
    private IReadOnlySet<int> used = new HashSet<int>();
    private string?[]?[] group = [];
    private int groups;
    private int row = -1;
    private int rows;

    private LegacyParquet(string name, ParquetReader? reader)
    {
        (this.name, this.reader) = (name, reader);
        if (reader is null)
            return;
        columns = [.. reader.Schema.GetDataFields().Where(f => !f.IsArray && f.MaxRepetitionLevel == 0)];
        Header = new TableHeader([.. columns.Select(c => c.Name)]);
        used = Enumerable.Range(0, columns.Length).ToHashSet();
    }

    public override double Share => reader is null || reader.RowGroupCount == 0 ? 1 : (double)groups / reader.RowGroupCount;

    public static async Task<LegacyFile> OpenAsync(string name, Stream bytes, CancellationToken cancellation)
    {
        try
        {
            if (await FooterAsync(bytes, cancellation) is not { } length || length > LargestFooter)
                return new LegacyParquet(name, null) { Failure = Broken(name, 0, "the end of the file is not a Parquet file's") };
            var reader = await ParquetReader.CreateAsync(bytes, leaveStreamOpen: true, cancellationToken: cancellation);
            return reader.Schema.GetDataFields().Length > MostColumns
                ? new LegacyParquet(name, null) { Failure = Broken(name, 0, $"it has more than {MostColumns} columns") }
                : new LegacyParquet(name, reader);
        }
#pragma warning disable CA1031 // A stranger's bytes: the library says in many ways that it cannot read them.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new LegacyParquet(name, null) { Failure = Broken(name, 0, e.Message) };
        }
    }

    public override void Use(IReadOnlySet<int> used) => this.used = used;

    public override async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Problem = null;
        while (row + 1 >= rows)
        {
            if (Failure is not null || reader is null || groups >= reader.RowGroupCount || !await LoadAsync(skip: 0, cancellation))
                return false;
        }
        row++;
        Place++;
        var fields = new string[columns.Length];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = group[i]?[row] is { } text ? ListText.Clean(text) : "";
        Fields = fields;
        return true;
    }

    public override async Task SkipAsync(long records, CancellationToken cancellation)
    {
        while (records > 0 && Failure is null && reader is not null && groups < reader.RowGroupCount)
        {
            var before = Place;
            if (!await LoadAsync(records, cancellation))
                return;
            var left = (int)Math.Min(records, rows - row - 1);
            (row, Place) = (row + left, Place + left);
            records -= Place - before;
        }
    }

    public override string Original() => string.Join(',', Fields.Select(RejectsFile.Quoted));

    protected override void Dispose(bool disposing)
    {
        if (reader is not null)
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }

    /// <summary>The length that the file says its description has; null where the file does not end as one of Parquet.</summary>
    private static async Task<int?> FooterAsync(Stream bytes, CancellationToken cancellation)
    {
        if (bytes.Length < 12)
            return null;
        var end = new byte[8];
        bytes.Position = bytes.Length - end.Length;
        await bytes.ReadExactlyAsync(end, cancellation);
        bytes.Position = 0;
        var length = BinaryPrimitives.ReadInt32LittleEndian(end);
        return end.AsSpan(4).SequenceEqual("PAR1"u8) && length > 0 && length <= bytes.Length - 12 ? length : null;
    }

    /// <summary>Takes the next group in, or passes over it where it has no more rows than are to be left out; false with the failure told.</summary>
    private async Task<bool> LoadAsync(long skip, CancellationToken cancellation)
    {
        try
        {
            using var part = reader!.OpenRowGroupReader(groups);
            groups++;
            (row, rows) = (-1, 0);
            if (part.RowCount is < 0 or > LargestGroup || part.RowGroup.TotalByteSize > LargestContent)
            {
                Failure = Broken(name, Place + 1, $"a group of rows holds more than {LargestGroup} rows or {LargestContent} bytes");
                return false;
            }
            if (part.RowCount <= skip)
            {
                Place += part.RowCount;
                return true;
            }
            if (part.RowCount * used.Count > MostFields)
            {
                Failure = Broken(name, Place + 1, $"a group of rows holds more than {MostFields} fields");
                return false;
            }
            var texts = new string?[]?[columns.Length];
            foreach (var i in used)
                texts[i] = await TextsAsync(part, columns[i], (int)part.RowCount, cancellation);
            (group, rows) = (texts, (int)part.RowCount);
            return true;
        }
#pragma warning disable CA1031 // A stranger's bytes: the library says in many ways that it cannot read them.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failure = Broken(name, Place + 1, e.Message);
            return false;
        }
    }

    private static async Task<string?[]> TextsAsync(ParquetRowGroupReader part, DataField column, int rows, CancellationToken cancellation)
    {
        if (column.ClrType == typeof(string) || column.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rows];
            await part.ReadAsync(column, texts.AsMemory(), cancellationToken: cancellation);
            return texts;
        }
        return column.ClrType switch
        {
            var t when t == typeof(int) => await EachAsync<int>(part, column, rows, v => v.ToString(CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(long) => await EachAsync<long>(part, column, rows, v => v.ToString(CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(short) => await EachAsync<short>(part, column, rows, v => v.ToString(CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(bool) => await EachAsync<bool>(part, column, rows, v => v ? "true" : "false", cancellation),
            var t when t == typeof(DateTime) => await EachAsync<DateTime>(part, column, rows, v => Instant(v, column is DateTimeDataField { IsAdjustedToUTC: true }), cancellation),
            var t when t == typeof(DateOnly) => await EachAsync<DateOnly>(part, column, rows, v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(TimeOnly) => await EachAsync<TimeOnly>(part, column, rows, v => v.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(decimal) => await EachAsync<decimal>(part, column, rows, v => v.ToString(CultureInfo.InvariantCulture), cancellation),
            var t when t == typeof(Guid) => await EachAsync<Guid>(part, column, rows, v => v.ToString(), cancellation),
            // A column of another kind says nothing of a crossing.
            _ => new string?[rows],
        };
    }

    private static async Task<string?[]> EachAsync<T>(ParquetRowGroupReader part, DataField column, int rows, Func<T, string> text, CancellationToken cancellation)
        where T : struct
    {
        if (!column.IsNullable)
        {
            var values = new T[rows];
            await part.ReadAsync(column, values.AsMemory(), cancellationToken: cancellation);
            return Array.ConvertAll(values, v => (string?)text(v));
        }
        var some = new T?[rows];
        await part.ReadAsync(column, some.AsMemory(), cancellationToken: cancellation);
        return Array.ConvertAll(some, v => v is { } value ? text(value) : null);
    }

    /// <summary>A day alone where there is no time in it; what the file marks as UTC says so.</summary>
    private static string Instant(DateTime value, bool isUtc) => !isUtc && value.TimeOfDay == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString(isUtc ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static Watchlists.ListError Broken(string name, long place, string reason) =>
        new(BorderRule.ImportUnreadable.Broken(null, ("file", name), ("place", $"{place}"), ("reason", reason.ReplaceLineEndings(" ").TrimEnd('.'))), name, place, 0);
}
