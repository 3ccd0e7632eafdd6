using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Records;

/// <summary>JSON that headquarters writes by hand: what is misspelt, missing, twice there or of another kind is an error, for a slip of the pen would lose a rule. Thread-safe.</summary>
internal static class StrictJson
{
    /// <summary>How deep a file may be.</summary>
    public const int Deepest = 8;

    private const int LongestShown = 100;

    // By reflection: generated code forgets what a property is where the file does not name it.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a document; takes any bytes and never throws.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="read">The document; null where it is none.</param>
    /// <param name="wrong">Where it is no such document: the field, and line and column (both 1-based, the column in bytes); null where it is one.</param>
    public static bool TryRead<T>(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out T? read, [NotNullWhen(false)] out (string Field, long Line, long Column)? wrong)
        where T : class
    {
        (read, wrong) = (null, null);
        try
        {
            read = JsonSerializer.Deserialize<T>(utf8, Options);
            if (read is null)
                wrong = ("$", 1, 1);
        }
        catch (JsonException malformed)
        {
            wrong = (Shown(malformed.Path ?? "$"), (malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        }
        return read is not null;
    }

    /// <summary>Without a mark of the byte order.</summary>
    public static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;

    /// <summary>No more of it than a sentence can tell.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
