using System.Text;
using OpenCvSharp;
using Rahdari.Imaging.Children;

namespace Rahdari.Imaging.Zones;

/// <summary>Tesseract's opinion of a straightened zone, laid beside the first reader's, character by character.</summary>
internal static class SecondReader
{
    /// <summary>Its English letters are not OCR-B's: twice the size helps it.</summary>
    private const double Enlarged = 2;

    /// <summary>At each place what Tesseract read, or '\0' where its line has nothing to lay there; null where it failed.</summary>
    public static async Task<IReadOnlyList<char[]>?> ReadAsync(ZoneScan scan, string tesseract, TimeSpan limit, CancellationToken cancellation)
    {
        // The paper beside the zone is not to be read: a character's width of it is enough.
        using var zone = scan.Zone.Grey.SubMat(0, scan.Zone.Grey.Height, StraightZone.Margin - StraightZone.Cell, scan.Zone.Grey.Width - StraightZone.Margin + StraightZone.Cell);
        using var large = zone.Resize(new Size(0, 0), Enlarged, Enlarged, InterpolationFlags.Cubic);
        var picture = large.ImEncode(".png");
        string[] arguments = ["stdin", "stdout", "--psm", "6", "-l", "eng", "-c", $"tessedit_char_whitelist={Glyph.Characters}", "-c", "load_system_dawg=0", "-c", "load_freq_dawg=0"];
        if (await LimitedChild.RunAsync(tesseract, arguments, picture, limit, cancellation) is not { } output)
            return null;
        var lines = Encoding.UTF8.GetString(output).Split('\n').Select(line => string.Concat(line.Where(Glyph.Characters.Contains))).Where(line => line.Length > scan.Zone.Width / 2).ToArray();
        return [.. scan.Text.Select((line, i) => lines.Length == scan.Zone.Lines ? Beside(line, lines[i]) : new char[line.Length])];
    }

    /// <summary>Lays another reading beside a line with the fewest differences.</summary>
    internal static char[] Beside(string line, string other)
    {
        var cost = new int[line.Length + 1, other.Length + 1];
        for (var i = 0; i <= line.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(cost[i - 1, j - 1] + (line[i - 1] == other[j - 1] ? 0 : 1), 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
            }
        }
        var beside = new char[line.Length];
        for (var (i, j) = (line.Length, other.Length); i > 0 && j > 0;)
        {
            if (cost[i, j] == cost[i - 1, j - 1] + (line[i - 1] == other[j - 1] ? 0 : 1))
                beside[--i] = other[--j];
            else if (cost[i, j] == cost[i - 1, j] + 1)
                i--;
            else
                j--;
        }
        return beside;
    }
}
