using System.Globalization;
using System.Text;
using System.Xml;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>A list as XML: streamed, bounded, document types refused, and what is malformed told with its place.</summary>
internal static class XmlListFile
{
    /// <summary>Reads the file where its outermost element is the one expected.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="root">The outermost element.</param>
    /// <param name="errors">What is wrong is told here.</param>
    /// <param name="content">Is given the reader on the outermost element.</param>
    public static void Read(Stream xml, string file, string root, ListErrors errors, Action<XmlReader> content)
    {
        // A list may be declared in Windows-1252 or Windows-1256; .NET knows them only once they are registered.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
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
            if (reader.LocalName != root)
                errors.Add(ListRule.XmlRoot.Broken(file, Line(reader), Column(reader), null, ("found", reader.LocalName), ("expected", root)));
            else
                content(reader);
        }
        catch (XmlException malformed)
        {
            errors.Add(Malformed(malformed, file, reader));
        }
    }

    /// <summary>A time that an attribute or element gives; null where it gives none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

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
