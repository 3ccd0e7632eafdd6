using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Bench.Ledger;

/// <summary>Times, and what lies below which.</summary>
internal static class Figures
{
    public static async Task<double> SecondsAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Milliseconds of each.</summary>
    public static async Task<double[]> EachAsync<T>(IEnumerable<T> all, Func<T, Task> ask)
    {
        var times = new List<double>();
        foreach (var one in all)
            times.Add(1000 * await SecondsAsync(() => ask(one)));
        return [.. times];
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    public static string Told(double[] milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Percentile(milliseconds, 0.5):F2} ms, {Upper(milliseconds)} {Percentile(milliseconds, 0.99):F2} ms (n = {milliseconds.Length})");

    /// <summary>What the upper figure is: of fewer than a hundred there is no 99th of a hundred.</summary>
    public static string Upper(double[] milliseconds) => milliseconds.Length < 100 ? "largest" : "p99";
}
