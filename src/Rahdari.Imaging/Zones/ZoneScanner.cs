using OpenCvSharp;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// From what may be one line to the zone: the line is read either way up and with each number of characters; one that reads
/// well tells the size of everything, so that its neighbours are looked for where they must be; all lines together then give
/// the perspective, in which they are read again.
/// </summary>
internal static class ZoneScanner
{
    /// <summary>Below it, what was found is no line of a zone: text of another kind, or a pattern.</summary>
    private static readonly double LeastCertainty = Math.Log(0.55);

    /// <summary>What fulfilled check digits are worth: they do not come about by chance.</summary>
    private const double ProofWorth = 1;

    /// <summary>What a line more is worth, where nothing is proven.</summary>
    private const double LineWorth = 0.1;

    /// <summary>Lines whose surroundings are read, the surest first.</summary>
    private const int MostSeeds = 6;

    /// <summary>Different characters of a line: no State, number or date has fewer.</summary>
    private const int FewestCharacters = 4;

    /// <summary>Characters that stains at the ends of a line look like, or that are too faint there.</summary>
    private const int MostStains = 3;

    private static readonly (int Width, int Lines)[] Sizes = [(44, 2), (36, 2), (30, 3)];

    /// <summary>The best scan, or null where nothing reads as a zone.</summary>
    public static ZoneScan? Scan(Mat grey, DateOnly today)
    {
        var seeds = ZoneFinder.Find(grey).SelectMany(line => Seeds(grey, line))
            .OrderByDescending(seed => seed.Certainty).Take(MostSeeds).ToArray();
        ZoneScan? best = null;
        var bestWorth = double.MinValue;
        foreach (var scan in seeds.SelectMany(seed => Together(grey, Neighbours(grey, seed))))
        {
            var proof = Proof(scan, today);
            var worth = scan.Certainty + ProofWorth * proof + LineWorth * scan.Zone.Lines;
            if (worth > bestWorth)
            {
                best?.Dispose();
                (best, bestWorth) = (scan, worth);
            }
            else
            {
                scan.Dispose();
            }
            if (proof == 1)
                break;
        }
        if (best is { } found && (found.Certainty < LeastCertainty || Proof(found, today) is var sure && (sure == 0 || found.Zone.Lines == 1 && sure < 1)))
        {
            found.Dispose();
            return null;
        }
        return best;
    }

    /// <summary>A line as it reads with the likeliest numbers of characters, and those of the formats, the better way up, made as long as a format's line.</summary>
    private static IEnumerable<Seed> Seeds(Mat grey, TextLine line)
    {
        const int mostCounts = 3;
        // A line is about as thick as its characters are apart; a part of one has fewer than any format.
        using var rough = StraightZone.Of(grey, [line], Math.Clamp((int)(line.Length / line.Thickness), CellGrid.FewestCharacters, Sizes[0].Width));
        var (left, right) = CellGrid.Ends(rough, 0);
        var counts = CellGrid.Counts(rough, 0, left.X, right.X).Take(mostCounts).Union(Sizes.Select(size => size.Width));
        var inked = Line(rough, left, right, line);
        return counts.Select(count => new[] { inked, inked.Turned() }.Select(way => Read(grey, way, count)).MaxBy(seed => seed.Certainty)!)
            .Where(seed => seed.Certainty > LeastCertainty).SelectMany(seed => Fitted(grey, Grown(grey, seed)));
    }

    /// <summary>A part of a line that reads well shows how far apart characters are; where ink goes on beyond it, so does the line.</summary>
    private static Seed Grown(Mat grey, Seed seed)
    {
        const int mostSteps = 4;
        for (var step = 0; step < mostSteps; step++)
        {
            using var zone = StraightZone.Of(grey, [seed.Line], seed.Width);
            var (left, right) = CellGrid.Ends(zone, 0);
            var width = (int)Math.Round((right.X - left.X) / StraightZone.Cell + 2 * StraightZone.Bearing);
            if (width <= seed.Width || width > Sizes[0].Width + MostStains)
                break;
            var grown = Read(grey, Line(zone, left, right, seed.Line), width);
            if (grown.Certainty < LeastCertainty)
                break;
            seed = grown;
        }
        return seed;
    }

