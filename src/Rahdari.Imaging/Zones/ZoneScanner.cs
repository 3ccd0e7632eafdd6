using OpenCvSharp;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Zones;

/// <summary>Tries the candidates, either way up and with each number of characters, and keeps the one that reads best.</summary>
internal static class ZoneScanner
{
    /// <summary>Below it, what was found is no zone: text of another kind, or a pattern.</summary>
    private static readonly double LeastCertainty = Math.Log(0.45);

    /// <summary>What fulfilled check digits are worth: they do not come about by chance.</summary>
    private const double ProofWorth = 1;

    /// <summary>The best scan, or null where nothing reads as a zone.</summary>
    public static ZoneScan? Scan(Mat grey, DateOnly today)
    {
        ZoneScan? best = null;
        var bestWorth = double.MinValue;
        foreach (var candidate in ZoneFinder.Find(grey))
        {
            foreach (var lines in new[] { candidate, [.. candidate.Reverse().Select(line => line.Turned())] })
            {
                foreach (var width in Widths(lines.Count))
                {
                    var scan = Read(grey, lines, width);
                    var proof = Proof(scan, today);
                    var worth = scan.Certainty + ProofWorth * proof;
                    if (worth > bestWorth)
                    {
                        best?.Dispose();
                        (best, bestWorth) = (scan, worth);
                    }
                    else
                    {
                        scan.Dispose();
                    }
                    if (proof == 1 && bestWorth > ProofWorth + 0.5 * LeastCertainty)
                        return best;
                }
            }
        }
        if (best is { } found && (found.Certainty < LeastCertainty || found.Zone.Lines == 1 && Proof(found, today) < 1))
        {
            found.Dispose();
            return null;
        }
        return best;
    }

    private static int[] Widths(int lines) => lines switch { 3 => [30], 2 => [44, 36], _ => [30] };

    private static ZoneScan Read(Mat grey, IReadOnlyList<TextLine> lines, int width)
    {
        var zone = StraightZone.Of(grey, lines, width);
        var cells = new float[lines.Count][][];
        for (var line = 0; line < lines.Count; line++)
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
}
