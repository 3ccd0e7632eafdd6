using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads an exit control list as a CSV table whose first line names its columns: who may not leave the country, and by which order.</summary>
/// <remarks>
/// Every office names the columns a little differently; a table of their names in English and Urdu tells which is which, and
/// every column beside becomes lines of the remarks. Without a number of its own an entry's reference is its CNIC, otherwise its
/// passport's number. Thread-safe.
/// </remarks>
public static class ExitControlList
{
    /// <summary>Reads the list; line by line, bounded. Never throws on any bytes.</summary>
    /// <param name="csv">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream csv, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        return MappedTable.Read(fileName, csv, ExitControlColumns.Mapping, errors, new ReadingProgress([csv], progress, cancellation));
    }
}
