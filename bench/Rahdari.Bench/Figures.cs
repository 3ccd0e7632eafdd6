using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Bench;

/// <summary>Figures of several runs, and their ratio to a peer's.</summary>
internal static class Figures
{
    /// <summary>Seconds of a run.</summary>
    public static async Task<double> SecondsAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The value below which a share of the values lie.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    /// <summary>Minimum, median and maximum.</summary>
    public static string Spread(IReadOnlyCollection<double> values, string format, string unit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{values.Min().ToString(format, CultureInfo.InvariantCulture)} / {Percentile(values, 0.5).ToString(format, CultureInfo.InvariantCulture)} / {values.Max().ToString(format, CultureInfo.InvariantCulture)} {unit}");
}
