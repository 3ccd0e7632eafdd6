using Rahdari.Bench.Screening.Noise;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>What one system made of the searches under one condition (by name alone, or with everything).</summary>
/// <param name="Travellers">Clean travellers searched.</param>
/// <param name="Limit">The score that one traveller in a thousand exceeds at most.</param>
/// <param name="LowLimit">The score that <see cref="LowRate"/> travellers in a thousand exceed at most.</param>
/// <param name="Found">Of each search: whom it was to find.</param>
internal sealed record Outcome(int Travellers, double Limit, double LowLimit, IReadOnlyList<Answer> Found)
{
    /// <summary>
    /// False alerts in a thousand that a name alone is held to besides: namesakes of listed persons are so many that at one in a
    /// thousand, whoever scores an equal name as equal can alert for nobody.
    /// </summary>
    public const int LowRate = 50;

    /// <summary>Among how many of the best somebody counts as retrieved.</summary>
    public const int Best = 50;

    /// <summary>The score that at most so many in a thousand of the best scores exceed.</summary>
    public static double LimitOf(double[] tops, int perThousand)
    {
        double[] sorted = [.. tops.OrderDescending()];
        return sorted[(int)((long)tops.Length * perThousand / 1000)];
    }

    /// <summary>The share of a kind that an alert was given for, at one false alert in a thousand.</summary>
    public double Alerted(int kind) => Share(kind, a => a.Score > Limit);

    /// <summary>The same at <see cref="LowRate"/> false alerts in a thousand.</summary>
    public double AlertedAtLowLimit(int kind) => Share(kind, a => a.Score > LowLimit);

    /// <summary>The share of a kind that is among the best.</summary>
    public double Retrieved(int kind) => Share(kind, a => a.Rank < Best);

    /// <summary>The share of a kind that the system's own threshold reached.</summary>
    public double AlertedByItself(int kind) => Share(kind, a => a.Alerted);

    /// <summary>How many searches of a kind there were.</summary>
    public int Count(int kind) => Found.Count(a => a.Kind == kind);

    /// <summary>A share over all kinds, each by its own share of the mixture.</summary>
    public static double Mixed(Func<int, double> share)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var kind = 0; kind < NameNoise.Kinds.Length; kind++)
        {
            var value = share(kind);
            if (double.IsNaN(value))
                continue;
            sum += value * NameNoise.Kinds[kind].Share;
            weights += NameNoise.Kinds[kind].Share;
        }
        return sum / weights;
    }

    private double Share(int kind, Func<Answer, bool> counts)
    {
        var (all, good) = (0, 0);
        foreach (var answer in Found.Where(a => a.Kind == kind))
        {
            all++;
            good += counts(answer) ? 1 : 0;
        }
        return all == 0 ? double.NaN : (double)good / all;
    }
}

/// <summary>Where a search found whom it was to find.</summary>
/// <param name="Kind">The kind of variant.</param>
/// <param name="Score">The person's score; negative infinity where not found.</param>
/// <param name="Rank">How many were better; <see cref="int.MaxValue"/> where not found.</param>
/// <param name="Alerted">True where the system's own threshold was reached.</param>
internal readonly record struct Answer(int Kind, double Score, int Rank, bool Alerted)
{
    /// <summary>Not found.</summary>
    public static Answer None(int kind) => new(kind, double.NegativeInfinity, int.MaxValue, false);
}
