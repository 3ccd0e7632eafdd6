using System.Diagnostics;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>Milliseconds of searches, one after another on one thread.</summary>
internal sealed class Latencies
{
    private readonly double[] sorted;

    public Latencies(double[] milliseconds, double bytes) => (sorted, Bytes) = ([.. milliseconds.Order()], bytes);

    /// <summary>Bytes allocated by a search, on average.</summary>
    public double Bytes { get; }

    /// <summary>The middle.</summary>
    public double P50 => Report.Percentile(sorted, 0.5);

    /// <summary>What one in a hundred exceeds.</summary>
    public double P99 => Report.Percentile(sorted, 0.99);

    /// <summary>What one in a thousand exceeds.</summary>
    public double P999 => Report.Percentile(sorted, 0.999);

    /// <summary>The slowest.</summary>
    public double Worst => sorted[^1];

    /// <summary>All together.</summary>
    public double Sum => sorted.Sum();

    /// <summary>Times each of several searches.</summary>
    public static Latencies Of<T>(IReadOnlyList<T> queries, Action<T> search)
    {
        var milliseconds = new double[queries.Count];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < milliseconds.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            search(queries[i]);
            milliseconds[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        return new Latencies(milliseconds, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)milliseconds.Length);
    }
}
