using System.Buffers.Binary;
using CsCheck;
using Rahdari.Documents.Tests;
using Rahdari.Imaging.Headers;

namespace Rahdari.Imaging.Tests;

public class HeaderTests
{
    public static TheoryData<string, ImageKind> Kinds => new()
    {
        { ".jpg", ImageKind.Jpeg },
        { ".png", ImageKind.Png },
        { ".tiff", ImageKind.Tiff },
        { ".bmp", ImageKind.Bmp },
        { ".webp", ImageKind.WebP },
        { ".jp2", ImageKind.Jpeg2000 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_and_size_are_read_from_the_first_bytes(string extension, ImageKind kind) =>
        Assert.Equal(new ImageHeader(kind, 300, 200), ImageHeaderReader.Read(Pictures.Encode(extension)));

    [Fact]
    public async Task A_small_file_that_claims_more_pixels_than_a_machine_has_memory_is_refused_undecoded()
    {
        var bomb = Pictures.Encode(".png");
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(16), 200_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(20), 200_000);
        var reading = await Pictures.ReadAsync(bomb);
        Assert.Equal(ImageRule.TooManyPixels.Code, Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_told_so() =>
        Assert.Equal(ImageRule.KindUnknown.Code, Assert.Single((await Pictures.ReadAsync("%PDF-1.7"u8.ToArray())).Findings).Code);

    [Fact]
    public async Task A_file_of_more_bytes_than_are_read_is_told_so() =>
        Assert.Equal(ImageRule.FileTooLarge.Code, Assert.Single((await Pictures.ReadAsync(new byte[ImageReader.LargestBytes + 1])).Findings).Code);

    [Fact]
    public async Task A_thumbnail_is_told_so() =>
        Assert.Equal(ImageRule.TooSmall.Code, Assert.Single((await Pictures.ReadAsync(Pictures.Encode(".png", 64, 48))).Findings).Code);

    [Fact]
    public async Task A_picture_that_breaks_off_is_told_so() =>
        Assert.Equal(ImageRule.Damaged.Code, Assert.Single((await Pictures.ReadAsync(Pictures.Encode(".png")[..60])).Findings).Code);

    [Fact]
    public void Any_bytes_have_a_header_or_none()
    {
        byte[][] seeds = [.. Kinds.Select(kind => Pictures.Encode(kind.Data.Item1))];
        Gen.OneOf(Gen.OneOf(seeds).SelectMany(Mutations.Of), Gen.Byte.Array[0, 60]).Holds(20_000, bytes =>
        {
            if (ImageHeaderReader.Read(bytes) is { } header)
                Assert.True(header is { Width: > 0, Height: > 0 });
        });
    }

    [Fact]
    public void Any_bytes_of_a_picture_are_answered()
    {
        byte[][] seeds = [.. Kinds.Select(kind => Pictures.Encode(kind.Data.Item1, 260, 60))];
        var alone = new ImageTools(null, null, TimeSpan.FromMinutes(1));
        Gen.OneOf(seeds).SelectMany(Mutations.Of).Holds(150, bytes =>
        {
            var reading = ImageReader.ReadAsync(bytes, Captures.InventedDocument.Day, alone).GetAwaiter().GetResult();
            Assert.NotEmpty(reading.Findings);
            Assert.Null(reading.Zone);
        });
    }
}
