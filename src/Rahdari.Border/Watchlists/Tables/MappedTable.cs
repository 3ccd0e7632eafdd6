using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>Reads a table whose columns a mapping explains.</summary>
internal static class MappedTable
{
    /// <summary>Reads the list.</summary>
    /// <param name="file">The table's name.</param>
    /// <param name="bytes">The table.</param>
    /// <param name="mappingOf">The mapping for a header; every column that it names must be there. How the table is written it must say of any header.</param>
    /// <param name="errors">What is wrong is told here.</param>
    /// <param name="progress">Called once a row.</param>
    public static ListReading Read(string file, Stream bytes, Func<TableHeader, TableMapping> mappingOf, ListErrors errors, ReadingProgress progress)
    {
        var entries = new EntryList(file, errors);
        var mapping = mappingOf(new TableHeader([]));
        TableEntry? reader = null;
        bool IsHeader(TableHeader header)
        {
            mapping = mappingOf(header);
            foreach (var (field, column) in mapping.Named().Where(n => header.Find(n.Column) is null))
                errors.Add(ListRule.ColumnMissing.Broken(file, 1, 0, field, ("column", column)));
            return true;
        }
        foreach (var (header, row) in HeadedTable.Read(file, bytes, mapping.Delimiter, mapping.Encoding, IsHeader, errors))
        {
            progress.Next();
            if (errors.IsWhole)
                break;
            reader ??= new TableEntry(mapping, header!, file, errors);
            if (reader.Read(row) is { } entry && !entries.Add(entry, row.Line, 0, reader.ReferenceColumn))
                break;
        }
        progress.Done();
        return entries.Reading(mapping.List, null);
    }
}
