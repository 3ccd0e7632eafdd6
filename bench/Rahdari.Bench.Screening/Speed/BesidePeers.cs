using System.Diagnostics;
using Rahdari.Bench.Screening.Peers;
using Rahdari.Bench.Screening.Quality;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>The peers that have an index, on the same list and searches.</summary>
internal static class BesidePeers
{
    private const int Queries = 300;
    private const int WarmUp = 20;

    /// <summary>What a date of birth lifts, as a share of the search's best score.</summary>
    private const double Lift = 0.3;

    public static void Run(Report report, NationalList list, OwnSpeed own, IReadOnlyList<SpeedQuery> all)
    {
        SpeedQuery[] queries = [.. all.Take(Queries)];
        SpeedQuery[] listed = [.. queries.Where(q => q.Person >= 0)];
        Report.Progress($"Rahdari beside its peers: {queries.Length} searches");
        var ours = Latencies.Of(queries, q => own.Index.Search(q.Query));
        var ourNames = Latencies.Of(queries, q => own.Index.Search(new PersonQuery(q.Query.Name)));
        var rows = new List<IReadOnlyList<string>>
        {
            Row("Rahdari, everything compared", own.Build, ours, 1, double.NaN, Retrieved(own.Index, listed, q => q.Query with { DocumentNumber = null })),
            Row("Rahdari, the name alone", own.Build, ourNames, ourNames.P50 / ours.P50, Retrieved(own.Index, listed, q => new PersonQuery(q.Query.Name)), double.NaN),
        };
        var descriptions = new List<string>();
        foreach (var make in AllPeers.OfSpeed())
        {
            using var peer = make();
            Report.Progress($"{peer.Name}: loading {own.Entries} entries");
            var watch = Stopwatch.StartNew();
            peer.Load(list.Persons(own.Entries));
            var build = watch.Elapsed.TotalSeconds;
            Report.Progress($"{peer.Name}: {queries.Length} searches");
            foreach (var query in queries.Take(WarmUp))
                peer.Best(query.Query.Name);
            var found = new List<IReadOnlyList<Scored>>();
            var latencies = Latencies.Of(queries, q => found.Add(peer.Best(q.Query.Name)));
            var pairs = queries.Zip(found).Where(p => p.First.Person >= 0).ToArray();
            rows.Add(Row(peer.Name, build, latencies, latencies.P50 / ours.P50, Retrieved(pairs, (_, _) => 0), Retrieved(pairs, (q, person) => BirthAgreement.Of(list.Person(person), q.Query.DateOfBirth))));
            descriptions.Add($"* **{peer.Name}**: {peer.Description}.");
        }
        report.Line($"### Beside the peers: {Report.Number(own.Names)} names, {queries.Length} searches, half of them for listed persons, on one thread");
        report.Line();
        report.Table(["system", "build, s", "p50, ms", "p99, ms", "worst, ms", "p50 against Rahdari's", $"among the best {Outcome.Best} by the name alone", $"among the best {Outcome.Best} with the date of birth"], rows);
        foreach (var description in descriptions)
            report.Line(description);
        report.Line();
    }

    private static string[] Row(string name, double build, Latencies latencies, double ratio, double byName, double whole) =>
    [
        name, Report.Number(build, 1), Report.Number(latencies.P50, 3), Report.Number(latencies.P99, 2), Report.Number(latencies.Worst, 1), $"{Report.Number(ratio, 1)}×", Percent(byName), Percent(whole),
    ];

    private static double Retrieved(ScreeningIndex index, SpeedQuery[] listed, Func<SpeedQuery, PersonQuery> query)
    {
        var found = 0;
        Each.Of(listed.Length, "Rahdari, retrieval", i =>
        {
            if (index.Search(query(listed[i]), OwnMeasure.Lowest).Take(Outcome.Best).Any(h => h.Person.Key == NationalList.Key(listed[i].Person)))
                Interlocked.Increment(ref found);
        });
        return (double)found / listed.Length;
    }

    private static double Retrieved((SpeedQuery Query, IReadOnlyList<Scored> Found)[] pairs, Func<SpeedQuery, int, double> agreement) =>
        (double)pairs.Count(pair =>
        {
            var best = pair.Found.Count == 0 ? 0 : pair.Found[0].Score;
            return pair.Found.OrderByDescending(s => s.Score + (Lift * best * agreement(pair.Query, s.Person))).Take(Outcome.Best).Any(s => s.Person == pair.Query.Person);
        }) / pairs.Length;

    private static string Percent(double share) => double.IsNaN(share) ? "" : $"{Report.Number(100 * share, 1)} %";
}
