using System.Diagnostics.CodeAnalysis;

namespace Rahdari.Documents.Lds;

/// <summary>A data object (ISO/IEC 7816-4 §8.1: tag, length, value).</summary>
/// <param name="Tag">The tag's bytes as one number: 0x61, 0x5F1F.</param>
/// <param name="Value">What it holds.</param>
internal readonly record struct DataObject(int Tag, ReadOnlyMemory<byte> Value)
{
    /// <summary>Whether it is made of objects itself.</summary>
    public bool IsConstructed => ((Tag > 0xFF ? Tag >> 8 : Tag) & 0x20) != 0;

    /// <summary>The objects in the bytes, one after another; false where they are none.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out IReadOnlyList<DataObject>? objects)
    {
        objects = null;
        var found = new List<DataObject>();
        while (!bytes.IsEmpty)
        {
            if (!TryReadFirst(bytes, out var first, out var length))
                return false;
            found.Add(first);
            bytes = bytes[length..];
        }
        objects = found;
        return true;
    }

    /// <summary>The object at the start of the bytes, and how many of them it takes.</summary>
    public static bool TryReadFirst(ReadOnlyMemory<byte> bytes, out DataObject first, out int length)
    {
        first = default;
        length = 0;
        var span = bytes.Span;
        // The platform's decoder refuses tags such as 5F0E, which the standards here write in two bytes though one would do.
        var tagLength = span.Length > 0 && (span[0] & 0x1F) == 0x1F ? 2 : 1;
        if (span.Length <= tagLength || (tagLength == 2 && span[1] > 0x7F))
            return false;
        var tag = tagLength == 1 ? span[0] : (span[0] << 8) | span[1];
        var (start, content) = (tagLength + 1, (long)span[tagLength]);
        if (content >= 0x80)
        {
            var octets = (int)content & 0x7F;
            if (octets is 0 or > 4 || span.Length < start + octets)
                return false;
            content = 0;
            foreach (var octet in span.Slice(start, octets))
                content = (content << 8) | octet;
            start += octets;
        }
        if (content > span.Length - start)
            return false;
        first = new DataObject(tag, bytes.Slice(start, (int)content));
        length = start + (int)content;
        return true;
    }

    /// <summary>Writes an object.</summary>
    public static byte[] Write(int tag, params ReadOnlySpan<byte[]> values)
    {
        var content = new List<byte>();
        foreach (var value in values)
            content.AddRange(value);
        var written = new List<byte>(content.Count + 6);
        if (tag > 0xFF)
            written.Add((byte)(tag >> 8));
        written.Add((byte)tag);
        if (content.Count >= 0x10000)
            written.AddRange([0x83, (byte)(content.Count >> 16), (byte)(content.Count >> 8)]);
        else if (content.Count >= 0x100)
            written.AddRange([0x82, (byte)(content.Count >> 8)]);
        else if (content.Count >= 0x80)
            written.Add(0x81);
        written.Add((byte)content.Count);
        written.AddRange(content);
        return [.. written];
    }
}
