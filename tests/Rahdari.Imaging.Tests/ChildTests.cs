using Rahdari.Imaging.Barcodes;
using Rahdari.Imaging.Children;
using Rahdari.Imaging.Zones;

namespace Rahdari.Imaging.Tests;

public class ChildTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_child_is_given_its_input_and_answers() =>
        Assert.Equal("abc"u8.ToArray(), await LimitedChild.RunAsync("cat", [], "abc"u8.ToArray(), Limit, default));

    [Fact]
    public async Task A_child_that_does_not_end_is_ended() =>
        Assert.Null(await LimitedChild.RunAsync("sleep", ["1000"], default, TimeSpan.FromMilliseconds(300), default));

    [Fact]
    public async Task A_child_that_takes_too_much_memory_fails() =>
        Assert.Null(await LimitedChild.RunAsync("sort", ["-S", "4G", "--parallel=1", "/dev/zero"], default, Limit, default));

    [Fact]
    public async Task A_child_writes_no_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Null(await LimitedChild.RunAsync("dd", [$"of={file}"], "a picture"u8.ToArray(), Limit, default));
            Assert.True(!File.Exists(file) || new FileInfo(file).Length == 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_no_answer() =>
        Assert.Null(await LimitedChild.RunAsync("/nowhere/tesseract", [], default, Limit, default));

    [Fact]
    public async Task Without_the_other_programs_the_zone_is_read_and_their_absence_told()
    {
        Pictures.NeedFont();
        var file = Pictures.Take(Pictures.Holder(), Pictures.Clean);
        var absent = await ImageReader.ReadAsync(file, Captures.InventedDocument.Day, new ImageTools(null, null, Limit));
        Assert.NotNull(absent.Zone!.Fields);
        Assert.Equal([ImageRule.SecondReaderAbsent.Code, ImageRule.BarcodeReaderAbsent.Code], absent.Findings.Select(f => f.Code));
        var broken = await ImageReader.ReadAsync(file, Captures.InventedDocument.Day, new ImageTools("/bin/false", "/nowhere", Limit));
        Assert.Equal([ImageRule.SecondReaderFailed.Code, ImageRule.BarcodeReaderFailed.Code], broken.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_second_reading_is_laid_beside_the_first_though_it_lost_or_doubled_a_character()
    {
        Assert.Equal("P<UT0".ToCharArray(), SecondReader.Beside("P<UTO", "P<UT0"));
        Assert.Equal(['P', '<', '\0', 'T', 'O'], SecondReader.Beside("P<UTO", "P<TO"));
        Assert.Equal("P<UTO".ToCharArray(), SecondReader.Beside("P<UTO", "P<<UTO"));
        Assert.Equal(new char[3], SecondReader.Beside("ABC", ""));
    }

    [Theory]
    [InlineData("Bytes:      48 49\nFormat:     QRCode\n", "4849")]
    [InlineData("Bytes:      XX\nFormat:     QRCode\n", null)]
    [InlineData("Format:     QRCode\n", null)]
    [InlineData("", null)]
    public void A_report_of_barcodes_is_read(string report, string? content) =>
        Assert.Equal(content is null ? [] : [content], BarcodeReader.Parse(report).Select(code => Convert.ToHexString(code.Content.Span)));
}
