using OpenCvSharp;

namespace Rahdari.Imaging.Zones;

/// <summary>Something long and narrow that may be a line of text: the middle line's ends, and the thickness, in pixels.</summary>
internal sealed record TextLine(Point2d Left, Point2d Right, double Thickness)
{
    public double Length => Left.DistanceTo(Right);

    public Point2d Middle => (Left + Right) * 0.5;

    /// <summary>The unit vector from left to right.</summary>
    public Point2d Direction => (Right - Left) * (1 / Math.Max(1e-9, Length));

    /// <summary>The unit vector to where the next line is.</summary>
    public Point2d Down => new(-Direction.Y, Direction.X);

    /// <summary>The same line seen upside down.</summary>
    public TextLine Turned() => new(Right, Left, Thickness);

    /// <summary>Where the line is that stands a number of lines below, where this one has a number of characters.</summary>
    public TextLine Next(int width, int lines)
    {
        var down = Down * (lines * Length / (width - 2 * StraightZone.Bearing) * StraightZone.Spacing / StraightZone.Cell);
        return new TextLine(Left + down, Right + down, Thickness);
    }

    public TextLine Scaled(double factor) => new(Left * factor, Right * factor, Thickness * factor);
}
