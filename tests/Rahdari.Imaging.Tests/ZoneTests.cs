using OpenCvSharp;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Tests.Captures;

namespace Rahdari.Imaging.Tests;

public class ZoneTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(90)]
    [InlineData(181)]
    [InlineData(295)]
    public async Task A_zone_is_read_at_any_angle(double angle)
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder();
        var reading = await Pictures.ReadAsync(Pictures.Take(holder, Pictures.Clean with { Rotation = angle }));
        Assert.Equal(MrzComposer.Compose(holder), reading.Zone!.Lines);
        Assert.Empty(reading.Zone.Findings);
    }

    [Theory]
    [InlineData(MrzFormat.TD1)]
    [InlineData(MrzFormat.TD2)]
    [InlineData(MrzFormat.MRVA)]
    [InlineData(MrzFormat.MRVB)]
    public async Task Cards_and_visas_are_read_too(MrzFormat format)
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder(format);
        var reading = await Pictures.ReadAsync(Pictures.Take(holder, Pictures.Clean));
        Assert.Equal(MrzComposer.Compose(holder), reading.Zone!.Lines);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".tiff")]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    [InlineData(".jp2")]
    public async Task Every_kind_of_file_is_read(string extension)
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder();
        using var picture = Cv2.ImDecode(Pictures.Take(holder, Pictures.Clean), ImreadModes.Color);
        var reading = await Pictures.ReadAsync(picture.ImEncode(extension));
        Assert.Equal(MrzComposer.Compose(holder), reading.Zone!.Lines);
    }

    [Fact]
    public async Task A_picture_taken_aslant_is_straightened()
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder();
        var reading = await Pictures.ReadAsync(Pictures.Take(holder, Pictures.Clean with { Yaw = 12, Pitch = -10, Rotation = 12, Falloff = 0.4, Noise = 4, Jpeg = 80 }));
        Assert.Equal(MrzComposer.Compose(holder), reading.Zone!.Lines);
    }

    [Fact]
    public async Task A_wrong_check_digit_that_is_printed_clearly_stays_wrong()
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder();
        var lines = MrzComposer.Compose(holder).ToArray();
        var digit = lines[1][19];
        lines[1] = lines[1][..19] + (digit == '7' ? '4' : '7') + lines[1][20..];
        var reading = await Pictures.ReadAsync(Pictures.Take(holder, Pictures.Clean, lines));
        Assert.Equal(lines, reading.Zone!.Lines);
        Assert.Contains(reading.Zone.Findings, finding => finding.Code == "MRZ_CHECK_DIGIT_DATE_OF_BIRTH");
    }

    [Fact]
    public async Task A_digit_printed_in_the_name_is_not_made_a_letter()
    {
        Pictures.NeedFont();
        var holder = Pictures.Holder();
        var lines = MrzComposer.Compose(holder).ToArray();
        lines[0] = lines[0].Replace("SPECIMEN", "SPEC4MEN", StringComparison.Ordinal);
        var reading = await Pictures.ReadAsync(Pictures.Take(holder, Pictures.Clean, lines));
        Assert.Equal(lines, reading.Zone!.Lines);
        Assert.Contains(reading.Zone.Findings, finding => finding.Code == "MRZ_ALPHABET");
    }

    [Fact]
    public async Task Where_nothing_can_be_read_nothing_is_made_up()
    {
        Pictures.NeedFont();
        var reading = await Pictures.ReadAsync(Pictures.Take(Pictures.Holder(), Pictures.Clean with { Blur = 0.9 }));
        Assert.Contains(reading.Findings, finding => finding.Code == ImageRule.ZoneNotFound.Code || finding.Code == ImageRule.ZoneIllegible.Code);
    }

    [Fact]
    public async Task A_picture_without_a_zone_is_told_so()
    {
        var reading = await Pictures.ReadAsync(Pictures.Encode(".png", 900, 600));
        Assert.Null(reading.Zone);
        Assert.Contains(reading.Findings, finding => finding.Code == ImageRule.ZoneNotFound.Code);
    }

    [Fact]
    public async Task Of_a_small_part_of_the_measurement_scans_are_exact_and_nothing_wrong_goes_untold()
    {
        Pictures.NeedFont();
        var scans = await TrialsAsync(Capture.Scanner, 10);
        var photographs = await TrialsAsync(Capture.Phone, 5);
        Assert.True(scans.Count(trial => trial.IsExactWhereChecked) >= 9);
        Assert.True(photographs.Count(trial => trial.IsExactWhereChecked) >= 4);
        Assert.All(scans.Concat(photographs), trial => Assert.Empty(trial.Silent()));
    }

    private static async Task<IReadOnlyList<ZoneTrial>> TrialsAsync(Func<Random, Capture> kind, int count)
    {
        var trials = new List<ZoneTrial>();
        for (var i = 0; i < count; i++)
            trials.Add(await ZoneTrial.RunAsync(70_000 + i, kind, Pictures.Tools with { BarcodeReader = null }));
        return trials;
    }
}
