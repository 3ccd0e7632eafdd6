using System.Xml;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Un;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads the UN Security Council Consolidated List (XML).</summary>
/// <remarks>
/// Source of the form: https://www.un.org/sc/resources/sc-sanctions.xsd. Elements may come in any order and number; those that
/// are unknown become lines of the entry's remarks. Thread-safe.
/// </remarks>
public static class UnConsolidatedList
{
    /// <summary>Reads the list; streaming, bounded, DTDs refused. Never throws on any bytes.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream xml, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        var entries = new EntryList(fileName, errors);
        DateTimeOffset? published = null;
        XmlListFile.Read(xml, fileName, "CONSOLIDATED_LIST", errors, reader =>
        {
            published = XmlListFile.Time(reader.GetAttribute("dateGenerated"));
            ReadEntries(reader, fileName, entries, errors, new ReadingProgress([xml], progress, cancellation));
        });
        return entries.Reading("un", published);
    }

    private static void ReadEntries(XmlReader reader, string file, EntryList entries, ListErrors errors, ReadingProgress progress)
    {
        var elements = new ListElementReader(reader, file, errors);
        while (!errors.IsFull && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !UnEntry.Kinds.TryGetValue(reader.LocalName, out var kind))
                continue;
            progress.Next();
            if (elements.Read() is not { } element)
                return;
            if (UnEntry.Read(element, kind, file, errors) is { } entry && !entries.Add(entry, element.Line, element.Column, "REFERENCE_NUMBER"))
                return;
        }
        progress.Done();
    }
}
