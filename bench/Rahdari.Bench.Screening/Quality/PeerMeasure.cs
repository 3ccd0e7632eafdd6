using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Peers;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>A peer under both conditions. It sees names alone; a date of birth that agrees lifts whom it found.</summary>
/// <remarks>
/// The lift of an equal day is a share of what the peer gives an equal name, half of it for the same year; the share is the one of
/// <see cref="Shares"/> that finds most on the tuning half, so that no peer suffers from a guess.
/// </remarks>
internal sealed class PeerMeasure
{
    /// <summary>The lifts that are tried.</summary>
    public static readonly double[] Shares = [0.05, 0.1, 0.2, 0.3, 0.5, 1];

    private const int SampledTravellers = 2_000;
    private const int SampledPerKind = 50;
    private const int MostTravellers = 20_000;
    private const int TuningPerKind = 20;

    private readonly IPeer peer;
    private readonly IReadOnlyList<ListedPerson> listed;

    private PeerMeasure(IPeer peer, IReadOnlyList<ListedPerson> listed) => (this.peer, this.listed) = (peer, listed);

    /// <summary>The peer's name.</summary>
    public string Name => peer.Name;

    /// <summary>The peer's version and how it was asked.</summary>
    public string Description => peer.Description;

    /// <summary>By the name alone.</summary>
    public Outcome ByName { get; private set; } = null!;

    /// <summary>With the date of birth.</summary>
    public Outcome Whole { get; private set; } = null!;

    /// <summary>The lift chosen, as a share of an equal name's score.</summary>
    public double Share { get; private set; }

    /// <summary>Runs every search; the peer is gone afterwards.</summary>
    public static PeerMeasure Run(Func<IPeer> make, IReadOnlyList<ListedPerson> listed, IReadOnlyList<QualityQuery> tuning, IReadOnlyList<QualityQuery> queries, RegionNames names, int travellers)
    {
        using var peer = make();
        Report.Progress($"{peer.Name}: loading");
        peer.Load(listed);
        var measure = new PeerMeasure(peer, listed);
        var tuned = measure.Candidates(FirstOfEachKind(tuning, TuningPerKind), "tuning");
        var asked = measure.Candidates(peer.IsSampled ? FirstOfEachKind(queries, SampledPerKind) : queries, "listed persons");
        var scale = measure.ScoreOfEqual(tuned);
        double[] lifts = [0, .. Shares.Select(s => s * scale)];
        var limits = measure.Limits(lifts, names, Math.Min(travellers, peer.IsSampled ? SampledTravellers : MostTravellers), out var seen);
        measure.ByName = measure.Of(asked, 0, limits[0], seen);
        var best = Enumerable.Range(1, Shares.Length).MaxBy(i => Outcome.Mixed(measure.Of(tuned, lifts[i], limits[i], seen).Alerted));
        measure.Share = Shares[best - 1];
        measure.Whole = measure.Of(asked, lifts[best], limits[best], seen);
        return measure;
    }

    private static List<QualityQuery> FirstOfEachKind(IEnumerable<QualityQuery> queries, int count) => [.. queries.GroupBy(q => q.Kind).SelectMany(g => g.Take(count))];

    private (QualityQuery Query, IReadOnlyList<Scored> Found)[] Candidates(IReadOnlyList<QualityQuery> queries, string what)
    {
        var found = new (QualityQuery, IReadOnlyList<Scored>)[queries.Count];
        Each.Of(queries.Count, $"{peer.Name}, {what}", i => found[i] = (queries[i], peer.Best(queries[i].ByName.Name)));
        return found;
    }

    /// <summary>The middle score that a listed person has where the name is exactly theirs.</summary>
    private double ScoreOfEqual((QualityQuery Query, IReadOnlyList<Scored> Found)[] tuned)
    {
        double[] scores = [.. Of([.. tuned.Where(t => t.Query.Kind == 0)], 0, default, 1).Found.Where(a => a.Rank < int.MaxValue).Select(a => a.Score).Order()];
        return scores.Length == 0 ? 1 : Report.Percentile(scores, 0.5);
    }

    private (double AtOne, double AtLowRate)[] Limits(double[] lifts, RegionNames names, int count, out int seen)
    {
        var tops = lifts.Select(_ => new double[count]).ToArray();
        Each.Of(count, $"{peer.Name}, travellers", i =>
        {
            var traveller = Travellers.Of(names, i);
            var found = peer.Best(traveller.Name);
            for (var lift = 0; lift < lifts.Length; lift++)
                tops[lift][i] = found.Select(s => Lifted(s, traveller.DateOfBirth, lifts[lift])).DefaultIfEmpty(double.NegativeInfinity).Max();
        });
        seen = count;
        return [.. tops.Select(t => (Outcome.LimitOf(t, 1), Outcome.LimitOf(t, Outcome.LowRate)))];
    }

    private Outcome Of((QualityQuery Query, IReadOnlyList<Scored> Found)[] asked, double lift, (double AtOne, double AtLowRate) limit, int travellers)
    {
        var answers = new List<Answer>(asked.Length);
        foreach (var (query, found) in asked)
        {
            var answer = Answer.None(query.Kind);
            foreach (var scored in found)
            {
                if (listed[scored.Person].Key != query.Key)
                    continue;
                var score = Lifted(scored, query.Whole.DateOfBirth, lift);
                answer = new Answer(query.Kind, score, found.Count(s => Lifted(s, query.Whole.DateOfBirth, lift) > score), score > limit.AtOne);
            }
            answers.Add(answer);
        }
        return new Outcome(travellers, limit.AtOne, limit.AtLowRate, answers);
    }

    private double Lifted(Scored scored, PartialDate born, double lift) =>
        lift == 0 ? scored.Score : scored.Score + (lift * BirthAgreement.Of(listed[scored.Person], born));
}