    /// <summary>A line with stains at its ends, or with faint ends, as a line of each format that has about as many characters.</summary>
    private static IEnumerable<Seed> Fitted(Mat grey, Seed seed)
    {
        foreach (var (width, _) in Sizes.Where(size => Math.Abs(size.Width - seed.Width) <= MostStains))
        {
            if (width == seed.Width)
            {
                yield return seed;
                continue;
            }
            // The less certain end is the stain.
            var (from, to) = (0, seed.Width - 1);
            while (to - from + 1 > width)
                _ = seed.Certainties[from] < seed.Certainties[to] ? from++ : to--;
            to = from + width - 1;
            var cell = (seed.Line.Right - seed.Line.Left) * (1 / (seed.Width - 2 * StraightZone.Bearing));
            yield return Read(grey, new TextLine(seed.Line.Left + cell * from, seed.Line.Right + cell * (to - seed.Width + 1), seed.Line.Thickness), width);
        }
    }

    /// <summary>Reads one line; its height at both ends is corrected first.</summary>
    private static Seed Read(Mat grey, TextLine line, int width)
    {
        using var rough = StraightZone.Of(grey, [line], width);
        var rows = CellGrid.Rows(rough, 0);
        var (from, to) = (StraightZone.Margin + StraightZone.Bearing * StraightZone.Cell, StraightZone.Margin + (width - StraightZone.Bearing) * StraightZone.Cell);
        var corrected = Line(rough, new Point2d(from, rows(from)), new Point2d(to, rows(to)), line);
        var zone = StraightZone.Of(grey, [corrected], width);
        var centres = CellGrid.Centres(zone, 0);
        using var scan = Scan(zone, [centres]);
        // An edge reads as one character over and over.
        var certainty = scan.Text[0].Distinct().Count() < FewestCharacters ? double.MinValue : scan.Certainty;
        return new Seed(corrected, width, certainty, [.. scan.Cells[0].Select(cell => cell.Max())], Cv2.PerspectiveTransform(centres, zone.ToPicture));
    }

    private static TextLine Line(StraightZone zone, Point2d left, Point2d right, TextLine like)
    {
        var ends = Cv2.PerspectiveTransform([left, right], zone.ToPicture);
        return new TextLine(ends[0], ends[1], like.Thickness);
    }

    /// <summary>The lines that stand above and below a seed, and itself.</summary>
    private static List<Seed> Neighbours(Mat grey, Seed seed)
    {
        var lines = new List<Seed> { seed };
        var most = Sizes.First(size => size.Width == seed.Width).Lines;
        foreach (var step in new[] { 1, -1 })
        {
            while (lines.Count < most)
            {
                var next = Beside(grey, lines[step > 0 ? ^1 : 0].Line.Next(seed.Width, step), seed.Width);
                if (next.Certainty < LeastCertainty)
                    break;
                lines.Insert(step > 0 ? lines.Count : 0, next);
            }
        }
        return lines;
    }

    /// <summary>A line about where another says: just there, or where the ink begins and ends; perspective may have moved it, a stain lengthened it.</summary>
    private static Seed Beside(Mat grey, TextLine line, int width)
    {
        using var zone = StraightZone.Of(grey, [line], width);
        var (left, right) = CellGrid.Ends(zone, 0);
        return new[] { line, Line(zone, left, right, line) }.Select(place => Read(grey, place, width)).MaxBy(seed => seed.Certainty)!;
    }

