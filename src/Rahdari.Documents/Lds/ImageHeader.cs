using System.Buffers.Binary;

namespace Rahdari.Documents.Lds;

/// <summary>What the first bytes of a picture say. Takes any bytes.</summary>
internal static class ImageHeader
{
    public static StoredImage Read(ReadOnlyMemory<byte> picture)
    {
        var bytes = picture.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            var (width, height) = Jpeg(bytes);
            return new StoredImage(ImageKind.Jpeg, width, height, picture);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
        {
            var (width, height) = Jpeg2000(bytes);
            return new StoredImage(ImageKind.Jpeg2000, width, height, picture);
        }
        return new StoredImage(ImageKind.Unknown, 0, 0, picture);
    }

    /// <summary>The frame header (ISO/IEC 10918-1 §B.2.2): the first segment SOF0 to SOF15 that is no table.</summary>
    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return default;
    }

    /// <summary>The size segment of the code stream (ISO/IEC 15444-1 §A.5.1).</summary>
    private static (int Width, int Height) Jpeg2000(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]);
        if (at < 0 || bytes.Length < at + 24)
            return default;
        var size = bytes[(at + 8)..];
        var (right, bottom) = (BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
        var (left, top) = (BinaryPrimitives.ReadUInt32BigEndian(size[8..]), BinaryPrimitives.ReadUInt32BigEndian(size[12..]));
        return right < left || bottom < top ? default : ((int)Math.Min(right - left, int.MaxValue), (int)Math.Min(bottom - top, int.MaxValue));
    }
}
