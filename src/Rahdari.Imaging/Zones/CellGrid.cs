using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// Where each character of a straightened line is. The bounds between characters are the lightest columns about a cell
/// apart; a smooth curve through all of them then outvotes those that a stain or a touching letter moved.
/// </summary>
internal static class CellGrid
{
    /// <summary>Characters of the shortest part of a line that is worth reading.</summary>
    public const int FewestCharacters = 20;

    private const int Cell = StraightZone.Cell;

    /// <summary>The centre of each cell, in pixels of the straight zone.</summary>
    public static Point2d[] Centres(StraightZone zone, int line)
    {
        var ink = Columns(zone, line);
        var bounds = Bounds(ink, zone.Width);
        var across = Curve(bounds);
        var rows = Rows(zone, line);
        return [.. Enumerable.Range(0, zone.Width).Select(i => (across(i) + across(i + 1)) / 2).Select(x => new Point2d(x, rows(x)))];
    }

    /// <summary>Where a line begins and ends, its row at both; the ink that hangs together without a gap of more than a character.</summary>
    public static (Point2d Left, Point2d Right) Ends(StraightZone zone, int line)
    {
        const double inked = 0.09;
        const int gap = Cell * 5 / 4;
        const double barred = 0.4;
        var rows = Rows(zone, line);
        var ink = Columns(zone, line);
        var (above, below) = (Columns(zone, line, -22, -15), Columns(zone, line, 15, 22));
        var level = Glyph.Level(zone.Darkness, StraightZone.Row(line));
        var least = inked * level;
        var (from, to) = (-1, -1);
        var (start, end) = (-1, -1);
        for (var x = 0; x < ink.Length; x++)
        {
            // What is dark above and below too is the page's edge or a picture's: no character goes on beyond it.
            if (above[x] > barred * level && below[x] > barred * level)
                end = -1;
            else if (ink[x] < least)
                continue;
            else if (end < 0 || x - end > gap)
                (start, end) = (x, x);
            else
                end = x;
            if (end - start > to - from)
                (from, to) = (start, end);
        }
        return to - from < 4 * Cell
            ? (new Point2d(StraightZone.Margin, rows(StraightZone.Margin)), new Point2d(zone.Darkness.Width - StraightZone.Margin, rows(zone.Darkness.Width - StraightZone.Margin)))
            : (new Point2d(from, rows(from)), new Point2d(to + 1, rows(to + 1)));
    }

    /// <summary>Into how many cells the ink between two columns falls apart best, the likeliest numbers first.</summary>
    public static IEnumerable<int> Counts(StraightZone zone, int line, double left, double right)
    {
        const int most = 48;
        const double bearing = StraightZone.Bearing;
        var ink = Columns(zone, line);
        double[] perspectives = [0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18];
        return Enumerable.Range(FewestCharacters, most - FewestCharacters + 1).OrderBy(count => perspectives.Min(perspective => InkOnBounds(count, perspective)));

        // A bound may be off by a sixth of a cell.
        double InkOnBounds(int count, double perspective)
        {
            var cell = (right - left) / (count - 2 * bearing);
            var sum = 0.0;
            for (var i = 1; i < count; i++)
            {
                // Perspective makes the cells of one end wider.
                var along = (i - bearing) / (count - 2 * bearing);
                var x = left + (right - left) * (along + perspective * along * (1 - along));
                var least = float.MaxValue;
                for (var at = (int)(x - cell / 6); at <= x + cell / 6; at++)
                    least = Math.Min(least, ink[Math.Clamp(at, 0, ink.Length - 1)]);
                sum += least;
            }
            return sum / (count - 1);
        }
    }

    /// <summary>The ink of each column, over the height of a capital.</summary>
    private static float[] Columns(StraightZone zone, int line, int from = -12, int to = 12)
    {
        using var band = zone.Darkness.SubMat(StraightZone.Row(line) + from, StraightZone.Row(line) + to + 1, 0, zone.Darkness.Width);
        using var sums = new Mat();
        Cv2.Reduce(band, sums, ReduceDimension.Row, ReduceTypes.Avg, MatType.CV_32F);
        Cv2.GaussianBlur(sums, sums, new Size(3, 1), 0);
        sums.GetArray(out float[] ink);
        return ink;
    }

