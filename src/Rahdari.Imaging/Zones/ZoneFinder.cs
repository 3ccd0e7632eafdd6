using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// Finds what may be a line of a zone, at any angle: characters are joined to their neighbours in the line but not to the
/// next line, and what is then long and narrow is a candidate. OCR-B's characters stand 2.54 mm apart and its lines 6.35 mm
/// (Doc 9303-3 §4.2), so that joins of 1.6 to 3.5 mm do so.
/// </summary>
internal static class ZoneFinder
{
    /// <summary>
    /// Pixels of the longer side on which is searched, one after the other: on each, lines whose characters are 6 to 14 pixels
    /// apart are joined. Small pictures have less noise, too.
    /// </summary>
    private static readonly int[] Sizes = [1600, 1000, 640, 420];

    /// <summary>Pixels that are joined.</summary>
    private const int Join = 9;

    /// <summary>Candidates that are worth reading.</summary>
    private const int MostLines = 24;

    /// <summary>How dark ink is beside the paper, of 255: sharp pictures are cut off at the higher, where no background pattern joins in.</summary>
    private static readonly int[] Thresholds = [90, 40];

    /// <summary>Candidates, the longest for their thickness first; which side is up is not known yet.</summary>
    public static IReadOnlyList<TextLine> Find(Mat grey)
    {
        var found = new List<TextLine>();
        foreach (var size in Sizes)
        {
            var factor = Math.Min(1, (double)size / Math.Max(grey.Width, grey.Height));
            using var small = factor < 1 ? grey.Resize(new Size(0, 0), factor, factor, InterpolationFlags.Area) : grey.Clone();
            found.AddRange(Lines(small).Select(line => line.Scaled(1 / factor)));
        }
        return [.. Distinct(found.OrderByDescending(line => line.Length)).Take(MostLines)];
    }

    private static List<TextLine> Lines(Mat grey)
    {
        using var darkness = Darkness.Of(grey, Join * 2 | 1);
        using var ink = new Mat();
        darkness.ConvertTo(ink, MatType.CV_8UC1, 255);
        using var joining = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(Join, Join));
        using var cutting = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(Join / 2 | 1, Join / 2 | 1));
        var found = new List<TextLine>();
        foreach (var threshold in Thresholds)
        {
            using var strokes = ink.Threshold(threshold, 255, ThresholdTypes.Binary);
            Cv2.MorphologyEx(strokes, strokes, MorphTypes.Close, joining);
            Cv2.MorphologyEx(strokes, strokes, MorphTypes.Open, cutting);
            Cv2.FindContours(strokes, out var contours, out _, RetrievalModes.List, ContourApproximationModes.ApproxSimple);
            found.AddRange(Joined([.. contours.Select(Line).OfType<TextLine>()]).Where(line => line.Length > 10 * line.Thickness));
        }
        return found;
    }

    private static TextLine? Line(Point[] contour)
    {
        if (contour.Length < 4)
            return null;
        var box = Cv2.MinAreaRect(contour);
        var (length, thickness) = (Math.Max(box.Size.Width, box.Size.Height), Math.Min(box.Size.Width, box.Size.Height));
        return length < 60 || length < 4 * thickness || thickness < 4 || thickness > 3 * Join || Cv2.ContourArea(contour) < 0.4 * length * thickness
            ? null
            : Ends(box, thickness);
    }

    private static TextLine Ends(RotatedRect box, double thickness)
    {
        var corners = box.Points();
        // The short sides' middles are the ends.
        var first = corners[0].DistanceTo(corners[1]) < corners[1].DistanceTo(corners[2]) ? 0 : 1;
        var (a, b) = (Middle(first), Middle(first + 2));
        return a.X <= b.X ? new TextLine(a, b, thickness) : new TextLine(b, a, thickness);

        Point2d Middle(int i) => new((corners[i % 4].X + corners[(i + 1) % 4].X) / 2.0, (corners[i % 4].Y + corners[(i + 1) % 4].Y) / 2.0);
    }

    /// <summary>A reflection or a fold may break a line: its parts lie on one straight line.</summary>
    private static List<TextLine> Joined(List<TextLine> lines)
    {
        for (var joined = true; joined;)
        {
            joined = false;
            for (var i = 0; i < lines.Count && !joined; i++)
            {
                for (var j = 0; j < lines.Count && !joined; j++)
                {
                    if (i == j || Whole(lines[i], lines[j]) is not { } whole)
                        continue;
                    lines[i] = whole;
                    lines.RemoveAt(j);
                    joined = true;
                }
            }
        }
        return lines;
    }

    private static TextLine? Whole(TextLine a, TextLine b)
    {
        var right = Aligned(b, a);
        var gap = (right.Left - a.Right).DotProduct(a.Direction);
        var thickness = Math.Max(a.Thickness, b.Thickness);
        if (gap < -thickness || gap > Math.Min(6 * thickness, 0.3 * (a.Length + b.Length)))
            return null;
        if (Math.Min(a.Thickness, b.Thickness) < 0.6 * thickness || Math.Abs((right.Middle - a.Middle).DotProduct(a.Down)) > 0.5 * thickness)
            return null;
        var whole = new TextLine(a.Left, right.Right, thickness);
        return Math.Abs(whole.Direction.DotProduct(a.Down)) < 0.03 ? whole : null;
    }

    /// <summary>A line pointing the same way as another.</summary>
    private static TextLine Aligned(TextLine line, TextLine to) => line.Direction.DotProduct(to.Direction) < 0 ? line.Turned() : line;

    /// <summary>The same line is found under several joins and thresholds.</summary>
    private static IEnumerable<TextLine> Distinct(IEnumerable<TextLine> lines)
    {
        var kept = new List<TextLine>();
        foreach (var line in lines)
        {
            if (kept.Any(other => Same(other, Aligned(line, other))))
                continue;
            kept.Add(line);
            yield return line;
        }

        static bool Same(TextLine a, TextLine b) => a.Left.DistanceTo(b.Left) + a.Right.DistanceTo(b.Right) < 0.8 * a.Thickness;
    }
}
