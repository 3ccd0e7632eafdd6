using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Links;

/// <summary>The plain sentence of every broken <see cref="LinksRule"/>, in English and Urdu. Thread-safe.</summary>
public static class LinksSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Links.Resources.Sentences", typeof(LinksSentences).Assembly);

    /// <summary>The sentence with its evidence filled in, or null where the code is another room's.</summary>
    public static string? Of(Finding finding, CultureInfo culture) => RecordSentences.Told(Sentences, finding, culture);
}
