namespace Rahdari.Imaging.Zones;

/// <summary>A zone of a picture with what the network makes of each of its characters.</summary>
/// <param name="Zone">The straightened zone.</param>
/// <param name="Cells">The probability of each of <see cref="Glyph.Characters"/>, by line and column.</param>
internal sealed record ZoneScan(StraightZone Zone, float[][][] Cells) : IDisposable
{
    /// <summary>The likeliest character of each cell.</summary>
    public string[] Text { get; } = [.. Cells.Select(line => string.Concat(line.Select(Likeliest)))];

    /// <summary>The mean logarithm of the likeliest characters' probabilities: 0 where all is certain.</summary>
    public double Certainty { get; } = Cells.SelectMany(line => line).Average(cell => Math.Log(cell.Max()));

    public static char Likeliest(float[] cell) => Glyph.Characters[Array.IndexOf(cell, cell.Max())];

    public void Dispose() => Zone.Dispose();
}
