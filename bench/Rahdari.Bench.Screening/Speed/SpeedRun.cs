using System.Runtime.CompilerServices;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>How long a search of a national list takes, how much memory the list needs, and how both grow.</summary>
internal static class SpeedRun
{
    private const int NamesOfEntry = 3;
    private const int QueriesOfGrowth = 2_000;
    private const int QueriesOfFile = 5_000;
    private const int PassengerLists = 10;
    private const int Cores = 2;

    /// <summary>Names of the sizes between; the peers are asked at the largest.</summary>
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static void Run(Options options, NoiseSource source, Report report)
    {
        Report.Progress("measuring the memory");
        var bandwidth = MemoryBandwidth.Measure();
        var vocabulary = new Vocabulary(source);
        var list = new NationalList(vocabulary, source.Region);
        report.Line("## How fast, on a list of national size");
        report.Line();
        report.Line($"An invented list: names of two to four of {Report.Number(vocabulary.Count)} tokens ({Report.Number(vocabulary.Count - vocabulary.Simple)} of them compounds) by Zipf's law, three names an entry on average. "
            + "Searches: by turns a listed person under the noise above and a traveller who is on no list, with date of birth, nationality, sex and document number; one listed person in five under the listed number. "
            + $"One thread reads {Report.Number(bandwidth, 1)} GB/s of memory in a row here.");
        report.Line();
        var rows = new List<OwnSpeed>();
        var built = Full(options, list, source, report, rows, bandwidth);
        FileSpeed.Run(report, list, options.Entries, built, SpeedQuery.Of(list, options.Entries, Math.Min(options.Queries, QueriesOfFile), source));
        foreach (var entries in Sizes.Select(s => s / NamesOfEntry).Where(e => e < options.Entries))
            rows.Add(Measured(list, entries, options, source, report, isLargest: entries == Sizes[^1] / NamesOfEntry));
        Growth(report, [.. rows.OrderBy(r => r.Entries)]);
    }

    private static OwnSpeed Measured(NationalList list, int entries, Options options, NoiseSource source, Report report, bool isLargest)
    {
        var queries = SpeedQuery.Of(list, entries, Math.Min(options.Queries, QueriesOfGrowth), source);
        var measured = OwnSpeed.Run(list, entries, queries);
        if (isLargest && options.Peers)
            BesidePeers.Run(report, list, measured, queries);
        return measured with { Index = ScreeningIndex.Build([]) }; // The next size needs the memory.
    }

    private static StrongBox<ScreeningIndex?> Full(Options options, NationalList list, NoiseSource source, Report report, List<OwnSpeed> rows, double bandwidth)
    {
        var queries = SpeedQuery.Of(list, options.Entries, options.Queries, source);
        var own = OwnSpeed.Run(list, options.Entries, queries);
        Report.Progress($"Rahdari: on {Cores} cores");
        var throughput = own.Throughput(queries, Cores);
        Report.Progress($"Rahdari: {PassengerLists} passenger lists");
        var lists = own.PassengerLists(list, source, PassengerLists);
        report.Table(["what", "figure"],
        [
            ["entries", Report.Number(own.Entries)],
            ["names", Report.Number(own.Names)],
            ["built in, s", Report.Number(own.Build, 1)],
            ["of processor time, s", Report.Number(own.BuildProcessor, 1)],
            ["heap held by the index and its persons, MB", Megabytes(own.Heap)],
            ["bytes of it a name", Report.Number(own.Heap / (double)own.Names)],
            ["working set of the process after building, MB", Megabytes(own.WorkingSet)],
            ["the largest it was while building, MB", Megabytes(own.Peak)],
            ["searches", Report.Number(queries.Count)],
            ["p50, ms", Report.Number(own.Searches.P50, 3)],
            ["p99, ms", Report.Number(own.Searches.P99, 3)],
            ["p99.9, ms", Report.Number(own.Searches.P999, 3)],
            ["worst, ms", Report.Number(own.Searches.Worst, 3)],
            ["bytes allocated a search", Report.Number(own.Searches.Bytes)],
            ["searches a second on one core", Report.Number(1000 * queries.Count / own.Searches.Sum, 1)],
            [$"searches a second on {Cores} cores", Report.Number(throughput, 1)],
            ["a passenger list of 500 on one core, middle, s", Report.Number(Report.Percentile(lists, 0.5), 2)],
            ["the slowest list, s", Report.Number(lists[^1], 2)],
            ["listed persons alerted, under another number", $"{Report.Number(100 * own.Alerted, 1)} %"],
            ["listed persons alerted, under the listed number", $"{Report.Number(100 * own.AlertedByNumber, 1)} %"],
            ["clean travellers alerted, in 1,000", Report.Number(own.FalseAlerts, 1)],
        ]);
        Limit.Run(report, own, queries, bandwidth);
        if (options.Peers && options.Entries <= Sizes[^1] / NamesOfEntry)
            BesidePeers.Run(report, list, own, queries);
        rows.Add(own with { Index = ScreeningIndex.Build([]) });
        return new StrongBox<ScreeningIndex?>(own.Index);
    }

    private static void Growth(Report report, IReadOnlyList<OwnSpeed> rows)
    {
        report.Line("### Growth");
        report.Line();
        report.Table(
            ["entries", "names", "built in, s", "heap, MB", "bytes a name", "p50, ms", "p99, ms", "p99.9, ms", "worst, ms", "bytes allocated a search", "listed alerted, under another number", "clean alerted, in 1,000"],
            rows.Select(r => (IReadOnlyList<string>)
            [
                Report.Number(r.Entries), Report.Number(r.Names), Report.Number(r.Build, 1), Megabytes(r.Heap), Report.Number(r.Heap / (double)r.Names),
                Report.Number(r.Searches.P50, 3), Report.Number(r.Searches.P99, 3), Report.Number(r.Searches.P999, 3), Report.Number(r.Searches.Worst, 3), Report.Number(r.Searches.Bytes),
                $"{Report.Number(100 * r.Alerted, 1)} %", Report.Number(r.FalseAlerts, 1),
            ]));
    }

    private static string Megabytes(long bytes) => Report.Number(bytes / 1e6, 1);
}
