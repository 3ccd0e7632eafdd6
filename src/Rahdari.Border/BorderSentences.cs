using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Border;

/// <summary>The plain sentence of every finding and broken rule, of the border and of documents, in English and Urdu.</summary>
public static class BorderSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Border.Resources.Sentences", typeof(BorderSentences).Assembly);

    /// <summary>The sentence with its evidence filled in; the code itself where nothing is known of it.</summary>
    public static string Of(Finding finding, CultureInfo culture) =>
        DocumentSentences.Of(finding, culture) ?? RecordSentences.Of(finding, culture) ?? RecordSentences.Told(Sentences, finding, culture) ?? finding.Code;
}
