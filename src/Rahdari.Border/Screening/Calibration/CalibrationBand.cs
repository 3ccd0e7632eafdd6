using System.Globalization;

namespace Rahdari.Border.Screening.Calibration;

/// <summary>Of matches told within a band of probability, how many were resolved, and how many of those were the person.</summary>
/// <param name="From">The least score, 0 to 1.</param>
/// <param name="To">The score that belongs to the next band; 1 belongs to the last.</param>
/// <param name="Resolved">How many were resolved.</param>
/// <param name="Confirmed">Of them those confirmed.</param>
/// <param name="Told">The mean of the scores told; null where none was resolved.</param>
public sealed record CalibrationBand(double From, double To, int Resolved, int Confirmed, double? Told)
{
    /// <summary>With fewer resolved nothing is said of whether told and found agree.</summary>
    public const int FewestToJudge = 20;

    private const double Edge = 0.001;

    /// <summary>The share confirmed; null where none was resolved.</summary>
    public double? Share => Resolved == 0 ? null : (double)Confirmed / Resolved;

    /// <summary>Between what the share lies, at 95 % confidence.</summary>
    public WilsonInterval Interval => WilsonInterval.Of(Confirmed, Resolved);

    /// <summary>Whether told and found agree.</summary>
    public CalibrationVerdict Verdict =>
        Resolved < FewestToJudge ? CalibrationVerdict.TooFew
        : Told < Interval.Low ? CalibrationVerdict.MoreThanTold
        : Told > Interval.High ? CalibrationVerdict.FewerThanTold
        : CalibrationVerdict.AsTold;

    /// <summary>The band as people read it: <c>97–99 %</c>.</summary>
    public string Label() => string.Create(CultureInfo.InvariantCulture, $"{From * 100:0.#}–{To * 100:0.#} %");

    /// <summary>A share as people read it: with a decimal where it is near to none or all, which it is called only where it is.</summary>
    public static string Shown(double share) => share switch
    {
        > 0 and < Edge => $"< {Edge.ToString("P1", CultureInfo.InvariantCulture)}",
        > 1 - Edge and < 1 => $"> {(1 - Edge).ToString("P1", CultureInfo.InvariantCulture)}",
        _ => share.ToString(share is 0 or 1 or (>= 0.1 and <= 0.9) ? "P0" : "P1", CultureInfo.InvariantCulture),
    };
}

/// <summary>Whether told and found agree.</summary>
public enum CalibrationVerdict
{
    /// <summary>Fewer than 20 were resolved.</summary>
    TooFew,

    /// <summary>What was told lies within the interval of what was found.</summary>
    AsTold,

    /// <summary>More were the person than was told.</summary>
    MoreThanTold,

    /// <summary>Fewer were the person than was told.</summary>
    FewerThanTold,
}
