namespace Rahdari.Imaging.Tests.Captures;

/// <summary>How a page was taken: what a scanner or a phone does to it. Angles in degrees, lengths in millimetres of the page unless told.</summary>
internal sealed record Capture
{
    /// <summary>Pixels of a millimetre of the page, in the middle of the picture.</summary>
    public required double Scale { get; init; }

    /// <summary>Rotation in the plane of the page.</summary>
    public required double Rotation { get; init; }

    /// <summary>Shear: how far a picture's top is pushed sideways.</summary>
    public double Skew { get; init; }

    /// <summary>Turn about the page's upright axis, and about its level axis: perspective.</summary>
    public double Yaw { get; init; }

    /// <inheritdoc cref="Yaw"/>
    public double Pitch { get; init; }

    /// <summary>Grey of what lies around the page, and whether it is grained like a table.</summary>
    public required int Surround { get; init; }

    /// <inheritdoc cref="Surround"/>
    public bool Grained { get; init; }

    /// <summary>Standard deviation of the defocus.</summary>
    public double Blur { get; init; }

    /// <summary>Length of the movement during exposure.</summary>
    public double Motion { get; init; }

    /// <summary>Standard deviation of the noise, in grey levels.</summary>
    public double Noise { get; init; }

    /// <summary>How much darker the darkest side is than the lightest: 0 to 1.</summary>
    public double Falloff { get; init; }

    /// <summary>How dark a shadow across the page is: 0 to 1.</summary>
    public double Shadow { get; init; }

    /// <summary>How strong a reflection somewhere on the page is: 0 to 1.</summary>
    public double Glare { get; init; }

    /// <summary>JPEG quality, or null for a PNG.</summary>
    public int? Jpeg { get; init; }

    /// <summary>A flat-bed or document scanner: 150 to 600 dpi, laid down at any angle.</summary>
    public static Capture Scanner(Random random) => new()
    {
        Scale = new[] { 150, 200, 300, 400, 600 }[random.Next(5)] / 25.4,
        Rotation = AnyAngle(random),
        Skew = Spread(random, 0.02),
        Surround = random.Next(2) == 0 ? 255 : random.Next(0, 60),
        Blur = random.NextDouble() * 0.06,
        Noise = 1 + random.NextDouble() * 5,
        Falloff = random.NextDouble() * 0.1,
        Jpeg = random.Next(4) == 0 ? null : random.Next(70, 96),
    };

    /// <summary>A phone held over the page: perspective, defocus, a hand's movement, a lamp's shadow and reflection.</summary>
    public static Capture Phone(Random random) => new()
    {
        Scale = 9 + random.NextDouble() * 9,
        Rotation = AnyAngle(random),
        Skew = Spread(random, 0.01),
        Yaw = Spread(random, 22),
        Pitch = Spread(random, 22),
        Surround = random.Next(40, 200),
        Grained = true,
        Blur = 0.04 + random.NextDouble() * 0.12,
        Motion = random.NextDouble() * 0.25,
        Noise = 3 + random.NextDouble() * 7,
        Falloff = random.NextDouble() * 0.5,
        Shadow = random.Next(2) * random.NextDouble() * 0.5,
        Glare = random.Next(3) == 0 ? random.NextDouble() * 0.8 : 0,
        Jpeg = random.Next(55, 93),
    };

    private static double AnyAngle(Random random) => random.Next(4) switch
    {
        0 => Spread(random, 180),
        1 => 90 * random.Next(1, 4) + Spread(random, 4),
        _ => Spread(random, 6),
    };

    private static double Spread(Random random, double most) => (random.NextDouble() * 2 - 1) * most;
}
