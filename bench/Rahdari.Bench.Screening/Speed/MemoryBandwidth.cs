using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>How fast one core reads memory in a row: what a search that walks large arrays is bound by.</summary>
internal static class MemoryBandwidth
{
    private const int Rounds = 5;

    /// <summary>Gigabytes a second, the best of five rounds over a gigabyte.</summary>
    public static double Measure()
    {
        var array = new long[128 * 1024 * 1024];
        array.AsSpan().Fill(1);
        var best = double.MaxValue;
        long sum = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            sum += Sum(array);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        if (sum != (long)Rounds * array.Length)
            throw new InvalidOperationException("The sum is wrong.");
        return array.Length * (double)sizeof(long) / best / 1e9;
    }

    private static long Sum(long[] array)
    {
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(array.AsSpan());
        // Four sums, so that an addition need not wait for the one before.
        var (a, b, c, d) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
        for (var i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }
        return Vector.Sum(a + b + c + d);
    }
}
