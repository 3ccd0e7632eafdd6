using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Documents.Findings;

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

    /// <summary>
    /// Where <c>list[3].source.year</c> of a document that was read stands, by its first property: line and column (both 1-based, the column in bytes). Where the entry begins if the file does not
    /// name the property; the beginning if there is no such entry.
    /// </summary>
    /// <param name="utf8">The document.</param>
    /// <param name="list">The member of the document that holds the list.</param>
    /// <param name="field">The field.</param>
    private static (long Line, long Column) Place(ReadOnlySpan<byte> utf8, string list, string field)
    {
        var parts = field.Split('.', 3);
        var index = parts[0].StartsWith($"{list}[", StringComparison.Ordinal) ? int.Parse(parts[0].AsSpan(list.Length + 1, parts[0].Length - list.Length - 2), CultureInfo.InvariantCulture) : -1;
        var property = parts.Length < 2 ? null : parts[1].Split('[')[0];
        // The document was read already: nothing of it is malformed.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
        var (at, place) = (-1, 0L);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 2 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null && ++at == index)
                place = reader.TokenStartIndex;
            if (at == index && index >= 0 && reader.CurrentDepth == 3 && reader.TokenType == JsonTokenType.PropertyName && property is not null && reader.ValueTextEquals(property))
            {
                place = reader.TokenStartIndex;
                break;
            }
        }
        var before = utf8[..(int)place];
        return (before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }

    /// <summary>The rule broken in an entry of a list, with the place in its evidence.</summary>
    public static Finding Placed(Finding problem, ReadOnlySpan<byte> utf8, string list)
    {
        var (line, column) = Place(utf8, list, problem.Field ?? "");
        return problem with { Evidence = new Dictionary<string, string>(problem.Evidence) { ["value"] = Shown(problem.Evidence["value"]), ["line"] = $"{line}", ["column"] = $"{column}" } };
    }

    /// <summary>No more of it than a sentence can tell.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
