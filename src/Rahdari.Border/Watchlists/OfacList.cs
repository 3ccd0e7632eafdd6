using Rahdari.Border.Watchlists.Ofac;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists;

/// <summary>
/// Reads the OFAC Specially Designated Nationals list, either in its CSV form: sdn.csv, and where given alt.csv (aliases), add.csv
/// (addresses) and sdn_comments.csv (remarks too long for their column); or as sdn_advanced.xml, known by its first character.
/// </summary>
/// <remarks>
/// Source of the form: OFAC's data format specification. An entry's reference is the same in both forms. The CSV files say nowhere when they were published. A person's name is
/// turned from <c>SURNAME, Given</c> to <c>Given SURNAME</c>; aliases in quotation marks are weak. The files are published
/// and fetched one by one, so that alt.csv and add.csv may be newer than sdn.csv: what they say of entries that it does not
/// have is left out. Thread-safe.
/// </remarks>
public static class OfacList
{
    /// <summary>Reads the list; streaming, bounded. Never throws on any bytes.</summary>
    /// <param name="files">The files by name; of CSV each is recognised by its name or, failing that, its shape, and sdn.csv is required.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(IReadOnlyList<(string Name, Stream Bytes)> files, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (files.Where(f => FirstByte.Of(f.Bytes) == '<').ToArray() is [var xml, ..])
        {
            return files.Count == 1
                ? OfacAdvanced.Read(xml.Bytes, xml.Name, new ReadingProgress([xml.Bytes], progress, cancellation))
                : new ListReading(null, [ListRule.FileSingle.Broken(xml.Name, 0, 0, null, ("found", files.Count))]);
        }
        var errors = new ListErrors();
        var rows = Rows(files, errors, new ReadingProgress([.. files.Select(f => f.Bytes)], progress, cancellation));
        var entries = errors.IsWhole || errors.IsFull ? [] : Entries(rows, errors, cancellation);
        return errors.Reading(new PublishedList("ofac", null, entries) { NumbersRise = true });
    }

    private static List<OfacRow> Rows(IReadOnlyList<(string Name, Stream Bytes)> files, ListErrors errors, ReadingProgress progress)
    {
        var rows = new List<OfacRow>();
        var kinds = new Dictionary<OfacFile, string>();
        foreach (var (name, bytes) in files)
        {
            var kind = OfacFile.Named(name);
            foreach (var row in OfacTable.Read(name, bytes, errors))
            {
                progress.Next();
                kind ??= row.Kind;
                rows.Add(row);
            }
            if (kind is not null && !kinds.TryAdd(kind, name))
                errors.Add(ListRule.FileTwice.Broken(name, 0, 0, null, ("file", kinds[kind])));
        }
        if (!errors.Any && !kinds.ContainsKey(OfacFile.Entries))
            errors.Add(ListRule.FileMissing.Broken(OfacFile.Entries.Name, 0, 0, null));
        else if (!errors.Any && !rows.Exists(r => r.Kind == OfacFile.Entries))
            errors.Add(ListRule.Empty.Broken(kinds[OfacFile.Entries], 0, 0, null));
        else
            progress.Done();
        return rows;
    }

    private static List<WatchlistEntry> Entries(List<OfacRow> rows, ListErrors errors, CancellationToken cancellation)
    {
        var parts = rows.Where(r => r.Kind != OfacFile.Entries).ToLookup(r => r.Reference!, StringComparer.Ordinal);
        var references = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<WatchlistEntry>();
        foreach (var row in rows.Where(r => r.Kind == OfacFile.Entries))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!references.Add(row.Reference!))
                errors.Reject(ListRule.ReferenceTwice.Broken(row.File, row.Line, 1, row.Kind.Columns[0], ("reference", row.Reference)));
            else if (OfacEntry.Read(row, [.. parts[row.Reference!]], errors) is { } entry)
                entries.Add(entry);
        }
        return entries;
    }
}
