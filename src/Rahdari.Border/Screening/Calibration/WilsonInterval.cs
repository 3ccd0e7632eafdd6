namespace Rahdari.Border.Screening.Calibration;

/// <summary>Between what a share lies that was counted among so many, at 95 % confidence: Wilson's score interval (1927), which holds for few and at 0 and 1, too.</summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    // The quantile of the normal distribution that leaves 2.5 % above it.
    private const double Quantile = 1.959963984540054;

    /// <summary>The interval of so many among so many; all of 0 to 1 among none.</summary>
    public static WilsonInterval Of(int counted, int among)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(counted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counted, among);
        if (among == 0)
            return new(0, 1);
        var (share, square) = ((double)counted / among, Quantile * Quantile / among);
        var middle = (share + (square / 2)) / (1 + square);
        var half = Quantile / (1 + square) * Math.Sqrt(((share * (1 - share)) + (square / 4)) / among);
        return new(counted == 0 ? 0 : middle - half, counted == among ? 1 : middle + half);
    }
}
