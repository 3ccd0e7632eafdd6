using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>A zone straightened: every character in a cell of <see cref="Cell"/> pixels' width, lines <see cref="Spacing"/> apart.</summary>
internal sealed class StraightZone : IDisposable
{
    /// <summary>Pixels between characters: 2.54 mm.</summary>
    public const int Cell = 20;

    /// <summary>Pixels between lines: 6.35 mm (Doc 9303-3 §4.2).</summary>
    public const int Spacing = 50;

    /// <summary>Pixels of paper at the left and right: enough to see where a line that was found in part goes on.</summary>
    public const int Margin = 100;

    /// <summary>Pixels of paper above and below.</summary>
    private const int VerticalMargin = 10;

    /// <summary>Where in its cell an average character begins, and ends as far before the cell's end.</summary>
    public const double Bearing = 0.17;

    private StraightZone(Mat grey, Mat darkness, Mat toPicture, int lines, int width)
    {
        Grey = grey;
        Darkness = darkness;
        ToPicture = toPicture;
        Lines = lines;
        Width = width;
    }

    /// <summary>Eight bits a pixel.</summary>
    public Mat Grey { get; }

    /// <summary>Beside the paper, 32-bit floating point.</summary>
    public Mat Darkness { get; }

    /// <summary>The homography from here to the picture.</summary>
    public Mat ToPicture { get; }

    /// <summary>Lines of the zone.</summary>
    public int Lines { get; }

    /// <summary>Characters of a line.</summary>
    public int Width { get; }

    /// <summary>The row of a line's middle.</summary>
    public static int Row(int line) => VerticalMargin + Spacing / 2 + line * Spacing;

    /// <summary>Straightens the zone that lines of a picture may be.</summary>
    /// <param name="grey">The picture.</param>
    /// <param name="lines">Lines from the top, pointing right.</param>
    /// <param name="width">Characters that a line is taken to have.</param>
    public static StraightZone Of(Mat grey, IReadOnlyList<TextLine> lines, int width)
    {
        var (first, last) = (lines[0], lines[^1]);
        if (lines.Count == 1)
        {
            // One line alone tells nothing of perspective.
            last = first.Next(width, 1);
        }
        var (left, right) = (Margin + Bearing * Cell, Margin + (width - Bearing) * Cell);
        var (top, bottom) = (Row(0), Row(lines.Count == 1 ? 1 : lines.Count - 1));
        var toPicture = Cv2.GetPerspectiveTransform(
            [new((float)left, top), new((float)right, top), new((float)right, bottom), new((float)left, bottom)],
            [Single(first.Left), Single(first.Right), Single(last.Right), Single(last.Left)]);
        return Of(grey, toPicture, lines.Count, width, Math.Max(first.Length, last.Length) / width);

        static Point2f Single(Point2d point) => new((float)point.X, (float)point.Y);
    }

    /// <summary>Straightens by a homography.</summary>
    /// <param name="grey">The picture.</param>
    /// <param name="toPicture">From the straight zone to the picture; kept.</param>
    /// <param name="lines">Lines of the zone.</param>
    /// <param name="width">Characters of a line.</param>
    /// <param name="pitch">Pixels between characters in the picture.</param>
    public static StraightZone Of(Mat grey, Mat toPicture, int lines, int width, double pitch)
    {
        var size = new Size(width * Cell + 2 * Margin, lines * Spacing + 2 * VerticalMargin);
        using var part = Part(grey, toPicture, size, out var origin);
        using var shift = Mat.Eye(3, 3, MatType.CV_64FC1).ToMat();
        shift.Set(0, 2, -(double)origin.X);
        shift.Set(1, 2, -(double)origin.Y);
        using var toPart = (shift * toPicture).ToMat();
        // A fine scan is made coarse first: taking every third pixel would alias.
        if (pitch > 1.6 * Cell)
            Cv2.GaussianBlur(part, part, new Size(0, 0), 0.4 * pitch / Cell);
        var straight = new Mat();
        Cv2.WarpPerspective(part, straight, toPart, size, InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);
        return new StraightZone(straight, Zones.Darkness.Of(straight, Cell + 5), toPicture, lines, width);
    }

    /// <summary>A copy of the part of the picture that the zone covers; of one that covers nothing, a corner.</summary>
    private static Mat Part(Mat grey, Mat toPicture, Size size, out Point origin)
    {
        var corners = Cv2.PerspectiveTransform([new Point2d(0, 0), new Point2d(size.Width, 0), new Point2d(size.Width, size.Height), new Point2d(0, size.Height)], toPicture);
        var (left, top) = (At(corners.Min(p => p.X) - 4, grey.Width - 1), At(corners.Min(p => p.Y) - 4, grey.Height - 1));
        var (right, bottom) = (At(corners.Max(p => p.X) + 4, grey.Width), At(corners.Max(p => p.Y) + 4, grey.Height));
        origin = new Point(left, top);
        using var view = grey.SubMat(top, Math.Max(top + 1, bottom), left, Math.Max(left + 1, right));
        return view.Clone();

        static int At(double place, int most) => double.IsFinite(place) ? (int)Math.Clamp(place, 0, most) : 0;
    }

    public void Dispose()
    {
        Grey.Dispose();
        Darkness.Dispose();
        ToPicture.Dispose();
    }
}
