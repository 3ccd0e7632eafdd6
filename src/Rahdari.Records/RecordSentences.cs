using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Records;

/// <summary>The plain sentence of every broken <see cref="RecordRule"/>, in English and Urdu. Thread-safe.</summary>
public static class RecordSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Records.Resources.Sentences", typeof(RecordSentences).Assembly);

    /// <summary>The sentence with its evidence filled in, or null where the code is another room's.</summary>
    public static string? Of(Finding finding, CultureInfo culture) => Told(Sentences, finding, culture);

    /// <summary>The sentence that resources have for a finding, with its evidence filled in, or null.</summary>
    internal static string? Told(ResourceManager sentences, Finding finding, CultureInfo culture)
    {
        if (sentences.GetString(finding.Code, culture) is not { } sentence)
            return null;
        foreach (var (name, value) in finding.Evidence)
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return sentence;
    }
}
