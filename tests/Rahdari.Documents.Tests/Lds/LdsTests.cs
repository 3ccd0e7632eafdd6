using System.Buffers.Binary;
using CsCheck;
using Rahdari.Dates;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Lds;

public class LdsTests
{
    [Fact]
    public void What_was_personalised_is_read_back()
    {
        var read = LdsReader.Read(Issued.Genuine, Issued.Today);
        Assert.Empty(read.Findings);
        Assert.Equal([1, 2, 11, 12], read.Common!.Groups);
        Assert.Equal(("0107", "040000"), (read.Common.LdsVersion, read.Common.UnicodeVersion));
        Assert.Equal(MrzComposer.Compose(Issued.Fields), read.Zone!.Lines);
        Assert.Equal((ImageKind.Jpeg, 75, 100), (read.Face!.Kind, read.Face.Width, read.Face.Height));
        Assert.Equal(Issued.Jpeg, read.Face.Encoded.ToArray());
        Assert.Equivalent(Issued.Passport.Holder, read.Holder);
        Assert.Equal(Issued.Passport.Issue, read.Issue);
    }

    [Fact]
    public void Names_in_any_letters_and_partial_dates_come_back()
    {
        var text = Gen.String[Gen.OneOf(Gen.Char['A', 'Z'], Gen.Char['\u0621', '\u064A'], Gen.Char['\u0410', '\u044F']), 1, 40];
        var date = Gen.Select(Gen.Int[1900, 2026], Gen.Int[0, 12], Gen.Int[1, 28]).Select((year, month, day) => month == 0 ? PartialDate.Of(year) : PartialDate.Of(year, month, day));
        Gen.Select(text, text, date, text.Array[0, 5]).Holds(500, value =>
        {
            var (name, town, born, others) = value;
            var details = new HolderDetails { FullName = name, PlaceOfBirth = $"{town}, {name}", DateOfBirth = born, OtherNames = others };
            Assert.Equivalent(details, Read(11, LdsComposer.Holder(details)).Holder);
        });
    }

    [Fact]
    public void A_face_after_ISO_39794_is_found_in_its_tree()
    {
        var tree = Object(0xA1, Object(0x30, [.. Object(0x80, [0x01]), .. Object(0xA1, Object(0x04, Issued.Jpeg))]));
        var group = Object(0x75, Object(0x7F61, [.. Object(0x02, [0x01]), .. Object(0x7F60, [.. Object(0xA1, []), .. Object(0x7F2E, tree)])]));
        var read = Read(2, group);
        Assert.Empty(read.Findings);
        Assert.Equal(Issued.Jpeg, read.Face!.Encoded.ToArray());
    }

    [Fact]
    public void The_size_of_a_JPEG_2000_code_stream_is_read()
    {
        byte[] stream = [0xFF, 0x4F, 0xFF, 0x51, 0x00, 0x29, 0x00, 0x00, .. new byte[16]];
        BinaryPrimitives.WriteUInt32BigEndian(stream.AsSpan(8), 420);
        BinaryPrimitives.WriteUInt32BigEndian(stream.AsSpan(12), 525);
        Assert.Equal((ImageKind.Jpeg2000, 420, 525), Size(stream));
        // In a file the code stream stands behind boxes.
        Assert.Equal((ImageKind.Jpeg2000, 420, 525), Size([0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A, .. stream]));

        static (ImageKind, int, int) Size(byte[] picture) => Read(2, LdsComposer.Face(picture)).Face is { } face ? (face.Kind, face.Width, face.Height) : default;
    }

    [Fact]
    public void Dates_in_two_digits_an_octet_are_read()
    {
        var read = Read(12, Object(0x6C, [.. Object(0x5F26, [0x20, 0x26, 0x01, 0x00]), .. Object(0x5F55, [0x20, 0x26, 0x01, 0x26, 0x14, 0x20, 0x30])]));
        Assert.Equal(PartialDate.Of(2026, 1), read.Issue!.DateOfIssue);
        Assert.Equal("20260126142030", read.Issue.PersonalisedAt);
    }

    [Fact]
    public void Persons_to_notify_are_read()
    {
        var person = Object(0xA1, [.. Object(0x5F50, "20260126"u8), .. Object(0x5F51, "SPECIMENA<<BORIS"u8), .. Object(0x5F52, "001"u8), .. Object(0x5F53, "Specimen Town"u8)]);
        Assert.Equal([new PersonToNotify(PartialDate.Of(2026, 1, 26), "SPECIMENA<<BORIS", "001", "Specimen Town")], Read(16, Object(0x70, [.. Object(0x02, [0x01]), .. person])).PersonsToNotify);
    }

    [Fact]
    public void Where_a_file_breaks_off_is_told_by_its_byte()
    {
        var finding = Assert.Single(Read(11, Object(0x6B, [.. Object(0x5F10, "SPC42"u8), 0x5F])).Findings);
        Assert.Equal(("LDS_FILE_UNREADABLE", "EF.DG11", "8"), (finding.Code, finding.Evidence["file"], finding.Evidence["position"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(16)]
    public void Any_bytes_of_a_file_are_answered(int group)
    {
        var good = group switch
        {
            5 => Object(0x65, [.. Object(0x02, [0x01]), .. Object(0x5F40, Issued.Jpeg)]),
            7 => Object(0x67, [.. Object(0x02, [0x01]), .. Object(0x5F43, Issued.Jpeg)]),
            16 => Object(0x70, Object(0xA1, [.. Object(0x5F50, "20260126"u8), .. Object(0x5F51, "A<<B"u8)])),
            _ => Issued.Genuine[ElementaryFile.DataGroup(group)].ToArray(),
        };
        Mutations.Of(good).Holds(3000, bytes => Assert.NotNull(Read(group, bytes)));
        Gen.Byte.Array[0, 200].Holds(1000, bytes => Assert.NotNull(Read(group, [ElementaryFile.DataGroup(group).Tag, (byte)Math.Min(bytes.Length, 127), .. bytes])));
    }

    private static LogicalDataStructure Read(int group, byte[] bytes) =>
        LdsReader.Read(new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [ElementaryFile.DataGroup(group)] = bytes }, Issued.Today);

    private static byte[] Object(int tag, ReadOnlySpan<byte> value) => DataObject.Write(tag, value.ToArray());
}