    /// <summary>
    /// Reads all lines in the one perspective that most of their characters agree on; then every line of a format that holds
    /// the columns read surely, for a stain beside the zone looks like a character and a faint one like none.
    /// </summary>
    private static IEnumerable<ZoneScan> Together(Mat grey, List<Seed> lines)
    {
        var width = lines[0].Width;
        var pitch = lines.Max(line => line.Line.Length) / width;
        using var perspective = Perspective(grey, lines, width, pitch);
        var whole = Shifted(0, width);
        var (from, to) = Sure(whole);
        yield return whole;
        foreach (var size in Sizes.Where(size => size.Width > to - from && (size.Lines == lines.Count || size.Width == width)))
        {
            for (var begins = Math.Max(from - MostStains, to - size.Width + 1); begins <= Math.Min(from, to - size.Width + 1 + MostStains); begins++)
            {
                if (begins != 0 || size.Width != width)
                    yield return Shifted(begins, size.Width);
            }
        }

        ZoneScan Shifted(int begins, int characters)
        {
            using var shift = Mat.Eye(3, 3, MatType.CV_64FC1).ToMat();
            shift.Set(0, 2, (double)begins * StraightZone.Cell);
            var zone = StraightZone.Of(grey, (perspective * shift).ToMat(), lines.Count, characters, pitch);
            return Scan(zone, [.. lines.Select((_, line) => CellGrid.Centres(zone, line))]);
        }
    }

    /// <summary>The longest run of columns that read surely in all lines, the first and the last.</summary>
    private static (int From, int To) Sure(ZoneScan scan)
    {
        const double sure = 0.6;
        var (from, to, start) = (0, -1, 0);
        for (var column = 0; column < scan.Zone.Width; column++)
        {
            if (scan.Cells.Average(line => line[column].Max()) < sure)
                start = column + 1;
            else if (column - start > to - from)
                (from, to) = (start, column);
        }
        return (from, to);
    }

    private static Mat Perspective(Mat grey, List<Seed> lines, int width, double pitch)
    {
        if (lines.Count > 1)
        {
            var surest = lines.MaxBy(line => line.Certainty)!;
            var inZone = lines.SelectMany((line, row) => Enumerable.Range(Column(line, surest), width).Select(i => new Point2d(StraightZone.Margin + (i + 0.5) * StraightZone.Cell, StraightZone.Row(row))));
            var perspective = Cv2.FindHomography(inZone, lines.SelectMany(line => line.Centres), HomographyMethods.Ransac, 0.25 * pitch);
            if (!perspective.Empty())
                return perspective;
            perspective.Dispose();
        }
        using var zone = StraightZone.Of(grey, [.. lines.Select(line => line.Line)], width);
        return zone.ToPicture.Clone();
    }

    /// <summary>The column at which a line begins, seen from another: one that was read a character too early or too late stands aslant to it.</summary>
    private static int Column(Seed line, Seed from)
    {
        var aslant = line.Centres.Zip(from.Centres, (here, there) => (here - there).DotProduct(from.Line.Direction)).Average();
        return (int)Math.Round(aslant * from.Width / from.Line.Length);
    }

    private static ZoneScan Scan(StraightZone zone, Point2d[][] centres)
    {
        var cells = centres.Select((line, i) =>
        {
            var level = Glyph.Level(zone.Darkness, StraightZone.Row(i));
            return line.Select(centre => GlyphNetwork.Trained.Read(Glyph.Cut(zone.Darkness, centre, level))).ToArray();
        });
        return new ZoneScan(zone, [.. cells]);
    }

    /// <summary>1 where every check digit and date holds, less for each that does not, 0 where the text is no zone.</summary>
    private static double Proof(ZoneScan scan, DateOnly today)
    {
        var reading = MrzReader.Read(string.Join('\n', scan.Text), today);
        if (reading.Fields is null)
            return 0;
        var broken = reading.Findings.Count(finding => finding.Code.StartsWith("MRZ_CHECK_DIGIT", StringComparison.Ordinal) || finding.Code == FindingCatalogue.Date.Code || finding.Code == FindingCatalogue.Alphabet.Code);
        return 1.0 / (1 + broken);
    }

    /// <summary>A line of so many characters, how surely it reads so, and where each of them is in the picture.</summary>
    private sealed record Seed(TextLine Line, int Width, double Certainty, float[] Certainties, Point2d[] Centres);
}
