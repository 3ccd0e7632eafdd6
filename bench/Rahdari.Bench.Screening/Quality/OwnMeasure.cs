using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>Rahdari.Matching under both conditions.</summary>
internal sealed class OwnMeasure
{
    /// <summary>What is searched at to see whether somebody is found at all.</summary>
    public const double Lowest = 0.001;

    /// <summary>Below this no traveller's score matters: far more than one in a thousand are above.</summary>
    private const double LowestOfTravellers = 0.05;

    /// <summary>By the name alone.</summary>
    public required Outcome ByName { get; init; }

    /// <summary>With date of birth, nationality and sex.</summary>
    public required Outcome Whole { get; init; }

    /// <summary>False alerts in a thousand travellers at its own threshold, by the name alone.</summary>
    public required double FalseByName { get; init; }

    /// <summary>The same with everything.</summary>
    public required double FalseWhole { get; init; }

    /// <summary>Runs every search.</summary>
    public static OwnMeasure Run(ScreeningIndex index, IReadOnlyList<QualityQuery> queries, RegionNames names, int travellers)
    {
        var (byName, whole) = (new double[travellers], new double[travellers]);
        var (falseByName, falseWhole) = (0, 0);
        Each.Of(travellers, "Rahdari, travellers", i =>
        {
            var traveller = Travellers.Of(names, i);
            byName[i] = Top(index, new PersonQuery(traveller.Name), ref falseByName);
            whole[i] = Top(index, traveller, ref falseWhole);
        });
        var (foundByName, foundWhole) = (new Answer[queries.Count], new Answer[queries.Count]);
        Each.Of(queries.Count, "Rahdari, listed persons", i =>
        {
            foundByName[i] = Find(index, queries[i], queries[i].ByName);
            foundWhole[i] = Find(index, queries[i], queries[i].Whole);
        });
        return new OwnMeasure
        {
            ByName = new Outcome(travellers, Outcome.LimitOf(byName, 1), Outcome.LimitOf(byName, Outcome.LowRate), foundByName),
            Whole = new Outcome(travellers, Outcome.LimitOf(whole, 1), Outcome.LimitOf(whole, Outcome.LowRate), foundWhole),
            FalseByName = 1000.0 * falseByName / travellers,
            FalseWhole = 1000.0 * falseWhole / travellers,
        };
    }

    private static double Top(ScreeningIndex index, PersonQuery query, ref int alerts)
    {
        if (index.Search(query, LowestOfTravellers) is not [var best, ..])
            return double.NegativeInfinity;
        if (best.Score >= ScreeningIndex.AlertThreshold)
            Interlocked.Increment(ref alerts);
        return best.Points; // As the score, but not rounded to 1 where it is high.
    }

    private static Answer Find(ScreeningIndex index, QualityQuery query, PersonQuery searched)
    {
        var hits = index.Search(searched, Lowest);
        for (var rank = 0; rank < hits.Count; rank++)
        {
            if (hits[rank].Person.Key == query.Key)
                return new Answer(query.Kind, hits[rank].Points, rank, hits[rank].Score >= ScreeningIndex.AlertThreshold);
        }
        return Answer.None(query.Kind);
    }
}
