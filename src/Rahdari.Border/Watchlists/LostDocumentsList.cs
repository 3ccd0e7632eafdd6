using Rahdari.Border.Watchlists.Lost;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads documents that were reported lost, stolen or revoked as a CSV table whose first line names its columns.</summary>
/// <remarks>
/// The columns are the issuing State, the number, the day of the report and what happened, and where the table has them the kind of document and the
/// report's own number; a table of their names in English and Urdu tells which is which, and every column beside becomes lines of the
/// remarks. Without a number of its own a report goes by the document's State and number. Thread-safe.
/// </remarks>
public static class LostDocumentsList
{
    /// <summary>Reads the list; line by line, bounded. Never throws on any bytes.</summary>
    /// <param name="csv">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream csv, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        var entries = new EntryList(fileName, errors);
        var shown = new ReadingProgress([csv], progress, cancellation);
        LostDocument? reader = null;
        foreach (var (header, row) in HeadedTable.Read(fileName, csv, null, null, header => LostColumns.AreIn(header, fileName, errors), errors))
        {
            shown.Next();
            if (header is null || errors.IsWhole)
                break;
            reader ??= new LostDocument(new LostColumns(header), header, fileName, errors);
            if (reader.Read(row) is { } entry && !entries.Add(entry, row.Line, 0, reader.ReferenceColumn))
                break;
        }
        shown.Done();
        return entries.Reading("lost", null);
    }
}
