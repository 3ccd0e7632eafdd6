using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Reads directory entries as text (LDIF, RFC 2849), content alone: a record of changes is refused. Takes any bytes; thread-safe.</summary>
internal static class LdifReader
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>The attributes of each entry, its name (<c>dn</c>) first. What is malformed is a finding with its line, and the rest is read.</summary>
    public static IEnumerable<IReadOnlyList<LdifAttribute>> Read(ReadOnlyMemory<byte> text, List<Finding> findings)
    {
        var entry = new List<LdifAttribute>();
        foreach (var (line, number) in Unfolded(text))
        {
            if (line.IsEmpty)
            {
                if (entry.Count > 0)
                    yield return entry;
                entry = [];
            }
            else if (Attribute(line, number) is not { } attribute)
            {
                findings.Add(TrustRule.LdifLine.Found(null, $"{number}"));
            }
            else if (attribute.Name == "changetype" && attribute.Text != "add")
            {
                findings.Add(TrustRule.LdifChange.Found(null, $"{number}", attribute.Text.Length > 20 ? attribute.Text[..20] : attribute.Text));
                entry = [];
            }
            else if (attribute.Name == "dn" || entry.Count > 0)
            {
                entry.Add(attribute); // What stands before any name, the version, says nothing of an entry.
            }
        }
        if (entry.Count > 0)
            yield return entry;
    }

    /// <summary>Lines without comments; one that begins with a blank goes on with the line before it.</summary>
    private static IEnumerable<(ReadOnlyMemory<byte> Line, int Number)> Unfolded(ReadOnlyMemory<byte> text)
    {
        var folded = new ArrayBufferWriter<byte>();
        var (pending, begun, number, at) = (default(ReadOnlyMemory<byte>?), 0, 0, 0);
        while (at < text.Length)
        {
            var end = text.Span[at..].IndexOfAny(LineEnds);
            var line = end < 0 ? text[at..] : text.Slice(at, end);
            at = end < 0 ? text.Length : at + end + (text.Span[(at + end)..].StartsWith("\r\n"u8) ? 2 : 1);
            number++;
            if (line.Span is [(byte)' ', ..] && pending is { } before)
            {
                if (folded.WrittenCount == 0)
                    folded.Write(before.Span);
                folded.Write(line.Span[1..]);
                continue;
            }
            if (Whole() is { } whole)
                yield return whole;
            (pending, begun) = (line, number);
            folded.ResetWrittenCount();
        }
        if (Whole() is { } last)
            yield return last;

        (ReadOnlyMemory<byte>, int)? Whole() =>
            pending is not { } line || line.Span is [(byte)'#', ..] ? null : (folded.WrittenCount == 0 ? line : folded.WrittenMemory.ToArray(), begun);
    }

    /// <summary><c>name: text</c> or <c>name:: base64</c>; what stands elsewhere (<c>:&lt;</c>) is never fetched.</summary>
    private static LdifAttribute? Attribute(ReadOnlyMemory<byte> line, int number)
    {
        var colon = line.Span.IndexOf((byte)':');
        if (colon < 1 || !Ascii.IsValid(line.Span[..colon]))
            return null;
        var name = Encoding.ASCII.GetString(line.Span[..colon]).Split(';')[0].ToLowerInvariant();
        var value = line[(colon + 1)..];
        if (value.Span is [(byte)'<', ..])
            return null;
        if (value.Span is not [(byte)':', ..])
            return new LdifAttribute(name, Trimmed(value), number);
        var encoded = Trimmed(value[1..]);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        return Base64.DecodeFromUtf8(encoded.Span, bytes, out _, out var written) == OperationStatus.Done ? new LdifAttribute(name, bytes.AsMemory(0, written), number) : null;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> value) => value.TrimStart((byte)' ').TrimEnd((byte)' ');
}
