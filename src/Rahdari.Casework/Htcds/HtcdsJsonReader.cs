using System.Text;
using System.Text.Json;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>
/// Reads cases from JSON, a line each or one array, as <see cref="HtcdsJsonWriter"/> writes them; lists may also stand as one text with blanks between, and every value as a text. Takes any bytes and never throws
/// because of them; holds one case at a time. Thread-safe.
/// </summary>
public static class HtcdsJsonReader
{
    private const int Deepest = 8;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="from">UTF-8; stays open.</param>
    /// <param name="file">How findings name it.</param>
    public static IEnumerable<HtcdsEntry> Read(Stream from, string file = "cases.json")
    {
        var number = 0L;
        foreach (var (kind, utf8, line, column) in new JsonObjects(from).Read())
        {
            var place = new HtcdsPlace();
            HtcdsCase? told = null;
            if (kind == JsonObjects.Kind.Object)
                told = Read(utf8.Span, new Where(place, file, line, column));
            else
                place.Add(kind == JsonObjects.Kind.TooLong ? HtcdsRules.TooLong : HtcdsRules.Malformed, null, file, line, column);
            yield return new HtcdsEntry(++number, place.IsBroken ? null : told, place.Findings);
        }
    }

    private static HtcdsCase? Read(ReadOnlySpan<byte> utf8, Where where)
    {
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            json.Read();
            var others = new List<HtcdsRecord>();
            return new HtcdsCase(ReadRecord(ref json, utf8, HtcdsGroup.Case, "", others, where), others);
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber ?? 0;
            where.Place.Add(HtcdsRules.Malformed, null, where.File, where.Line + line, (line == 0 ? where.Column : 1) + (malformed.BytePositionInLine ?? 0));
        }
        catch (InvalidOperationException) // A text that is no UTF-8, or half a surrogate pair.
        {
            where.Add(HtcdsRules.Text, null, utf8, json.TokenStartIndex);
        }
        return null;
    }

    private static HtcdsRecord ReadRecord(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, HtcdsGroup group, string path, List<HtcdsRecord> others, Where where)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var extra = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (name, at) = (json.GetString()!, json.TokenStartIndex);
            json.Read();
            if (path.Length == 0 && RepeatedOf(name) is { } repeated)
                ReadRepeated(ref json, utf8, repeated, name, others, where);
            else if (HtcdsColumn.Of(group, name) is { Option: null } column)
                ReadValue(ref json, utf8, column, path, at, values, extra, where);
            else
                Refuse(ref json, HtcdsRules.FieldName, Shown(path + name), utf8, at, where);
        }
        return new HtcdsRecord(group, values, extra);
    }

    private static void ReadRepeated(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, HtcdsGroup group, string name, List<HtcdsRecord> others, Where where)
    {
        var start = json.TokenStartIndex;
        if (others.Exists(other => other.Group == group))
            where.Add(HtcdsRules.FieldTwice, name, utf8, start);
        if (json.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref json, HtcdsRules.FieldKind, name, utf8, start, where);
            return;
        }
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var path = $"{name}[{count}].";
            if (count == HtcdsEntry.MostRepeats)
                where.Add(HtcdsRules.TooMany, name, utf8, json.TokenStartIndex);
            if (json.TokenType != JsonTokenType.StartObject || count >= HtcdsEntry.MostRepeats)
                Refuse(ref json, HtcdsRules.FieldKind, path[..^1], utf8, json.TokenStartIndex, where);
            else
                others.Add(ReadRecord(ref json, utf8, group, path, others, where));
            count++;
        }
    }

    private static void ReadValue(
        ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, HtcdsColumn column, string path, long at, SortedDictionary<string, string> values, SortedDictionary<string, string> extra, Where where)
    {
        var type = column.Field?.Type ?? HtcdsType.Text;
        string? text;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.String:
                text = json.GetString()!;
                break;
            case JsonTokenType.Number when type is HtcdsType.Whole or HtcdsType.Number:
                text = Encoding.UTF8.GetString(json.ValueSpan);
                break;
            case JsonTokenType.True or JsonTokenType.False when type == HtcdsType.Flag:
                text = json.GetBoolean() ? "true" : "false";
                break;
            case JsonTokenType.StartArray when column.Field is { HoldsMany: true }:
                text = ReadOptions(ref json);
                break;
            default:
                text = null;
                break;
        }
        if (text is null)
            Refuse(ref json, HtcdsRules.FieldKind, Shown(path + column.Name), utf8, at, where);
        else if (text.Length > 0 && HtcdsPlace.Take(column, text, values, extra) is { } rule)
            where.Add(rule, path + (column.Field?.Name ?? column.Name), utf8, at);
    }

    /// <summary>The options with a blank between; null where one is no text or has a blank, the reader then within the array.</summary>
    private static string? ReadOptions(ref Utf8JsonReader json)
    {
        var options = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String || json.GetString()! is not { Length: > 0 } option || option.Any(char.IsWhiteSpace))
                return Left(ref json);
            options.Add(option);
        }
        return string.Join(' ', options);
    }

    /// <summary>Leaves an array of which nothing is wanted.</summary>
    private static string? Left(ref Utf8JsonReader json)
    {
        var depth = json.CurrentDepth - 1;
        while (json.Read() && !(json.TokenType == JsonTokenType.EndArray && json.CurrentDepth == depth))
        {
        }
        return null;
    }

    private static void Refuse(ref Utf8JsonReader json, FindingRule rule, string field, ReadOnlySpan<byte> utf8, long at, Where where)
    {
        where.Add(rule, field, utf8, at);
        json.Skip();
    }

    private static HtcdsGroup? RepeatedOf(string name)
    {
        foreach (var group in HtcdsCase.Repeated)
        {
            if (HtcdsCase.NameOf(group) == name)
                return group;
        }
        return null;
    }

    private static string Shown(string name) => name.Length <= HtcdsRecord.LongestName ? name : name[..HtcdsRecord.LongestName] + "…";

    /// <summary>Where in a file an object stands.</summary>
    private sealed record Where(HtcdsPlace Place, string File, long Line, long Column)
    {
        public void Add(FindingRule rule, string? field, ReadOnlySpan<byte> utf8, long at)
        {
            // To seek the place of each of very many would take a square of the time.
            var (line, column) = Place.IsFull ? (Line, Column) : Of(utf8, at);
            Place.Add(rule, field, File, line, column);
        }

        private (long Line, long Column) Of(ReadOnlySpan<byte> utf8, long at)
        {
            var before = utf8[..(int)Math.Min(at, utf8.Length)];
            var lines = before.Count((byte)'\n');
            return lines == 0 ? (Line, Column + at) : (Line + lines, at - before.LastIndexOf((byte)'\n'));
        }
    }
}
