using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Lds;

/// <summary>Composes files of an electronic travel document: the inverse of <see cref="LdsReader"/>. Pure and thread-safe.</summary>
public static class LdsComposer
{
    /// <summary>EF.COM.</summary>
    public static byte[] Common(CommonData data) => DataObject.Write(0x60,
        DataObject.Write(0x5F01, Encoding.ASCII.GetBytes(data.LdsVersion)),
        DataObject.Write(0x5F36, Encoding.ASCII.GetBytes(data.UnicodeVersion)),
        DataObject.Write(0x5C, [.. data.Groups.Select(group => ElementaryFile.DataGroup(group).Tag)]));

    /// <summary>EF.DG1.</summary>
    /// <exception cref="ArgumentException">A field does not fit the zone.</exception>
    public static byte[] Zone(MrzFields fields) => DataObject.Write(0x61, DataObject.Write(0x5F1F, Encoding.ASCII.GetBytes(string.Concat(MrzComposer.Compose(fields)))));

    /// <summary>EF.DG2 with one face after ISO/IEC 19794-5:2005, without feature points.</summary>
    /// <param name="picture">JPEG or JPEG 2000.</param>
    /// <exception cref="ArgumentException">The picture is neither.</exception>
    public static byte[] Face(ReadOnlyMemory<byte> picture)
    {
        var image = ImageHeader.Read(picture);
        if (image.Kind == ImageKind.Unknown)
            throw new ArgumentException("A face is stored as JPEG or JPEG 2000.", nameof(picture));
        var record = new byte[14 + 20 + 12 + picture.Length];
        "FAC\0"u8.CopyTo(record);
        "010\0"u8.CopyTo(record.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(8), (uint)record.Length);
        BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(12), 1);
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(14), (uint)(record.Length - 14));
        var information = record.AsSpan(34);
        information[0] = 1; // Full frontal.
        information[1] = (byte)(image.Kind == ImageKind.Jpeg ? 0 : 1);
        BinaryPrimitives.WriteUInt16BigEndian(information[2..], (ushort)Math.Min(image.Width, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16BigEndian(information[4..], (ushort)Math.Min(image.Height, ushort.MaxValue));
        picture.Span.CopyTo(record.AsSpan(46));
        var header = DataObject.Write(0xA1, DataObject.Write(0x80, [0x01, 0x01]), DataObject.Write(0x81, [0x02]), DataObject.Write(0x87, [0x01, 0x01]), DataObject.Write(0x88, [0x00, 0x08]));
        return DataObject.Write(0x75, DataObject.Write(0x7F61, DataObject.Write(0x02, [0x01]), DataObject.Write(0x7F60, header, DataObject.Write(0x5F2E, record))));
    }

    /// <summary>EF.DG11, with what is given of name, number, dates and place.</summary>
    public static byte[] Holder(HolderDetails details)
    {
        var others = details.OtherNames.Count == 0 ? null
            : DataObject.Write(0xA0, [DataObject.Write(0x02, [(byte)details.OtherNames.Count]), .. details.OtherNames.Select(name => DataObject.Write(0x5F0F, Encoding.UTF8.GetBytes(name)))]);
        return Details(0x6B,
            (0x5F0E, Text(0x5F0E, details.FullName)), (0xA0, others), (0x5F10, Text(0x5F10, details.PersonalNumber)), (0x5F2B, Date(0x5F2B, details.DateOfBirth)),
            (0x5F11, Text(0x5F11, details.PlaceOfBirth)), (0x5F42, Text(0x5F42, details.Address)), (0x5F12, Text(0x5F12, details.Telephone)),
            (0x5F13, Text(0x5F13, details.Profession)), (0x5F14, Text(0x5F14, details.Title)), (0x5F15, Text(0x5F15, details.Summary)),
            (0x5F17, details.OtherDocuments.Count == 0 ? null : Text(0x5F17, string.Join('<', details.OtherDocuments))), (0x5F18, Text(0x5F18, details.Custody)));
    }

    /// <summary>EF.DG12.</summary>
    public static byte[] Issue(IssueDetails details) => Details(0x6C,
        (0x5F19, Text(0x5F19, details.Authority)), (0x5F26, Date(0x5F26, details.DateOfIssue)), (0x5F1B, Text(0x5F1B, details.Endorsements)),
        (0x5F1C, Text(0x5F1C, details.ExitRequirements)), (0x5F55, Text(0x5F55, details.PersonalisedAt)), (0x5F56, Text(0x5F56, details.PersonalisedBy)));

    /// <summary>EF.DG14 around SecurityInfos, EF.DG15 around a SubjectPublicKeyInfo.</summary>
    /// <exception cref="ArgumentException">The group is neither.</exception>
    public static byte[] Keys(int group, ReadOnlyMemory<byte> content) =>
        group is 14 or 15 ? DataObject.Write(ElementaryFile.DataGroup(group).Tag, content.ToArray()) : throw new ArgumentException("Keys stand in EF.DG14 and EF.DG15.", nameof(group));

    private static byte[] Details(int tag, params ReadOnlySpan<(int Tag, byte[]? Written)> fields)
    {
        List<byte> list = [];
        List<byte[]> present = [];
        foreach (var (name, written) in fields)
        {
            if (written is null)
                continue;
            list.AddRange(name > 0xFF ? [(byte)(name >> 8), (byte)name] : [(byte)name]);
            present.Add(written);
        }
        return DataObject.Write(tag, [DataObject.Write(0x5C, [.. list]), .. present]);
    }

    private static byte[]? Text(int tag, string? text) => text is null ? null : DataObject.Write(tag, Encoding.UTF8.GetBytes(text.Replace(", ", "<", StringComparison.Ordinal)));

    private static byte[]? Date(int tag, PartialDate? date) => date is { } known
        ? DataObject.Write(tag, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{known.Year ?? 0:0000}{known.Month ?? 0:00}{known.Day ?? 0:00}")))
        : null;
}
