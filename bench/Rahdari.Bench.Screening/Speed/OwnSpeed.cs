using System.Diagnostics;
using System.Runtime;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>Rahdari.Matching over a national list of one size.</summary>
internal sealed record OwnSpeed
{
    /// <summary>Searches before those that are timed.</summary>
    public const int WarmUp = 500;

    private const int PassengersOfList = 500;

    /// <summary>Persons.</summary>
    public required int Entries { get; init; }

    /// <summary>Names.</summary>
    public required long Names { get; init; }

    /// <summary>Seconds that building took.</summary>
    public required double Build { get; init; }

    /// <summary>Seconds of processor time that building took, all cores together.</summary>
    public required double BuildProcessor { get; init; }

    /// <summary>Bytes on the collected heap that the index and its persons hold.</summary>
    public required long Heap { get; init; }

    /// <summary>Bytes of memory that the process uses after building.</summary>
    public required long WorkingSet { get; init; }

    /// <summary>The most bytes that it used while building.</summary>
    public required long Peak { get; init; }

    /// <summary>Each search.</summary>
    public required Latencies Searches { get; init; }

    /// <summary>Of the searches for listed persons under another document: the share alerted.</summary>
    public required double Alerted { get; init; }

    /// <summary>Of the searches for listed persons under the listed document: the share alerted.</summary>
    public required double AlertedByNumber { get; init; }

    /// <summary>Alerts in a thousand clean travellers.</summary>
    public required double FalseAlerts { get; init; }

    /// <summary>The index, for more.</summary>
    public required ScreeningIndex Index { get; init; }

    /// <summary>Builds and searches.</summary>
    public static OwnSpeed Run(NationalList list, int entries, IReadOnlyList<SpeedQuery> queries)
    {
        Report.Progress($"Rahdari: building {entries} entries");
        var (heap, _) = Memory();
        ForgetPeak();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        long names = 0;
        var index = ScreeningIndex.Build(list.Persons(entries).Select(p =>
        {
            names += p.Names.Count;
            return p;
        }));
        var build = watch.Elapsed.TotalSeconds;
        var buildProcessor = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var (heapAfter, workingSet) = Memory();
        Report.Progress($"Rahdari: {queries.Count} searches");
        foreach (var query in queries.Take(WarmUp))
            index.Search(query.Query);
        var (alerted, byNumber, falseAlerts) = (new Rate(), new Rate(), new Rate());
        var hits = new IReadOnlyList<Hit>[queries.Count];
        var number = 0;
        var searches = Latencies.Of(queries, q => hits[number++] = index.Search(q.Query));
        for (var i = 0; i < hits.Length; i++)
        {
            var query = queries[i];
            if (query.Person < 0)
                falseAlerts.Count(hits[i].Count > 0);
            else
                (query.HasNumber ? byNumber : alerted).Count(hits[i].Any(h => h.Person.Key == NationalList.Key(query.Person)));
        }
        return new OwnSpeed
        {
            Entries = entries,
            Names = names,
            Build = build,
            BuildProcessor = buildProcessor,
            Heap = heapAfter - heap,
            WorkingSet = workingSet,
            Peak = peak,
            Searches = searches,
            Alerted = alerted.Share,
            AlertedByNumber = byNumber.Share,
            FalseAlerts = 1000 * falseAlerts.Share,
            Index = index,
        };
    }

    /// <summary>Searches a second on several cores.</summary>
    public double Throughput(IReadOnlyList<SpeedQuery> queries, int cores)
    {
        var watch = Stopwatch.StartNew();
        Parallel.For(0, queries.Count, new ParallelOptions { MaxDegreeOfParallelism = cores }, i => Index.Search(queries[i].Query));
        return queries.Count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Seconds of passenger lists of 500, of whom one in a hundred is listed, one after another on one thread.</summary>
    public double[] PassengerLists(NationalList list, NoiseSource source, int count)
    {
        var listed = SpeedQuery.Of(list, Entries, count * PassengersOfList / 50, source).Where(q => q.Person >= 0).ToArray();
        var seconds = new double[count];
        for (var i = 0; i < count; i++)
        {
            PersonQuery[] passengers = [.. Enumerable.Range(i * PassengersOfList, PassengersOfList).Select(p => p % 100 == 0 ? listed[p / 100].Query : list.Traveller(10_000_000 + p))];
            var watch = Stopwatch.StartNew();
            foreach (var passenger in passengers)
                Index.Search(passenger);
            seconds[i] = watch.Elapsed.TotalSeconds;
        }
        return [.. seconds.Order()];
    }

    private static (long Heap, long WorkingSet) Memory()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    /// <summary>What was used before is not this list's: Linux forgets a process's peak when asked (proc(5), clear_refs).</summary>
    private static void ForgetPeak()
    {
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Report.Progress("the peak of memory counts what was used before too");
        }
    }

    private sealed class Rate
    {
        private int all;
        private int good;

        public double Share => all == 0 ? double.NaN : (double)good / all;

        public void Count(bool isGood)
        {
            all++;
            good += isGood ? 1 : 0;
        }
    }
}
