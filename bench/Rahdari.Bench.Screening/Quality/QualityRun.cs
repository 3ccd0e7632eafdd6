using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Bench.Screening.Peers;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>What is found on the published lists, and whom it stops.</summary>
internal static class QualityRun
{
    private const string WithTravellers = "Rahdari, weighed by travellers' names";

    public static void Run(Options options, string folder, NoiseSource source, Report report)
    {
        Report.Progress("reading the published lists");
        var entries = PublishedLists.Read(Path.Combine(folder, "watchlists")).Select(HeldOut.Of).ToList();
        ListedPerson[] listed = [.. entries.Select(e => e.Indexed)];
        var queries = QualityQuery.Of(entries, source, options.Tune, options.PerKind);
        var own = OwnMeasure.Run(Weighing.ByLists(listed), queries, source.Region, options.Travellers);
        var known = OwnMeasure.Run(Weighing.ByTravellers(listed, source.Region), queries, source.Region, options.Travellers);
        var peers = new List<PeerMeasure>();
        if (options.Peers)
        {
            var tuning = QualityQuery.Of(entries, source, tuning: true, options.PerKind);
            peers.AddRange(AllPeers.OfQuality().Select(make => PeerMeasure.Run(make, listed, tuning, queries, source.Region, options.Travellers)));
        }
        Tell(options, entries, own, known, peers, Namesakes(listed, source.Region, options.Travellers), report);
    }

    private static string[] Row(string name, OwnMeasure own) =>
        [name, Report.Number(own.ByName.Travellers), Report.Number(own.ByName.Found.Count), Report.Number(own.FalseByName, 2), Report.Number(own.FalseWhole, 2), Report.Number(own.WholeNamesAlone, 2), Report.Number(own.ByName.Limit, 2), Report.Number(own.Whole.Limit, 2), ""];

    /// <summary>Of a thousand travellers: those who are called as a listed person is, whatever the order of the parts.</summary>
    private static double Namesakes(ListedPerson[] listed, RegionNames names, int travellers)
    {
        var known = listed.SelectMany(p => p.Names).Select(n => PlainName.Sorted(PlainName.Of(n.Text))).ToHashSet(StringComparer.Ordinal);
        return 1000.0 * Enumerable.Range(0, travellers).Count(i => known.Contains(PlainName.Sorted(PlainName.Of(Travellers.Of(names, i).Name)))) / travellers;
    }

    private static void Tell(Options options, List<HeldOut> entries, OwnMeasure own, OwnMeasure known, List<PeerMeasure> peers, double namesakes, Report report)
    {
        report.Line("## What is found, and whom it stops");
        report.Line();
        report.Line($"{Report.Number(entries.Count)} natural persons of the UN and OFAC lists with {Report.Number(entries.Sum(e => e.Indexed.Names.Count))} names. Of them "
            + $"{Report.Number(entries.Count(e => e.Alias is not null))} aliases and {Report.Number(entries.Count(e => e.OriginalScript is not null))} names in original script were taken out, to be searched by. "
            + $"Searched for: {(options.Tune ? "the half for tuning" : "the half kept for the test")}, at most {options.PerKind} entries a kind. "
            + $"Clean travellers: {Report.Number(options.Travellers)} with the region's names. With a date of birth: {DateNoise.Model}; the nationality is right nine times of ten; no document number.");
        report.Line();
        report.Line("The travellers are invented: their names are drawn from published tables and from a short list of common parts with rough weights. The rates of false alerts "
            + "compare systems with one another; they do not foretell a counter's.");
        report.Line();
        report.Line("The peers see names alone, in capitals without marks; a date of birth that is equal lifts whom they found by a share of an equal name's score, "
            + "half of that for the same year. The share is chosen on the tuning half.");
        report.Line();
        report.Table(
            ["system", "travellers", "searches", "false alerts in 1,000 at its own threshold: by name", "with date of birth", "of these by improbable whole names alone", "score that 1 in 1,000 exceeds: by name", "with date of birth", "lift"],
            [
                Row("Rahdari", own),
                Row(WithTravellers, known),
                .. peers.Select(p => (IReadOnlyList<string>)[p.Name, Report.Number(p.ByName.Travellers), Report.Number(p.ByName.Found.Count), "", "", "", Report.Number(p.ByName.Limit, 2), Report.Number(p.Whole.Limit, 2), Report.Number(p.Share, 2)]),
            ]);
        report.Line("A system whose scores cannot tell an equal name from another equal name alerts for nobody where more than the given rate of travellers are namesakes of listed persons: "
            + $"its limit is then the score of an equal name. Of these travellers {Report.Number(namesakes, 1)} in 1,000 are.");
        report.Line();
        foreach (var peer in peers)
            report.Line($"* **{peer.Name}**: {peer.Description}.");
        if (peers.Count > 0)
            report.Line();
        Recall(report, "Alerted by the name alone, at one false alert in 1,000 travellers", own.ByName, own.ByName.AlertedByItself, [(WithTravellers, known.ByName), .. peers.Select(p => (p.Name, p.ByName))], o => o.Alerted);
        Recall(report, $"Alerted by the name alone, at {Outcome.LowRate} false alerts in 1,000 travellers", own.ByName, null, [.. peers.Select(p => (p.Name, p.ByName))], o => o.AlertedAtLowLimit);
        Recall(report, "Alerted with the date of birth, at one false alert in 1,000 travellers", own.Whole, own.Whole.AlertedByItself, [(WithTravellers, known.Whole), .. peers.Select(p => (p.Name, p.Whole))], o => o.Alerted);
        Recall(report, $"Retrieved by the name alone: among the best {Outcome.Best} at a threshold of {OwnMeasure.Lowest}", own.ByName, null, [.. peers.Select(p => (p.Name, p.ByName))], o => o.Retrieved);
        Recall(report, $"Retrieved with the date of birth: among the best {Outcome.Best} at a threshold of {OwnMeasure.Lowest}", own.Whole, null, [.. peers.Select(p => (p.Name, p.Whole))], o => o.Retrieved);
    }

    private static void Recall(Report report, string title, Outcome own, Func<int, double>? byItself, (string Name, Outcome Outcome)[] peers, Func<Outcome, Func<int, double>> share)
    {
        List<string> head = ["kind of variant", "share", "searches"];
        List<Func<int, double>> columns = [];
        if (byItself is not null)
        {
            head.Add("Rahdari, at its own threshold");
            columns.Add(byItself);
        }
        head.Add("Rahdari");
        columns.Add(share(own));
        foreach (var (name, outcome) in peers)
        {
            head.Add(name);
            columns.Add(share(outcome));
        }
        report.Line($"### {title}");
        report.Line();
        report.Table(head,
        [
            .. NameNoise.Kinds.Select((kind, i) => (IReadOnlyList<string>)[kind.Name, $"{kind.Share} %", Report.Number(own.Count(i)), .. columns.Select(c => Percent(c(i)))]),
            ["**all, by share**", "100 %", Report.Number(own.Found.Count), .. columns.Select(c => $"**{Percent(Outcome.Mixed(c))}**")],
        ]);
    }

    private static string Percent(double share) => double.IsNaN(share) ? "–" : $"{Report.Number(100 * share, 1)} %";
}
