using OpenCvSharp;

namespace Rahdari.Imaging.Tests.Captures;

/// <summary>Takes a drawn page as a capture says, and writes the file that a scanner or phone would.</summary>
internal static class Camera
{
    /// <summary>Where the page's corners came to lie is returned too, from the top left clockwise, for comparing a portrait with the truth.</summary>
    public static (byte[] File, Mat Homography) Take(Mat page, Capture capture, Random random)
    {
        // The picture of the page, projected; then moved into a frame with a margin.
        var to = Projected(page.Size(), capture);
        var margin = 3 * capture.Scale;
        var (left, top) = (to.Min(p => p.X) - margin, to.Min(p => p.Y) - margin);
        var size = new Size(to.Max(p => p.X) - left + margin, to.Max(p => p.Y) - top + margin);
        Point2f[] corners = [new(0, 0), new(page.Width, 0), new(page.Width, page.Height), new(0, page.Height)];
        var homography = Cv2.GetPerspectiveTransform(corners, [.. to.Select(p => new Point2f((float)(p.X - left), (float)(p.Y - top)))]);
        // A lens gathers the light of each pixel's whole area: without this a fine page would alias.
        using var gathered = page.GaussianBlur(new Size(0, 0), Math.Max(0.3, 0.45 * SpecimenPage.Scale / capture.Scale));
        using var picture = Surround(size, capture, random);
        Cv2.WarpPerspective(gathered, picture, homography, size, InterpolationFlags.Linear, BorderTypes.Transparent);
        using var lit = Light(picture, capture, random);
        if (capture.Blur > 0)
            Cv2.GaussianBlur(lit, lit, new Size(0, 0), Math.Max(0.05, capture.Blur * capture.Scale));
        Move(lit, capture, random);
        using var noise = new Mat(size, MatType.CV_32FC3);
        Cv2.SetTheRNG((ulong)random.NextInt64());
        Cv2.Randn(noise, Scalar.All(0), Scalar.All(capture.Noise));
        Cv2.Add(lit, noise, lit);
        using var taken = new Mat();
        lit.ConvertTo(taken, MatType.CV_8UC3);
        var file = capture.Jpeg is { } quality ? taken.ImEncode(".jpg", new ImageEncodingParam(ImwriteFlags.JpegQuality, quality)) : taken.ImEncode(".png");
        return (file, homography);
    }

    private static Point2d[] Projected(Size size, Capture capture)
    {
        var (w, h) = (size.Width / SpecimenPage.Scale / 2, size.Height / SpecimenPage.Scale / 2);
        var distance = 3.2 * w; // of the lens, in millimetres
        var (yaw, pitch, turn) = (capture.Yaw * Math.PI / 180, capture.Pitch * Math.PI / 180, capture.Rotation * Math.PI / 180);
        return [.. new[] { (-w, -h), (w, -h), (w, h), (-w, h) }.Select(corner =>
        {
            var (x, y) = (corner.Item1 + capture.Skew * corner.Item2, corner.Item2);
            var (x1, z1) = (x * Math.Cos(yaw), x * Math.Sin(yaw));
            var (y1, z2) = (y * Math.Cos(pitch), y * Math.Sin(pitch));
            var near = distance / (distance + z1 + z2);
            var (x2, y2) = (x1 * near, y1 * near);
            return new Point2d(capture.Scale * (x2 * Math.Cos(turn) - y2 * Math.Sin(turn)), capture.Scale * (x2 * Math.Sin(turn) + y2 * Math.Cos(turn)));
        })];
    }

    private static Mat Surround(Size size, Capture capture, Random random)
    {
        var surround = new Mat(size, MatType.CV_8UC3, Scalar.All(capture.Surround));
        if (!capture.Grained)
            return surround;
        Cv2.SetTheRNG((ulong)random.NextInt64());
        using var grain = new Mat(size, MatType.CV_8UC3);
        Cv2.Randu(grain, Scalar.All(0), Scalar.All(120));
        Cv2.Blur(grain, grain, new Size(61, 3));
        Cv2.Add(surround, grain, surround);
        return surround;
    }

    private static Mat Light(Mat picture, Capture capture, Random random)
    {
        var lit = new Mat();
        picture.ConvertTo(lit, MatType.CV_32FC3);
        using var factor = new Mat(picture.Size(), MatType.CV_32FC1, Scalar.All(1));
        var (angle, across) = (random.NextDouble() * Math.PI * 2, 0.3 + random.NextDouble() * 0.4);
        using var ramp = Ramp(picture.Size(), angle);
        // A lamp at one side.
        Cv2.ScaleAdd(ramp, -capture.Falloff, factor, factor);
        if (capture.Shadow > 0)
        {
            using var other = Ramp(picture.Size(), random.NextDouble() * Math.PI * 2);
            using var shadow = new Mat();
            Cv2.Threshold(other, shadow, across, 1, ThresholdTypes.Binary);
            Cv2.GaussianBlur(shadow, shadow, new Size(0, 0), 2 * capture.Scale);
            Cv2.ScaleAdd(shadow, -capture.Shadow, factor, factor);
        }
        using var colours = new Mat();
        Cv2.Merge([factor, factor, factor], colours);
        Cv2.Multiply(lit, colours, lit);
        if (capture.Glare > 0)
        {
            using var glare = new Mat(picture.Size(), MatType.CV_32FC3, Scalar.All(0));
            var centre = new Point(random.Next(picture.Width), random.Next(picture.Height));
            Cv2.Ellipse(glare, centre, new Size(10 * capture.Scale, 5 * capture.Scale), random.Next(180), 0, 360, Scalar.All(255 * capture.Glare), -1);
            Cv2.GaussianBlur(glare, glare, new Size(0, 0), 4 * capture.Scale);
            Cv2.Add(lit, glare, lit);
            Cv2.Min(lit, 255, lit);
        }
        return lit;
    }

    /// <summary>From 0 at one side of the picture to 1 at the other.</summary>
    private static Mat Ramp(Size size, double angle)
    {
        using var small = new Mat(2, 2, MatType.CV_32FC1);
        for (var y = 0; y < 2; y++)
        {
            for (var x = 0; x < 2; x++)
                small.Set(y, x, (float)(0.5 + 0.5 * ((x - 0.5) * Math.Cos(angle) + (y - 0.5) * Math.Sin(angle)) / 0.7072));
        }
        return small.Resize(size, 0, 0, InterpolationFlags.Linear);
    }

    private static void Move(Mat picture, Capture capture, Random random)
    {
        var length = (int)Math.Round(capture.Motion * capture.Scale);
        if (length < 2)
            return;
        using var path = new Mat(length | 1, length | 1, MatType.CV_32FC1, Scalar.All(0));
        var angle = random.NextDouble() * Math.PI;
        var reach = length / 2.0;
        var middle = (length | 1) / 2;
        Cv2.Line(path, new Point(middle - reach * Math.Cos(angle), middle - reach * Math.Sin(angle)), new Point(middle + reach * Math.Cos(angle), middle + reach * Math.Sin(angle)), Scalar.All(1));
        var sum = Cv2.Sum(path).Val0;
        Cv2.Filter2D(picture, picture, -1, path.Mul(1 / sum));
    }
}
