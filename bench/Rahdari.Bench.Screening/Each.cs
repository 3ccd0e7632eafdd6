namespace Rahdari.Bench.Screening;

/// <summary>Work that is not timed, on every core, with its progress.</summary>
internal static class Each
{
    /// <summary>Does something for 0 to below a count.</summary>
    public static void Of(int count, string what, Action<int> work)
    {
        var done = 0;
        var step = Math.Max(1, count / 4);
        Report.Progress($"{what}: {count}");
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            work(i);
            if (Interlocked.Increment(ref done) is var number && number % step == 0)
                Report.Progress($"{what}: {number} of {count}");
        });
    }
}
