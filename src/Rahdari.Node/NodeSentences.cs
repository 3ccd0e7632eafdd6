using System.Globalization;
using System.Resources;
using Rahdari.Border;
using Rahdari.Casework;
using Rahdari.Documents.Findings;
using Rahdari.Imaging;

namespace Rahdari.Node;

/// <summary>The plain sentence of every finding and broken rule of the site and of the rooms below, in English and Urdu. Thread-safe.</summary>
public static class NodeSentences
{
    private static readonly ResourceManager Sentences = new("Rahdari.Node.Resources.Sentences", typeof(NodeSentences).Assembly);

    /// <summary>The sentence with its evidence filled in; the code itself where nothing is known of it.</summary>
    public static string Of(Finding finding, CultureInfo culture)
    {
        if (Sentences.GetString(finding.Code, culture) is not { } sentence)
            return ImagingSentences.Of(finding, culture) ?? CaseworkSentences.Of(finding, culture) ?? BorderSentences.Of(finding, culture);
        foreach (var (name, value) in finding.Evidence)
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return sentence;
    }
}
