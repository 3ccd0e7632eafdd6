using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>The picture of one character as the network sees it: <see cref="Width"/> by <see cref="Height"/>, ink 1, paper 0.</summary>
internal static class Glyph
{
    public const int Width = 20, Height = 28;

    /// <summary>The characters of a zone, in the order of the network's outputs.</summary>
    public const string Characters = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Cuts one character out.</summary>
    /// <param name="darkness">Of the straight zone.</param>
    /// <param name="centre">Of its cell.</param>
    /// <param name="level">How dark the line's ink is: a filler must not be raised to black where all else is paler.</param>
    public static float[] Cut(Mat darkness, Point2d centre, double level)
    {
        using var patch = new Mat();
        Cv2.GetRectSubPix(darkness, new Size(Width, Height), new Point2f((float)centre.X - 0.5f, (float)centre.Y), patch);
        patch.GetArray(out float[] ink);
        var most = ink.Order().ElementAt(ink.Length * 97 / 100);
        var full = Math.Max(0.03, Math.Max(most, 0.4 * level));
        for (var i = 0; i < ink.Length; i++)
            ink[i] = (float)Math.Clamp(ink[i] / full, 0, 1.2);
        return ink;
    }

    /// <summary>How dark the ink of a line is.</summary>
    public static double Level(Mat darkness, int row)
    {
        using var band = darkness.SubMat(row - 12, row + 13, StraightZone.Margin, darkness.Width - StraightZone.Margin);
        using var copy = band.Clone();
        copy.GetArray(out float[] ink);
        Array.Sort(ink);
        return ink[ink.Length * 95 / 100];
    }
}
