using System.Globalization;
using System.Resources;

namespace Rahdari.Documents.Findings;

/// <summary>The plain sentence of each finding of this library, in English and Urdu. Thread-safe.</summary>
public static class DocumentSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Documents.Resources.Sentences", typeof(DocumentSentences).Assembly);

    /// <summary>The sentence with its evidence filled in, or null where the code is not of this library.</summary>
    public static string? Of(Finding finding, CultureInfo culture)
    {
        if (Sentences.GetString(finding.Code, culture) is not { } sentence)
            return null;
        foreach (var (name, value) in finding.Evidence)
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return sentence;
    }
}
