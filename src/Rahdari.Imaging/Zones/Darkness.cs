using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>How dark each pixel is beside the paper around it: 0 as the paper, 1 black. Uneven light drops out, for it falls on ink and paper alike.</summary>
internal static class Darkness
{
    /// <param name="grey">Eight bits a pixel.</param>
    /// <param name="reach">Pixels, odd: more than the widest stroke, less than a shadow's edge.</param>
    /// <returns>32-bit floating point, the caller's to dispose of.</returns>
    public static Mat Of(Mat grey, int reach)
    {
        using var kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(reach, reach));
        using var paper = grey.MorphologyEx(MorphTypes.Close, kernel);
        using var light = new Mat();
        using var level = new Mat();
        grey.ConvertTo(light, MatType.CV_32FC1);
        paper.ConvertTo(level, MatType.CV_32FC1);
        // A black surround has no paper: without a floor its noise would count as ink.
        Cv2.Max(level, 40, level);
        var darkness = new Mat();
        Cv2.Divide(light, level, darkness);
        Cv2.Subtract(Scalar.All(1), darkness, darkness);
        return darkness;
    }
}
