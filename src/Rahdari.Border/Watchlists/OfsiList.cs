using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;
using Rahdari.Border.Watchlists.Uk;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads the consolidated list of the UK's Office of Financial Sanctions Implementation in the CSV form of 2022 (<c>ConList.csv</c>).</summary>
/// <remarks>
/// Source of the form: https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets. One line is one
/// name; those of a group are one entry. What no field holds becomes lines of the entry's remarks. Thread-safe.
/// </remarks>
public static class OfsiList
{
    /// <summary>Reads the list; line by line, bounded. Never throws on any bytes.</summary>
    /// <param name="csv">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream csv, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        var shown = new ReadingProgress([csv], progress, cancellation);
        var groups = new Dictionary<string, OfsiGroup>(StringComparer.Ordinal);
        DateTimeOffset? published = null;
        TableHeader? columns = null;
        foreach (var (header, row) in HeadedTable.Read(fileName, csv, ',', null, OfsiGroup.IsHeader, errors))
        {
            shown.Next();
            columns = header;
            if (header is null)
                published ??= row.Fields.Select(f => UkDates.Day(f)).FirstOrDefault(d => d is not null) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
            else
                OfsiGroup.Add(groups, header, row, fileName, errors);
        }
        if (columns is null && !errors.Any)
            errors.Add(ListRule.ColumnMissing.Broken(fileName, 1, 0, null, ("column", OfsiGroup.Reference)));
        var entries = new EntryList(fileName, errors);
        foreach (var group in groups.Values)
        {
            if (group.ToEntry(fileName, errors) is { } entry && !entries.Add(entry, group.Line, 0, OfsiGroup.Reference))
                break;
        }
        shown.Done();
        return entries.Reading("ofsi", published);
    }
}
