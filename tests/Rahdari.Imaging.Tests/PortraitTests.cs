using OpenCvSharp;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Tests;

public class PortraitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(140)]
    public async Task The_portrait_is_cut_out_upright_and_whole(double angle)
    {
        Pictures.NeedFont();
        var reading = await Pictures.ReadAsync(Pictures.Take(Pictures.Holder(), Pictures.Clean with { Rotation = angle, Yaw = 8 }));
        var portrait = reading.Portrait!;
        using var picture = Cv2.ImDecode(portrait.Jpeg.Span, ImreadModes.Grayscale);
        Assert.Equal((portrait.Width, portrait.Height), (picture.Width, picture.Height));
        // The drawn hair is the darkest oval, the face within it light: above the middle, and within the picture.
        using var dark = picture.Threshold(75, 255, ThresholdTypes.BinaryInv);
        var box = Cv2.BoundingRect(dark);
        Assert.InRange(box.Left, 1, picture.Width / 3);
        Assert.InRange(box.Right, picture.Width * 2 / 3, picture.Width - 1);
        Assert.InRange(box.Top, 1, picture.Height / 3);
    }

    [Fact]
    public async Task The_back_of_a_card_has_no_portrait()
    {
        Pictures.NeedFont();
        Assert.Null((await Pictures.ReadAsync(Pictures.Take(Pictures.Holder(MrzFormat.TD1), Pictures.Clean))).Portrait);
    }
}
