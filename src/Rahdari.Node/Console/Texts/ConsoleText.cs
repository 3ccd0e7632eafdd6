using System.Globalization;
using System.Resources;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Console.Texts;

/// <summary>The console's texts in the language of one request or one circuit.</summary>
/// <remarks>The language is taken once: in a circuit later work may run under the language of whoever caused it.</remarks>
internal sealed class ConsoleText
{
    private static readonly ResourceManager Resources = new("Rahdari.Node.Console.Texts.ConsoleText", typeof(ConsoleText).Assembly);

    /// <summary>The language.</summary>
    public CultureInfo Culture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The language's code: <c>en</c> or <c>ur</c>.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    /// <summary>The direction of writing: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>A text.</summary>
    public string this[string key] => Resources.GetString(key, Culture) ?? throw new InvalidOperationException($"No text is called '{key}'.");

    /// <summary>A text with its values filled in, each kept in its own direction.</summary>
    public string this[string key, params ReadOnlySpan<object?> values]
    {
        get
        {
            var shown = new object[values.Length];
            for (var i = 0; i < values.Length; i++)
                shown[i] = Isolate(string.Create(CultureInfo.InvariantCulture, $"{values[i]}"));
            return string.Format(CultureInfo.InvariantCulture, this[key], shown);
        }
    }

    /// <summary>The text of a word of an enumeration: <c>AdviceClear</c>.</summary>
    public string Word<T>(string prefix, T word)
        where T : struct, Enum => this[prefix + word];

    /// <summary>The sentence of a finding, its evidence kept in its own direction.</summary>
    public string Of(Finding finding)
    {
        var evidence = finding.Evidence.ToDictionary(e => e.Key, e => Isolate(e.Value), StringComparer.Ordinal);
        return NodeSentences.Of(finding with { Evidence = evidence }, Culture);
    }

    /// <summary>A value that keeps its own direction inside of a sentence: without it a date, or a name in other letters, would be turned about.</summary>
    public static string Isolate(string value) => $"\u2068{value}\u2069";
}
