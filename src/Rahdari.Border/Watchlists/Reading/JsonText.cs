using System.Text.Json;
using System.Text.Unicode;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>JSON of a stranger's: what is malformed becomes an error with its place.</summary>
internal static class JsonText
{
    /// <summary>Deeper than anything that a list has.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ListLimits.DeepestElement };

    /// <summary>The text's one value, or null where it is none: the error is told.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="file">For errors.</param>
    /// <param name="firstLine">The line on which the text begins.</param>
    /// <param name="errors">What is wrong is told here.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, string file, long firstLine, ListErrors errors)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            errors.Reject(ListRule.TextInvalid.Broken(file, firstLine, 0, null));
            return null;
        }
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException malformed)
        {
            errors.Add(Malformed(malformed, file, firstLine));
            return null;
        }
    }

    /// <summary>The error of text that is no JSON.</summary>
    public static ListError Malformed(JsonException malformed, string file, long firstLine)
    {
        // The place is told beside the sentence.
        var sentence = malformed.Message;
        var place = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (place > 0)
            sentence = sentence[..place];
        return ListRule.JsonMalformed.Broken(file, firstLine + (malformed.LineNumber ?? 0), (malformed.BytePositionInLine ?? -1) + 1, null, ("reason", sentence));
    }

    /// <summary>A text or number, cleaned; empty where the value is none.</summary>
    /// <exception cref="InvalidOperationException">The text has half a character in it.</exception>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ListText.Clean(value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    /// <summary>The text or number of a property; empty where there is none.</summary>
    /// <exception cref="InvalidOperationException">The text has half a character in it.</exception>
    public static string Text(JsonElement owner, string property) => owner.TryGetProperty(property, out var value) ? Text(value) : "";

    /// <summary>The texts and numbers of a property, one or an array of them.</summary>
    /// <exception cref="InvalidOperationException">A text has half a character in it.</exception>
    public static IEnumerable<string> Texts(JsonElement owner, string property)
    {
        if (!owner.TryGetProperty(property, out var value))
            return [];
        var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
        return texts.Where(t => t.Length > 0);
    }
}
