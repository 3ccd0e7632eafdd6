using System.Globalization;
using System.Text;
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
    private const string Root = "CONSOLIDATED_LIST";

    /// <summary>Reads the list; streaming, bounded, DTDs refused. Never throws on any bytes.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream xml, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        // A list may be declared in Windows-1252 or Windows-1256; .NET knows them only once they are registered.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var errors = new ListErrors();
        var entries = new List<WatchlistEntry>();
        DateTimeOffset? published = null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ListLimits.LargestFile,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(xml, settings);
        try
        {
            reader.MoveToContent();
            if (reader.LocalName != Root)
                errors.Add(ListRule.XmlRoot.Broken(fileName, Line(reader), Column(reader), null, ("found", reader.LocalName)));
            published = Published(reader.GetAttribute("dateGenerated"));
            if (!errors.Any)
                ReadEntries(reader, fileName, entries, errors, new ReadingProgress([xml], progress, cancellation));
        }
        catch (XmlException malformed)
        {
            errors.Add(Malformed(malformed, fileName, reader));
        }
        if (!errors.Any && entries.Count == 0)
            errors.Add(ListRule.Empty.Broken(fileName, 0, 0, null));
        return errors.Reading(new PublishedList("un", published, entries));
    }

    private static void ReadEntries(XmlReader reader, string file, List<WatchlistEntry> entries, ListErrors errors, ReadingProgress progress)
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        var elements = new UnElementReader(reader, file, errors);
        while (!errors.IsFull && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !UnEntry.Kinds.TryGetValue(reader.LocalName, out var kind))
                continue;
            progress.Next();
            if (elements.Read() is not { } element)
                return;
            if (UnEntry.Read(element, kind, file, errors) is not { } entry)
                continue;
            if (!references.Add(entry.Reference))
                errors.Add(ListRule.ReferenceTwice.Broken(file, element.Line, element.Column, "REFERENCE_NUMBER", ("reference", entry.Reference)));
            if (entries.Count == ListLimits.MostEntries)
            {
                errors.Add(ListRule.FileTooLarge.Broken(file, element.Line, element.Column, null, ListLimits.OfFile));
                return;
            }
            entries.Add(entry);
        }
        progress.Done();
    }

    private static DateTimeOffset? Published(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var published) ? published : null;

    private static ListError Malformed(XmlException malformed, string file, XmlReader reader)
    {
        // The place is told beside the sentence.
        var sentence = malformed.Message;
        var place = sentence.LastIndexOf(" Line ", StringComparison.Ordinal);
        if (place > 0)
            sentence = sentence[..place];
        if (sentence.Contains("DTD", StringComparison.Ordinal))
            return ListRule.XmlDocumentType.Broken(file, Line(reader), Column(reader), null);
        return ListRule.XmlMalformed.Broken(file, malformed.LineNumber, malformed.LinePosition, null, ("reason", sentence));
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static int Column(XmlReader reader) => ((IXmlLineInfo)reader).LinePosition;
}
