using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A legacy system's file, record by record: a CSV table or a Parquet file. Holds no more than a part of it. For one thread.</summary>
internal abstract class LegacyFile : IDisposable
{
    /// <summary>The names of the columns; null before the first record, and where the file has none.</summary>
    public TableHeader? Header { get; protected set; }

    /// <summary>Where the record stands: the line of a CSV, the row of a Parquet file; 1-based.</summary>
    public long Place { get; protected set; }

    /// <summary>The record's fields, cleaned, as many as the header has; meaningless where <see cref="Problem"/> is told.</summary>
    public string[] Fields { get; protected set; } = [];

    /// <summary>Why this record cannot be used; null where it can.</summary>
    public ListError? Problem { get; protected set; }

    /// <summary>Why nothing can be read from here on; null while all is well.</summary>
    public ListError? Failure { get; protected set; }

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public abstract double Share { get; }

    /// <summary>Opens a file by how it begins; what is wrong with it is <see cref="Failure"/>.</summary>
    public static async Task<LegacyFile> OpenAsync(string name, Stream bytes, LegacyMapping mapping, CancellationToken cancellation)
    {
        var start = new byte[4];
        var read = await bytes.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        bytes.Position = 0;
        return read == start.Length && start.AsSpan().SequenceEqual("PAR1"u8) ? await LegacyParquet.OpenAsync(name, bytes, cancellation) : LegacyTable.Open(name, bytes, mapping);
    }

    /// <summary>Says which columns are used; fields of others may be empty from now on.</summary>
    public virtual void Use(IReadOnlySet<int> used)
    {
    }

    /// <summary>Moves to the next record; false at the end and where nothing more can be read.</summary>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancellation);

    /// <summary>Leaves records out, as quickly as the form allows.</summary>
    public abstract Task SkipAsync(long records, CancellationToken cancellation);

    /// <summary>The record as the file has it.</summary>
    public abstract string Original();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
