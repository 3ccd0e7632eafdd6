using System.Globalization;
using System.Text.Json;

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

    /// <summary>The classes, or the first rule that the file breaks, with <c>line</c> and <c>column</c> (both 1-based, the column in bytes) in its evidence.</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<PermissionClass>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.EntryRulesInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"), ("line", "1"), ("column", "1"));
        utf8 = StrictJson.Unmarked(utf8);
        if (!StrictJson.TryRead<Document>(utf8, out var document, out var wrong))
            return BorderRule.EntryRulesMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        if (EntryRulesCheck.Problem(document.Classes) is not { } problem)
            return new Answer<IReadOnlyList<PermissionClass>>(document.Classes);
        var (line, column) = Place(utf8, problem.Field ?? "");
        return problem with { Evidence = new Dictionary<string, string>(problem.Evidence) { ["value"] = StrictJson.Shown(problem.Evidence["value"]), ["line"] = $"{line}", ["column"] = $"{column}" } };
    }

    /// <summary>Where <c>classes[3].stayDays</c> stands; where its class begins if the file does not name the property.</summary>
    private static (long Line, long Column) Place(ReadOnlySpan<byte> utf8, string field)
    {
        var parts = field.Split('.', 2);
        var index = parts[0].StartsWith($"{Classes}[", StringComparison.Ordinal) ? int.Parse(parts[0].AsSpan(Classes.Length + 1, parts[0].Length - Classes.Length - 2), CultureInfo.InvariantCulture) : -1;
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

    private sealed record Document(IReadOnlyList<PermissionClass> Classes);
}
