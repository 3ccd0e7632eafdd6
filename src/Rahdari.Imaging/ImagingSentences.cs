using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Imaging;

/// <summary>The plain sentence of each finding of this library, in English and Urdu. Thread-safe.</summary>
public static class ImagingSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Imaging.Resources.Sentences", typeof(ImagingSentences).Assembly);

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
