using System.Xml;
using Rahdari.Border.Watchlists.Eu;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads the European Union's consolidated list of financial sanctions (XML, version 1.1).</summary>
/// <remarks>
/// Source of the form: the schema of the Commission's Financial Sanctions Files, http://eu.europa.ec/fpi/fsd/export. What no
/// field holds becomes lines of the entry's remarks. Thread-safe.
/// </remarks>
public static class EuFinancialSanctions
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
        XmlListFile.Read(xml, fileName, "export", errors, reader =>
        {
            published = XmlListFile.Time(reader.GetAttribute("generationDate"));
            var shown = new ReadingProgress([xml], progress, cancellation);
            var elements = new ListElementReader(reader, fileName, errors);
            while (!errors.IsFull && reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "sanctionEntity")
                    continue;
                shown.Next();
                if (elements.Read() is not { } element)
                    return;
                if (EuEntry.Read(element, fileName, errors) is { } entry && !entries.Add(entry, element.Line, element.Column, "euReferenceNumber"))
                    return;
            }
            shown.Done();
        });
        return entries.Reading("eu", published);
    }
}
