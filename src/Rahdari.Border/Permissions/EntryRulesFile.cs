using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>
/// Reads rules of entry from a file: <c>{"classes":[{"code":"TOURIST","kind":"visa","title":"Tourist visa","legalBasis":"…","from":"2026-01-01"}]}</c>, with the
/// properties of <see cref="PermissionClass"/>. Takes any bytes and never throws. Pure; thread-safe.
/// </summary>
public static class EntryRulesFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 1024 * 1024;

    private const string Classes = "classes";
    private const int Deepest = 8;
    private const int LongestShown = 100;

    // By reflection: generated code forgets what a property is where the file does not name it.
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The classes, or the first rule that the file breaks, with <c>line</c> and <c>column</c> (both 1-based, the column in bytes) in its evidence.</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<PermissionClass>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.EntryRulesInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"), ("line", "1"), ("column", "1"));
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        Document? document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(utf8, Strict);
        }
        catch (JsonException malformed)
        {
            return Malformed((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1, malformed.Path);
        }
        if (document is null)
            return Malformed(1, 1, "$");
        if (EntryRulesCheck.Problem(document.Classes) is not { } problem)
            return new Answer<IReadOnlyList<PermissionClass>>(document.Classes);
        var (line, column) = Place(utf8, problem.Field ?? "");
        return problem with { Evidence = new Dictionary<string, string>(problem.Evidence) { ["value"] = Shown(problem.Evidence["value"]), ["line"] = $"{line}", ["column"] = $"{column}" } };
    }

    private static Finding Malformed(long line, long column, string? path) =>
        BorderRule.EntryRulesMalformed.Broken(Shown(path ?? "$"), ("field", Shown(path ?? "$")), ("line", $"{line}"), ("column", $"{column}"));

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    /// <summary>Where <c>classes[3].stayDays</c> stands; where its class begins if the file does not name the property.</summary>
    private static (long Line, long Column) Place(ReadOnlySpan<byte> utf8, string field)
    {
        var parts = field.Split('.', 2);
        var index = parts[0].StartsWith($"{Classes}[", StringComparison.Ordinal) ? int.Parse(parts[0].AsSpan(Classes.Length + 1, parts[0].Length - Classes.Length - 2), CultureInfo.InvariantCulture) : -1;
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

    private sealed record Document(IReadOnlyList<PermissionClass> Classes);
}
