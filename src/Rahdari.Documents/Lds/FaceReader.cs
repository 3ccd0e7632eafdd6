using System.Buffers.Binary;

namespace Rahdari.Documents.Lds;

/// <summary>Pictures of the holder: EF.DG2 (ISO/IEC 19794-5 or 39794-5 in the frame of ISO/IEC 7816-11), EF.DG5 and EF.DG7.</summary>
internal static class FaceReader
{
    private const int TemplateGroup = 0x7F61;
    private const int Template = 0x7F60;
    private const int DataBlock = 0x5F2E;
    private const int DataBlockOf39794 = 0x7F2E;
    private const int DeepestNesting = 12;

    /// <summary>The first face of EF.DG2.</summary>
    public static StoredImage? Face(FileReading reading)
    {
        if (reading.Required(TemplateGroup) is not { } group)
            return null;
        if (FileReading.Find(reading.Objects(group), Template) is not { } template)
        {
            reading.Missing(Template);
            return null;
        }
        var objects = reading.Objects(template);
        var picture = FileReading.Find(objects, DataBlock) is { } block ? Of19794(block)
            : FileReading.Find(objects, DataBlockOf39794) is { } newer ? Of39794(newer, DeepestNesting)
            : null;
        if (picture is not { } found)
        {
            reading.Missing(DataBlock);
            return null;
        }
        return Checked(reading, ImageHeader.Read(found));
    }

    /// <summary>The first picture under the tag.</summary>
    public static StoredImage? Displayed(FileReading reading, int tag) =>
        reading.Required(tag) is { } picture ? Checked(reading, ImageHeader.Read(picture)) : null;

    private static StoredImage Checked(FileReading reading, StoredImage image)
    {
        if (image.Kind == ImageKind.Unknown)
            reading.Add(LdsRule.ImageKind.Found(reading.File.Name, reading.File.Name));
        return image;
    }

    /// <summary>ISO/IEC 19794-5:2005 §5: a header of 14 octets, face information of 20, feature points of 8 each, image information of 12, the picture.</summary>
    private static ReadOnlyMemory<byte>? Of19794(ReadOnlyMemory<byte> block)
    {
        var bytes = block.Span;
        if (bytes.Length < 46 || !bytes.StartsWith("FAC\0"u8))
            return null;
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[14..]);
        var start = 14 + 20 + (8 * BinaryPrimitives.ReadUInt16BigEndian(bytes[18..])) + 12;
        var end = Math.Min((long)bytes.Length, 14 + (long)length);
        return start < end ? block[start..(int)end] : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>ISO/IEC 39794-5: the representation is an octet string somewhere in the tree, known by what it begins with.</summary>
    private static ReadOnlyMemory<byte>? Of39794(ReadOnlyMemory<byte> tree, int nesting)
    {
        while (nesting > 0 && DataObject.TryReadFirst(tree, out var part, out var length))
        {
            var found = part.IsConstructed ? Of39794(part.Value, nesting - 1)
                : ImageHeader.Read(part.Value).Kind != ImageKind.Unknown ? part.Value
                : default(ReadOnlyMemory<byte>?);
            if (found is not null)
                return found;
            tree = tree[length..];
        }
        return null;
    }
}