    /// <summary>Of all ways to cut the line, the one through the least ink in the most even steps.</summary>
    private static double[] Bounds(float[] ink, int width)
    {
        const int slack = 14;
        const double unevenness = 0.6;
        var level = Math.Max(0.02, ink.Max());
        var states = 2 * slack + 1;
        var cost = new double[width + 1, states];
        var from = new int[width + 1, states];
        for (var i = 0; i <= width; i++)
        {
            for (var s = 0; s < states; s++)
            {
                var x = StraightZone.Margin + i * Cell + s - slack;
                var here = Math.Max(0, ink[x]) / level;
                if (i == 0)
                {
                    cost[i, s] = here;
                    continue;
                }
                var best = double.MaxValue;
                for (var before = Math.Max(0, s - 4); before <= Math.Min(states - 1, s + 4); before++)
                {
                    var step = (s - before) / (double)Cell;
                    var total = cost[i - 1, before] + unevenness * step * step * 20;
                    if (total < best)
                        (best, from[i, s]) = (total, before);
                }
                cost[i, s] = best + here;
            }
        }
        var bounds = new double[width + 1];
        var at = Enumerable.Range(0, states).MinBy(s => cost[width, s]);
        for (var i = width; i >= 0; i--)
        {
            bounds[i] = StraightZone.Margin + i * Cell + at - slack;
            at = from[i, at];
        }
        return bounds;
    }

    /// <summary>The third-degree curve nearest to the bounds, the farthest tenth left out.</summary>
    private static Func<double, double> Curve(double[] bounds)
    {
        var points = bounds.Select((x, i) => (At: (double)i / bounds.Length, X: x)).ToArray();
        var curve = Fit(points, 3);
        var near = points.OrderBy(p => Math.Abs(p.X - curve(p.At))).Take(points.Length * 9 / 10).ToArray();
        var fitted = Fit(near, 3);
        return i => fitted(i / bounds.Length);
    }

    /// <summary>The height of the line's middle as it goes along: from the ink's centre of gravity in each sixth.</summary>
    public static Func<double, double> Rows(StraightZone zone, int line)
    {
        const int reach = 15, parts = 6;
        var row = StraightZone.Row(line);
        var points = new List<(double, double)>();
        for (var part = 0; part < parts; part++)
        {
            var (left, right) = (StraightZone.Margin + part * zone.Width * Cell / parts, StraightZone.Margin + (part + 1) * zone.Width * Cell / parts);
            using var band = zone.Darkness.SubMat(row - reach, row + reach + 1, left, right);
            using var sums = new Mat();
            Cv2.Reduce(band, sums, ReduceDimension.Column, ReduceTypes.Avg, MatType.CV_32F);
            sums.GetArray(out float[] ink);
            // What is as light as the lightest rows is paper.
            var floor = ink.Order().Take(8).Average();
            double weight = 0, moment = 0;
            for (var y = 0; y < ink.Length; y++)
            {
                var dark = Math.Max(0, ink[y] - floor);
                (weight, moment) = (weight + dark, moment + dark * y);
            }
            points.Add(((left + right) / 2.0, row + (weight > 0 ? moment / weight - reach : 0)));
        }
        return Fit([.. points], 1);
    }

    /// <summary>The polynomial of a degree with the least squares.</summary>
    private static Func<double, double> Fit((double At, double Value)[] points, int degree)
    {
        var n = degree + 1;
        var matrix = new double[n, n + 1];
        var scale = points.Max(p => Math.Abs(p.At)) is var most && most > 0 ? most : 1;
        foreach (var (at, value) in points)
        {
            for (var r = 0; r < n; r++)
            {
                for (var c = 0; c < n; c++)
                    matrix[r, c] += Math.Pow(at / scale, r + c);
                matrix[r, n] += Math.Pow(at / scale, r) * value;
            }
        }
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var r = 0; r < n; r++)
            {
                if (r == pivot)
                    continue;
                var times = matrix[r, pivot] / matrix[pivot, pivot];
                for (var c = pivot; c <= n; c++)
                    matrix[r, c] -= times * matrix[pivot, c];
            }
        }
        var factors = Enumerable.Range(0, n).Select(r => matrix[r, n] / matrix[r, r]).ToArray();
        return at =>
        {
            double sum = 0;
            for (var r = n - 1; r >= 0; r--)
                sum = sum * (at / scale) + factors[r];
            return sum;
        };
    }
}
