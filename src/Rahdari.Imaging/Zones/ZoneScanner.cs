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

    /// <summary>Lines whose surroundings are read, the surest first.</summary>
    private const int MostSeeds = 6;

    private static readonly (int Width, int Lines)[] Sizes = [(44, 2), (36, 2), (30, 3)];

    /// <summary>The best scan, or null where nothing reads as a zone.</summary>
    public static ZoneScan? Scan(Mat grey, DateOnly today)
    {
        var seeds = ZoneFinder.Find(grey).SelectMany(line => Seeds(grey, line)).Where(seed => seed.Certainty > LeastCertainty)
            .OrderByDescending(seed => seed.Certainty).Take(MostSeeds).ToArray();
        ZoneScan? best = null;
        var bestWorth = double.MinValue;
        foreach (var seed in seeds)
        {
            var scan = Read(grey, Neighbours(grey, seed), seed.Width);
            var proof = Proof(scan, today);
            var worth = scan.Certainty + ProofWorth * proof + 0.1 * scan.Zone.Lines;
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
        Sizes.Select(size => new[] { line, line.Turned() }.Select(way => Read(grey, way, size.Width)).MaxBy(seed => seed.Certainty)!);

    /// <summary>Reads one line; its ends are corrected first, for a stain may lengthen it and a gap shorten it.</summary>
    private static Seed Read(Mat grey, TextLine line, int width)
    {
        var corrected = Corrected(grey, [line], width)[0];
        using var scan = Scan(grey, [corrected], width);
        return new Seed(corrected, width, scan.Certainty);
    }

    /// <summary>The lines that stand above and below a seed, and itself.</summary>
    private static List<TextLine> Neighbours(Mat grey, Seed seed)
    {
        var lines = new List<TextLine> { seed.Line };
        var most = Sizes.First(size => size.Width == seed.Width).Lines;
        foreach (var step in new[] { 1, -1 })
        {
            while (lines.Count < most)
            {
                var next = Read(grey, lines[step > 0 ? ^1 : 0].Next(seed.Width, step), seed.Width);
                if (next.Certainty < LeastCertainty)
                    break;
                lines.Insert(step > 0 ? lines.Count : 0, next.Line);
            }
        }
        return lines;
    }

    private static ZoneScan Read(Mat grey, IReadOnlyList<TextLine> lines, int width) => Scan(grey, Corrected(grey, lines, width), width);

    /// <summary>The lines with their ends where the straightened ink has them.</summary>
    private static TextLine[] Corrected(Mat grey, IReadOnlyList<TextLine> lines, int width)
    {
        using var zone = StraightZone.Of(grey, lines, width);
        return [.. lines.Select((line, i) =>
        {
            var (left, right) = CellGrid.Ends(zone, i);
            var ends = Cv2.PerspectiveTransform([left, right], zone.ToPicture);
            return new TextLine(ends[0], ends[1], line.Thickness);
        })];
    }

    private static ZoneScan Scan(Mat grey, TextLine[] lines, int width)
    {
        var zone = StraightZone.Of(grey, lines, width);
        var cells = new float[lines.Length][][];
        for (var line = 0; line < lines.Length; line++)
        {
            var level = Glyph.Level(zone.Darkness, StraightZone.Row(line));
            cells[line] = [.. CellGrid.Centres(zone, line).Select(centre => GlyphNetwork.Trained.Read(Glyph.Cut(zone.Darkness, centre, level)))];
        }
        return new ZoneScan(zone, cells);
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

    private sealed record Seed(TextLine Line, int Width, double Certainty);
}
