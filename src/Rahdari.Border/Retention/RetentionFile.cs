using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Border.Retention;

/// <summary>
/// Reads a schedule of retention from a file: <c>{"periods":[{"class":"crossings","months":60,"legalBasis":"…"}]}</c>. Takes any bytes and never throws. Pure; thread-safe.
/// </summary>
public static class RetentionFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 64 * 1024;

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

    /// <summary>The periods, or the first rule that the file breaks; where it is no such JSON with <c>line</c> and <c>column</c> (both 1-based, the column in bytes).</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<RetentionPeriod>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.RetentionInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"));
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        try
        {
            if (JsonSerializer.Deserialize<Document>(utf8, Strict) is not { } document)
                return Malformed(1, 1, "$");
            return RetentionCheck.Problem(document.Periods) is { } problem ? problem : new Answer<IReadOnlyList<RetentionPeriod>>(document.Periods);
        }
        catch (JsonException malformed)
        {
            return Malformed((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1, malformed.Path ?? "$");
        }
    }

    private static Documents.Findings.Finding Malformed(long line, long column, string path)
    {
        var field = path.Length <= LongestShown ? path : path[..LongestShown] + "…";
        return BorderRule.RetentionMalformed.Broken(field, ("field", field), ("line", $"{line}"), ("column", $"{column}"));
    }

    private sealed record Document(IReadOnlyList<RetentionPeriod> Periods);
}
