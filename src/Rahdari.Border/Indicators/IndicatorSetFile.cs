using System.Globalization;
using System.Text.Json;

namespace Rahdari.Border.Indicators;

/// <summary>Reads indicators from a file: <c>{"indicators":[…]}</c>, with the properties of <see cref="Indicator"/>. Takes any bytes and never throws. Pure; thread-safe.</summary>
public static class IndicatorSetFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 1024 * 1024;

    private const string Items = "indicators";

    /// <summary>The indicators, or the first rule that the file breaks, with <c>line</c> and <c>column</c> (both 1-based, the column in bytes) in its evidence.</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<Indicator>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.IndicatorsInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"), ("line", "1"), ("column", "1"));
        utf8 = StrictJson.Unmarked(utf8);
        if (!StrictJson.TryRead<Document>(utf8, out var document, out var wrong))
            return BorderRule.IndicatorsMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        if (IndicatorSetCheck.Problem(document.Indicators) is not { } problem)
            return new Answer<IReadOnlyList<Indicator>>(document.Indicators);
        var (line, column) = Place(utf8, problem.Field ?? "");
        return problem with { Evidence = new Dictionary<string, string>(problem.Evidence) { ["value"] = StrictJson.Shown(problem.Evidence["value"]), ["line"] = $"{line}", ["column"] = $"{column}" } };
    }

    /// <summary>Where <c>indicators[3].source.year</c> stands, by its first property; where its indicator begins if the file does not name that.</summary>
    private static (long Line, long Column) Place(ReadOnlySpan<byte> utf8, string field)
    {
        var parts = field.Split('.', 3);
        var index = parts[0].StartsWith($"{Items}[", StringComparison.Ordinal) ? int.Parse(parts[0].AsSpan(Items.Length + 1, parts[0].Length - Items.Length - 2), CultureInfo.InvariantCulture) : -1;
        var property = parts.Length < 2 ? null : parts[1].Split('[')[0];
        // The document was read already: nothing of it is malformed.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = StrictJson.Deepest });
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

    private sealed record Document(IReadOnlyList<Indicator> Indicators);
}
