using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads any list that comes as a CSV table, by a mapping that says which column is what.</summary>
/// <remarks>The mapping is a JSON file; docs/guides/watchlist-manager.md tells its fields. Thread-safe.</remarks>
public static class TableList
{
    /// <summary>Reads the list; line by line, bounded. Never throws on any bytes.</summary>
    /// <param name="files">The table, and the mapping: the one whose first character is a brace.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(IReadOnlyList<(string Name, Stream Bytes)> files, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        (string Name, Stream Bytes)? table = null, mapping = null;
        foreach (var file in files)
        {
            var isMapping = FirstByte.Of(file.Bytes) == '{';
            if ((isMapping ? mapping : table) is { } before)
                errors.Add(ListRule.FileTwice.Broken(file.Name, 0, 0, null, ("file", before.Name)));
            else if (isMapping)
                mapping = file;
            else
                table = file;
        }
        if (mapping is not { } map)
            errors.Add(ListRule.MappingMissing.Broken(table?.Name ?? "", 0, 0, null));
        else if (table is null)
            errors.Add(ListRule.Empty.Broken(map.Name, 0, 0, null));
        else if (new MappingReader(map.Name, errors).Read(map.Bytes) is { } read && !errors.Any)
            return MappedTable.Read(table.Value.Name, table.Value.Bytes, _ => read, errors, new ReadingProgress([table.Value.Bytes], progress, cancellation));
        return errors.Reading(new PublishedList("", null, []));
    }
}
