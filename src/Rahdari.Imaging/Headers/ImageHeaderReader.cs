using System.Buffers.Binary;

namespace Rahdari.Imaging.Headers;

/// <summary>Reads kind and size without decoding, so that a small file that would fill the memory is refused. Pure; takes any bytes.</summary>
public static class ImageHeaderReader
{
    /// <summary>The header, or null where the bytes are no picture of a kind that is read.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        var (kind, size) = file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => (ImageKind.Png, Png(file)),
            [0xFF, 0xD8, 0xFF, ..] => (ImageKind.Jpeg, Jpeg(file)),
            [(byte)'I', (byte)'I', 42, 0, ..] => (ImageKind.Tiff, Tiff(file, little: true)),
            [(byte)'M', (byte)'M', 0, 42, ..] => (ImageKind.Tiff, Tiff(file, little: false)),
            [(byte)'B', (byte)'M', ..] => (ImageKind.Bmp, Bmp(file)),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (ImageKind.WebP, WebP(file)),
            [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] => (ImageKind.Jpeg2000, Boxes(file)),
            [0xFF, 0x4F, 0xFF, 0x51, ..] => (ImageKind.Jpeg2000, Codestream(file)),
            _ => (ImageKind.Png, default),
        };
        return size is { Width: > 0 and <= int.MaxValue, Height: > 0 and <= int.MaxValue } ? new ImageHeader(kind, (int)size.Width, (int)size.Height) : null;
    }

    private static (long Width, long Height) Png(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file[12..16].SequenceEqual("IHDR"u8) ? (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..])) : default;

    private static (long Width, long Height) Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 <= file.Length;)
        {
            if (file[at] != 0xFF)
                return default;
            var marker = file[at + 1];
            if (marker == 0xFF || marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            // SOF0 to SOF15, without DHT, JPG and DAC, which share the range.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            if (marker == 0xDA)
                return default;
            at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
        }
        return default;
    }

    private static (long Width, long Height) Bmp(ReadOnlySpan<byte> file)
    {
        if (file.Length < 26)
            return default;
        return BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == 12
            ? (BinaryPrimitives.ReadUInt16LittleEndian(file[18..]), BinaryPrimitives.ReadUInt16LittleEndian(file[20..]))
            : (BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..])));
    }

    private static (long Width, long Height) Tiff(ReadOnlySpan<byte> file, bool little)
    {
        if (file.Length < 8)
            return default;
        long directory = Long(file, 4);
        if (directory < 8 || directory + 2 > file.Length)
            return default;
        var entries = Short(file, (int)directory);
        long width = 0, height = 0;
        for (var i = 0; i < entries; i++)
        {
            var at = directory + 2 + 12L * i;
            if (at + 12 > file.Length)
                break;
            var (tag, type) = (Short(file, (int)at), Short(file, (int)at + 2));
            long value = type == 3 ? Short(file, (int)at + 8) : Long(file, (int)at + 8);
            switch (tag)
            {
                case 256:
                    width = value;
                    break;
                case 257:
                    height = value;
                    break;
                case 277 when value > 4: // more channels than a picture has: memory by another door
                    return default;
            }
        }
        return (width, height);

        int Short(ReadOnlySpan<byte> from, int at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from[at..]) : BinaryPrimitives.ReadUInt16BigEndian(from[at..]);
        uint Long(ReadOnlySpan<byte> from, int at) => little ? BinaryPrimitives.ReadUInt32LittleEndian(from[at..]) : BinaryPrimitives.ReadUInt32BigEndian(from[at..]);
    }

    private static (long Width, long Height) WebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
            return default;
        var chunk = file[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
            return (1 + Three(file, 24), 1 + Three(file, 27));
        if (chunk.SequenceEqual("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF);
        if (!chunk.SequenceEqual("VP8L"u8) || file[20] != 0x2F)
            return default;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
        return (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));

        static long Three(ReadOnlySpan<byte> from, int at) => from[at] | from[at + 1] << 8 | from[at + 2] << 16;
    }

    /// <summary>The codestream's size counts, not the boxes': it is what is decoded.</summary>
    private static (long Width, long Height) Boxes(ReadOnlySpan<byte> file)
    {
        for (long at = 0; at + 8 <= file.Length;)
        {
            var box = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (box[4..8].SequenceEqual("jp2c"u8))
                return Codestream(box[(length == 1 ? Math.Min(16, box.Length) : 8)..]);
            if (length < 8)
                return default;
            at += length;
        }
        return default;
    }

    private static (long Width, long Height) Codestream(ReadOnlySpan<byte> code)
    {
        if (code.Length < 42 || code[0] != 0xFF || code[1] != 0x4F || code[2] != 0xFF || code[3] != 0x51 || BinaryPrimitives.ReadUInt16BigEndian(code[40..]) > 4)
            return default;
        return (At(code, 8) - At(code, 16), At(code, 12) - At(code, 20));

        static long At(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32BigEndian(from[at..]);
    }
}
