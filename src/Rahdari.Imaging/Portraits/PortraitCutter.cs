using OpenCvSharp;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Zones;

namespace Rahdari.Imaging.Portraits;

/// <summary>Cuts the portrait out where the format has it: Doc 9303 parts 4, 6 and 7 put zone IV at the left, above the machine readable zone.</summary>
internal static class PortraitCutter
{
    /// <summary>The longer side of the portrait made.</summary>
    private const int MostPixels = 800;

    /// <summary>
    /// Millimetres from the left of the first line's first character, and from the first line's middle: zone IV with what the
    /// issuers' tolerance adds. A card of format TD1 has its portrait on the other side.
    /// </summary>
    private static readonly Dictionary<MrzFormat, Rect2d> Places = new()
    {
        [MrzFormat.TD3] = new(-5, -54, 41, 48),
        [MrzFormat.RussianInternalPassport] = new(-5, -54, 41, 48),
        [MrzFormat.TD2] = new(-5, -47, 37, 41),
        [MrzFormat.FrenchIdentityCard] = new(-5, -47, 37, 41),
        [MrzFormat.MRVA] = new(-5, -53, 39, 47),
        [MrzFormat.MRVB] = new(-5, -47, 37, 41),
    };

    /// <summary>The portrait, or null where the format has none, or it lies outside of the picture.</summary>
    public static Portrait? Cut(Mat colour, StraightZone zone, MrzFormat format)
    {
        if (!Places.TryGetValue(format, out var place))
            return null;
        const double millimetre = StraightZone.Cell / 2.54;
        Point2d[] corners = [new(place.Left, place.Top), new(place.Right, place.Top), new(place.Right, place.Bottom), new(place.Left, place.Bottom)];
        var inZone = corners.Select(c => new Point2d(StraightZone.Margin + c.X * millimetre, StraightZone.Row(0) + c.Y * millimetre)).ToArray();
        var inPicture = Cv2.PerspectiveTransform(inZone, zone.ToPicture);
        var middle = inPicture.Aggregate((a, b) => a + b) * 0.25;
        if (inPicture.Any(p => !double.IsFinite(p.X) || !double.IsFinite(p.Y)) || middle.X < 0 || middle.Y < 0 || middle.X >= colour.Width || middle.Y >= colour.Height)
            return null;
        var height = Math.Clamp((inPicture[0].DistanceTo(inPicture[3]) + inPicture[1].DistanceTo(inPicture[2])) / 2, 1, MostPixels);
        var size = new Size(Math.Max(1, height * place.Width / place.Height), height);
        using var toPortrait = Cv2.GetPerspectiveTransform(
            inPicture.Select(p => new Point2f((float)p.X, (float)p.Y)),
            [new(0, 0), new(size.Width, 0), new(size.Width, size.Height), new(0, size.Height)]);
        using var portrait = new Mat();
        Cv2.WarpPerspective(colour, portrait, toPortrait, size, InterpolationFlags.Area, BorderTypes.Replicate);
        return new Portrait(portrait.ImEncode(".jpg"), size.Width, size.Height);
    }
}
