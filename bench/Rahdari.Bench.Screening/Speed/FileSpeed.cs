using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>The index in a file, and a change of the list taken up beside it.</summary>
internal static class FileSpeed
{
    private const double Low = ScreeningIndex.AlertThreshold / 10;
    private const int Added = 4_000;
    private const int Changed = 4_000;
    private const int TakenOut = 2_000;
    private const int Opens = 5;
    private const int Compared = 1_000;

    /// <summary>Saves, opens, changes and compares.</summary>
    /// <param name="report">Receives the table.</param>
    /// <param name="list">The list.</param>
    /// <param name="entries">Persons of it in the index.</param>
    /// <param name="built">The index; let go once it is saved and compared.</param>
    /// <param name="queries">The searches.</param>
    public static void Run(Report report, NationalList list, int entries, StrongBox<ScreeningIndex?> built, IReadOnlyList<SpeedQuery> queries)
    {
        var folder = Directory.CreateTempSubdirectory("rahdari-index-");
        try
        {
            var path = Path.Combine(folder.FullName, "screening.index");
            Report.Progress("Rahdari: saving");
            var rows = new List<IReadOnlyList<string>>();
            Save(rows, built.Value!, path, queries);
            built.Value = null;
            Collect();
            Report.Progress("Rahdari: opening");
            Forget(path);
            // The first time a method runs it is compiled: an index of nobody has done that.
            Open(SaveNobody(folder)).Search(queries[1].Query);
            var index = Timed(rows, "opened, nothing of the file in memory, ms", () => Open(path));
            Timed(rows, "the first search after that, ms", () => index.Search(queries[0].Query));
            Timed(rows, "every byte verified after that, ms", () => index.Verify());
            Collect();
            rows.Add(["working set of the process with the file open and read, MB", Report.Number(Environment.WorkingSet / 1e6, 1)]);
            rows.Add(["heap of it, MB", Report.Number(GC.GetTotalMemory(forceFullCollection: true) / 1e6, 1)]);
            rows.Add([$"opened, the file in memory, the middle of {Opens}, ms", Report.Number(Middle(() => Open(path)), 1)]);
            rows.Add([$"every byte verified, the middle of {Opens}, ms", Report.Number(Middle(() => index.Verify()), 1)]);
            Change(rows, list, entries, index, queries);
            report.Line("### In a file, and changed");
            report.Line();
            report.Table(["what", "figure"], rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Ten thousand entries: new, changed, and taken out.</summary>
    private static void Change(List<IReadOnlyList<string>> rows, NationalList list, int entries, ScreeningIndex index, IReadOnlyList<SpeedQuery> queries)
    {
        var (added, takenOut) = Delta(list, entries);
        Report.Progress($"Rahdari: a change of {added.Length + takenOut.Length} entries");
        rows.Add([$"a change of {Report.Number(added.Length + takenOut.Length)} entries taken up, the middle of {Opens}, ms", Report.Number(Middle(() => index.With(added, takenOut)), 1)]);
        var changed = index.With(added, takenOut);
        Compare(rows, "with the change against without", index, changed, queries);
        Report.Progress("Rahdari: building anew with the change");
        var gone = takenOut.Concat(added.Select(p => p.Key)).ToHashSet(StringComparer.Ordinal);
        ScreeningIndex? anew = null;
        rows.Add(["built anew instead in, s", Report.Number(Seconds(() => anew = ScreeningIndex.Build(list.Persons(entries).Where(p => !gone.Contains(p.Key)).Concat(added), index.Population)), 1)]);
        // Some of whom the change is about, and others.
        PersonQuery[] compared = [.. queries.Take(Compared / 2).Select(q => q.Query), .. added.Take(Compared / 2).Select(p => new PersonQuery(p.Names[^1].Text))];
        var same = 0;
        Each.Of(compared.Length, "Rahdari, compared", i =>
        {
            if (anew!.Search(compared[i], Low).Select(Told).SequenceEqual(changed.Search(compared[i], Low).Select(Told)))
                Interlocked.Increment(ref same);
        });
        rows.Add(["searches answered as by the one built anew", $"{Report.Number(same)} of {Report.Number(compared.Length)}"]);

        static (string, double) Told(Hit hit) => (hit.Person.Key, Math.Round(hit.Points, 3));
    }

    private static (ListedPerson[] Added, string[] TakenOut) Delta(NationalList list, int entries)
    {
        var apart = Math.Max(1, entries / (Changed + TakenOut));
        var some = Math.Min(entries, Changed + TakenOut);
        var changed = Enumerable.Range(0, some).Where(i => i % 3 < 2).Select(i => list.Person(entries + Added + i) with { Key = NationalList.Key(i * apart) });
        return ([.. Enumerable.Range(entries, Added).Select(list.Person), .. changed], [.. Enumerable.Range(0, some).Where(i => i % 3 == 2).Select(i => NationalList.Key(i * apart))]);
    }

    /// <summary>Each search on both, by turns first on the one and first on the other: what one has brought into the processor's memory helps both alike.</summary>
    private static (Latencies First, Latencies Second) ByTurns(IReadOnlyList<SpeedQuery> queries, Action<SpeedQuery> first, Action<SpeedQuery> second)
    {
        var (ofFirst, ofSecond) = (new double[queries.Count], new double[queries.Count]);
        for (var i = 0; i < queries.Count; i++)
        {
            if (i / 2 % 2 == 0)
                (ofFirst[i], ofSecond[i]) = (Milliseconds(() => first(queries[i])), Milliseconds(() => second(queries[i])));
            else
                (ofSecond[i], ofFirst[i]) = (Milliseconds(() => second(queries[i])), Milliseconds(() => first(queries[i])));
        }
        return (new Latencies(ofFirst, 0), new Latencies(ofSecond, 0));
    }

    private static void Save(List<IReadOnlyList<string>> rows, ScreeningIndex index, string path, IReadOnlyList<SpeedQuery> queries)
    {
        var seconds = Seconds(() => index.Save(path, "bench"));
        rows.Add(["the file, MB", Report.Number(new FileInfo(path).Length / 1e6, 1)]);
        rows.Add(["saved in, s", Report.Number(seconds, 2)]);
        Report.Progress("Rahdari: searching it built and opened");
        Compare(rows, "opened against built", index, Open(path), queries);
    }

    private static void Compare(List<IReadOnlyList<string>> rows, string what, ScreeningIndex without, ScreeningIndex with, IReadOnlyList<SpeedQuery> queries)
    {
        foreach (var query in queries.Take(OwnSpeed.WarmUp))
        {
            without.Search(query.Query);
            with.Search(query.Query);
        }
        var (before, after) = ByTurns(queries, q => without.Search(q.Query), q => with.Search(q.Query));
        rows.Add([$"p50 {what}, ms", Ratio(after.P50, before.P50)]);
        rows.Add([$"p99 {what}, ms", Ratio(after.P99, before.P99)]);

        static string Ratio(double after, double before) => $"{Report.Number(after, 3)} : {Report.Number(before, 3)}, {Report.Number(100 * ((after / before) - 1), 1)} %";
    }

    private static ScreeningIndex Open(string path) =>
        ScreeningIndex.TryOpen(path, out var index, out var problem) ? index : throw new InvalidDataException(problem);

    private static string SaveNobody(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "nobody.index");
        ScreeningIndex.Build([]).Save(path, "nobody");
        return path;
    }

    private static T Timed<T>(List<IReadOnlyList<string>> rows, string what, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        rows.Add([what, Report.Number(watch.Elapsed.TotalMilliseconds, 1)]);
        return result;
    }

    private static double Middle(Action work) => Report.Percentile([.. Enumerable.Range(0, Opens).Select(_ => Milliseconds(work)).Order()], 0.5);

    private static double Seconds(Action work) => Milliseconds(work) / 1000;

    private static double Milliseconds(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>The system keeps nothing of the file in memory (posix_fadvise, by dd).</summary>
    private static void Forget(string path)
    {
        using var dd = Process.Start(new ProcessStartInfo("dd", ["if=" + path, "iflag=nocache", "count=0"]) { RedirectStandardError = true })!;
        dd.WaitForExit();
    }

    private static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }
}
