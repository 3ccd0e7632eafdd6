using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>The plain sentence of every one of the <see cref="HtcdsRules"/>, in English and Urdu. Thread-safe.</summary>
public static class HtcdsSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Casework.Resources.HtcdsSentences", typeof(HtcdsSentences).Assembly);

    /// <summary>The sentence with its evidence filled in, or null where the code is none of these.</summary>
    public static string? Of(Finding finding, CultureInfo culture) => RecordSentences.Told(Sentences, finding, culture);
}
