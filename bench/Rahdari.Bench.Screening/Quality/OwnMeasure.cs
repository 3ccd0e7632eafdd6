using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>Rahdari.Matching under both conditions.</summary>
internal sealed class OwnMeasure
{
    /// <summary>What is searched at to see whether somebody is found at all.</summary>
    public const double Lowest = 0.0000001;

    /// <summary>Below this no traveller's score matters: far more than one in a thousand are above.</summary>
    private const double LowestOfTravellers = 0.002;

    /// <summary>By the name alone.</summary>
    public required Outcome ByName { get; init; }

    /// <summary>With date of birth, nationality and sex.</summary>
    public required Outcome Whole { get; init; }

    /// <summary>False alerts in a thousand travellers at its own threshold, by the name alone.</summary>
    public required double FalseByName { get; init; }

    /// <summary>The same with everything.</summary>
    public required double FalseWhole { get; init; }

    /// <summary>Of these, by whole names alone that are less probable than an alert.</summary>
    public required double WholeNamesAlone { get; init; }

    /// <summary>Runs every search.</summary>
    public static OwnMeasure Run(ScreeningIndex index, IReadOnlyList<QualityQuery> queries, RegionNames names, int travellers)
    {
        var (byName, whole) = (new double[travellers], new double[travellers]);
        var (falseByName, falseWhole, alone, none) = (0, 0, 0, 0);
        Each.Of(travellers, "Rahdari, travellers", i =>
        {
            var traveller = Travellers.Of(names, i);
            byName[i] = Top(index, new PersonQuery(traveller.Name), ref falseByName, ref none);
            whole[i] = Top(index, traveller, ref falseWhole, ref alone);
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
            WholeNamesAlone = 1000.0 * alone / travellers,
        };
    }

    private static double Top(ScreeningIndex index, PersonQuery query, ref int alerts, ref int byWholeNames)
    {
        if (index.Search(query, LowestOfTravellers) is not [var best, ..] hits)
            return double.NegativeInfinity;
        if (hits.Any(IsAlert))
        {
            Interlocked.Increment(ref alerts);
            if (hits.All(h => h.Score < ScreeningIndex.AlertThreshold))
                Interlocked.Increment(ref byWholeNames);
        }
        return best.Points; // As the score, but not rounded to 1 where it is high.
    }

    private static bool IsAlert(Hit hit) => hit.Score >= ScreeningIndex.AlertThreshold || hit.IsWholeName;

    private static Answer Find(ScreeningIndex index, QualityQuery query, PersonQuery searched)
    {
        var hits = index.Search(searched, Lowest);
        for (var rank = 0; rank < hits.Count; rank++)
        {
            if (hits[rank].Person.Key == query.Key)
                return new Answer(query.Kind, hits[rank].Points, rank, IsAlert(hits[rank]));
        }
        return Answer.None(query.Kind);
    }
}
