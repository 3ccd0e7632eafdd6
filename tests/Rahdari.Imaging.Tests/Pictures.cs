using OpenCvSharp;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Tests.Captures;

namespace Rahdari.Imaging.Tests;

/// <summary>Pictures for the tests, and what reads them.</summary>
internal static class Pictures
{
    /// <summary>A clean scan of 300 dpi, laid down straight.</summary>
    public static readonly Capture Clean = new() { Scale = 300 / 25.4, Rotation = 0, Surround = 200, Noise = 1 };

    /// <summary>The machine's programs, without a hurry: the tests share the machine.</summary>
    public static ImageTools Tools { get; } = ImageTools.OfMachine with { Limit = TimeSpan.FromMinutes(2) };

    public static void NeedFont() => Assert.SkipUnless(SpecimenPage.CanDraw, "Debian's fonts-ocr-b is not installed.");

    public static MrzFields Holder(MrzFormat format = MrzFormat.TD3) => InventedDocument.Of(format, new Random(4));

    public static byte[] Take(MrzFields fields, Capture capture, IReadOnlyList<string>? lines = null)
    {
        var random = new Random(5);
        using var page = SpecimenPage.Draw(fields, SpecimenPage.FontFiles[0], random, lines);
        var (file, homography) = Camera.Take(page, capture, random);
        homography.Dispose();
        return file;
    }

    public static Task<ImageReading> ReadAsync(byte[] file) => ImageReader.ReadAsync(file, InventedDocument.Day, Tools, TestContext.Current.CancellationToken);

    /// <summary>A small picture without a zone.</summary>
    public static byte[] Encode(string extension, int width = 300, int height = 200)
    {
        using var picture = new Mat(height, width, MatType.CV_8UC3, new Scalar(40, 120, 200));
        Cv2.Circle(picture, width / 2, height / 2, height / 3, Scalar.White, -1);
        return picture.ImEncode(extension);
    }
}
