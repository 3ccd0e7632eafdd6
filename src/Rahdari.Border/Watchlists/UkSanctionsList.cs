using System.Xml;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Uk;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads the UK Sanctions List (XML).</summary>
/// <remarks>
/// Source of the form: https://www.gov.uk/government/publications/the-uk-sanctions-list. What no field holds becomes lines of the
/// entry's remarks. Thread-safe.
/// </remarks>
public static class UkSanctionsList
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
        XmlListFile.Read(xml, fileName, "Designations", errors, reader =>
        {
            var shown = new ReadingProgress([xml], progress, cancellation);
            var elements = new ListElementReader(reader, fileName, errors);
            while (!errors.IsFull && reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                shown.Next();
                if (elements.Read() is not { } element)
                    return;
                if (element.Name == "DateGenerated")
                    published ??= UkDates.Day(element.Text) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : XmlListFile.Time(element.Text);
                else if (element.Name == "Designation" && UkEntry.Read(element, fileName, errors) is { } entry && !entries.Add(entry, element.Line, element.Column, "UniqueID"))
                    return;
            }
            shown.Done();
        });
        return entries.Reading("uk", published);
    }
}
