using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// Finds where a zone may be, at any angle: characters are joined to their neighbours in a line but not to the next line,
/// and what is then long, narrow and has a companion as long beside it is a candidate. OCR-B's characters stand 2.54 mm
/// apart and its lines 6.35 mm (Doc 9303-3 §4.2), so that joins of 1.6 to 3.5 mm do so.
/// </summary>
internal static class ZoneFinder
{
    /// <summary>Pixels of the longer side on which is searched: the zone of a page that fills a third of the picture still has nine pixels a character.</summary>
    private const int WorkingSize = 1600;

    /// <summary>Candidates that are worth reading.</summary>
    private const int MostCandidates = 6;

    private static readonly int[] Joins = [7, 11, 17, 26];

    /// <summary>Groups of one to three lines, the likeliest first; which side is up is not known yet.</summary>
    public static IReadOnlyList<IReadOnlyList<TextLine>> Find(Mat grey)
    {
        var factor = Math.Min(1, (double)WorkingSize / Math.Max(grey.Width, grey.Height));
        using var working = factor < 1 ? grey.Resize(new Size(0, 0), factor, factor, InterpolationFlags.Area) : grey.Clone();
        var groups = Joins.SelectMany(join => Groups(Lines(working, join)));
        return Distinct(groups.OrderByDescending(Weight)).Take(MostCandidates)
            .Select(IReadOnlyList<TextLine> (group) => [.. group.Select(line => line.Scaled(1 / factor))]).ToArray();
    }

    private static double Weight(TextLine[] group) => (group.Length switch { 1 => 0.4, 2 => 1, _ => 1.15 }) * group.Average(line => line.Length);

    private static List<TextLine> Lines(Mat grey, int join)
    {
        using var darkness = Darkness.Of(grey, join * 2 | 1);
        using var ink = new Mat();
        darkness.ConvertTo(ink, MatType.CV_8UC1, 255);
        using var strokes = ink.Threshold(Math.Clamp(Otsu(ink), 30, 110), 255, ThresholdTypes.Binary);
        using var joining = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(join, join));
        using var cutting = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(join / 2 | 1, join / 2 | 1));
        Cv2.MorphologyEx(strokes, strokes, MorphTypes.Close, joining);
        Cv2.MorphologyEx(strokes, strokes, MorphTypes.Open, cutting);
        Cv2.FindContours(strokes, out var contours, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        var lines = new List<TextLine>();
        foreach (var contour in contours)
        {
            if (contour.Length < 4)
                continue;
            var box = Cv2.MinAreaRect(contour);
            var (length, thickness) = (Math.Max(box.Size.Width, box.Size.Height), Math.Min(box.Size.Width, box.Size.Height));
            if (length < 90 || length < 5 * thickness || thickness < join * 0.4 || thickness > join * 3.5 || Cv2.ContourArea(contour) < 0.4 * length * thickness)
                continue;
            lines.Add(Ends(box, thickness));
        }
        return Joined(lines);
    }

    private static double Otsu(Mat ink)
    {
        using var ignored = new Mat();
        return Cv2.Threshold(ink, ignored, 0, 255, ThresholdTypes.Otsu);
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

    private static IEnumerable<TextLine[]> Groups(List<TextLine> lines)
    {
        foreach (var first in lines)
        {
            var below = lines.Where(other => other != first).Select(other => Aligned(other, first)).Where(other => Beside(first, other))
                .OrderBy(other => Offset(first, other)).ToArray();
            foreach (var second in below)
            {
                yield return [first, second];
                foreach (var third in below.Where(third => Offset(first, third) > Offset(first, second)))
                {
                    var spacing = Offset(first, second);
                    if (Math.Abs(Offset(first, third) - 2 * spacing) < 0.35 * spacing)
                        yield return [first, second, third];
                }
            }
            if (first.Length > 14 * first.Thickness)
                yield return [first];
        }

        static double Offset(TextLine from, TextLine to) => (to.Middle - from.Middle).DotProduct(from.Down);

        static bool Beside(TextLine a, TextLine b) =>
            Offset(a, b) is var offset && offset > 1.2 * Math.Min(a.Thickness, b.Thickness) && offset < 8 * Math.Max(a.Thickness, b.Thickness)
            && offset < 0.25 * a.Length
            && Math.Abs(b.Direction.DotProduct(a.Down)) < 0.09
            && b.Length / a.Length is > 0.8 and < 1.25
            && Math.Abs((b.Middle - a.Middle).DotProduct(a.Direction)) < 0.12 * a.Length;
    }

    /// <summary>The same group is found under several joins.</summary>
    private static IEnumerable<TextLine[]> Distinct(IEnumerable<TextLine[]> groups)
    {
        var kept = new List<TextLine[]>();
        foreach (var group in groups)
        {
            if (kept.Any(other => other.Length == group.Length && other.Zip(group).All(pair => Same(pair.First, pair.Second))))
                continue;
            kept.Add(group);
            yield return group;
        }

        static bool Same(TextLine a, TextLine b) => a.Left.DistanceTo(Aligned(b, a).Left) + a.Right.DistanceTo(Aligned(b, a).Right) < a.Thickness;
    }
}
