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

    /// <summary>A line as it reads with each number of characters, the better way up.</summary>
    private static IEnumerable<Seed> Seeds(Mat grey, TextLine line) =>
        Sizes.Select(size => new[] { line, line.Turned() }.Select(way => Read(grey, way, size.Width)).MaxBy(seed => seed.Certainty)!)
            .Where(seed => seed.Certainty > LeastCertainty).Select(seed => Grown(grey, seed)).OfType<Seed>();

    /// <summary>A part of a line that reads well shows how far apart characters are; where ink goes on beyond it, so does the line.</summary>
    private static Seed? Grown(Mat grey, Seed seed)
    {
        const int mostSteps = 4;
        for (var step = 0; step < mostSteps; step++)
        {
            using var zone = StraightZone.Of(grey, [seed.Line], seed.Width);
            var (left, right) = CellGrid.Ends(zone, 0);
            var width = (int)Math.Round((right.X - left.X) / StraightZone.Cell + 2 * StraightZone.Bearing);
            if (width <= seed.Width || width > Sizes[0].Width + 2)
                break;
            var ends = Cv2.PerspectiveTransform([left, right], zone.ToPicture);
            var grown = Read(grey, new TextLine(ends[0], ends[1], seed.Line.Thickness), width);
            if (grown.Certainty < LeastCertainty)
                break;
            seed = grown;
        }
        return Sizes.Any(size => size.Width == seed.Width) ? seed : null;
    }

    /// <summary>Reads one line; its ends are corrected first, for a stain may lengthen it and a gap shorten it.</summary>
    private static Seed Read(Mat grey, TextLine line, int width)
    {
        using var rough = StraightZone.Of(grey, [line], width);
        var (left, right) = CellGrid.Ends(rough, 0);
        var ends = Cv2.PerspectiveTransform([left, right], rough.ToPicture);
        var corrected = new TextLine(ends[0], ends[1], line.Thickness);
        var zone = StraightZone.Of(grey, [corrected], width);
        var centres = CellGrid.Centres(zone, 0);
        using var scan = Scan(zone, [centres]);
        // An edge reads as one character over and over.
        var certainty = scan.Text[0].Distinct().Count() < FewestCharacters ? double.MinValue : scan.Certainty;
        return new Seed(corrected, width, certainty, Cv2.PerspectiveTransform(centres, zone.ToPicture));
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
                var next = Read(grey, lines[step > 0 ? ^1 : 0].Line.Next(seed.Width, step), seed.Width);
                if (next.Certainty < LeastCertainty)
                    break;
                lines.Insert(step > 0 ? lines.Count : 0, next);
            }
        }
        return lines;
    }

    /// <summary>
    /// Reads all lines in the one perspective that most of their characters agree on; then as if they began a character
    /// earlier or later, for a stain beside the zone looks like a character and a faint one like none.
    /// </summary>
    private static IEnumerable<ZoneScan> Together(Mat grey, List<Seed> lines)
    {
        var width = lines[0].Width;
        var pitch = lines.Max(line => line.Line.Length) / width;
        using var perspective = Perspective(grey, lines, width, pitch);
        foreach (var begins in new[] { 0, 1, -1 })
        {
            using var shift = Mat.Eye(3, 3, MatType.CV_64FC1).ToMat();
            shift.Set(0, 2, (double)begins * StraightZone.Cell);
            var zone = StraightZone.Of(grey, (perspective * shift).ToMat(), lines.Count, width, pitch);
            yield return Scan(zone, [.. lines.Select((_, line) => CellGrid.Centres(zone, line))]);
        }
    }

    private static Mat Perspective(Mat grey, List<Seed> lines, int width, double pitch)
    {
        var inZone = lines.SelectMany((_, line) => Enumerable.Range(0, width).Select(i => new Point2d(StraightZone.Margin + (i + 0.5) * StraightZone.Cell, StraightZone.Row(line))));
        if (lines.Count > 1)
        {
            var perspective = Cv2.FindHomography(inZone, lines.SelectMany(line => line.Centres), HomographyMethods.Ransac, 0.25 * pitch);
            if (!perspective.Empty())
                return perspective;
            perspective.Dispose();
        }
        using var zone = StraightZone.Of(grey, [.. lines.Select(line => line.Line)], width);
        return zone.ToPicture.Clone();
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
    private sealed record Seed(TextLine Line, int Width, double Certainty, Point2d[] Centres);
}
