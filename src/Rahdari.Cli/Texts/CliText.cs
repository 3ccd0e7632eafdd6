using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Texts;

/// <summary>The command line's own texts in English and Urdu.</summary>
internal static class CliText
{
    private static readonly ResourceManager Resources = new("Rahdari.Cli.Texts.CliText", typeof(CliText).Assembly);

    /// <summary>A text with its values filled in.</summary>
    public static string Of(string key, CultureInfo culture, params ReadOnlySpan<object> values)
    {
        var text = Resources.GetString(key, culture) ?? throw new InvalidOperationException($"No text is called '{key}'.");
        return values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }

    /// <summary>The sentence of a broken rule with its evidence filled in, or null where the code is not of the command line.</summary>
    public static string? Sentence(Finding finding, CultureInfo culture)
    {
        var sentence = Resources.GetString(finding.Code, culture);
        if (sentence is null)
            return null;
        foreach (var (name, value) in finding.Evidence)
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return sentence;
    }
}
