using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// The most that a listed name can score, of what is known before it is aligned: who cannot reach the threshold need not be compared.
/// Never less than <see cref="PersonScore.OfName"/> gives.
/// </summary>
internal static class NameBound
{
    /// <summary>True where a name can score what is needed.</summary>
    /// <param name="needed">What it needs.</param>
    /// <param name="wholeName">How much less a whole name needs.</param>
    /// <param name="query">The name screened.</param>
    /// <param name="near">What is near its tokens.</param>
    /// <param name="view">Where the listed name is.</param>
    /// <param name="listed">Its tokens.</param>
    /// <param name="most">The most that it can score, what a whole name needs less added to it.</param>
    public static bool Reaches(double needed, double wholeName, QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed, out double most)
    {
        most = 0;
        // Nearly all fall short before it is asked what their other parts cost.
        if (!near.HasRanges)
        {
            var (points, covered) = (0f, 0);
            foreach (var id in listed)
            {
                if (near.Find(id) is not (>= 0 and var place))
                    continue;
                points += near[place].Most;
                covered += near[place].Covers;
            }
            if (points < needed && (covered < query.TellingParts || points + wholeName < needed))
                return false;
        }
        most = Of(wholeName, query, near, view, listed);
        return most >= needed;
    }

    private static double Of(double wholeName, QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed)
    {
        var (points, covered, unmatched, halves, parts) = (0.0, 0, 0, 0, 0);
        foreach (var id in listed)
        {
            var isPart = view.Particles[id] == 0;
            parts += isPart ? 1 : 0;
            if (near.Find(id) is >= 0 and var place)
            {
                ref readonly var found = ref near[place];
                var byRange = near.HasRanges ? OfRanges(query, near, view, id) : 0;
                points += Math.Max(found.Most, byRange);
                covered += Math.Max(found.Covers, byRange > 0 ? 1 : 0);
                halves += found.IsHalf ? 1 : 0;
            }
            else if (near.HasRanges && OfRanges(query, near, view, id) is > 0 and var some)
            {
                points += some;
                covered++;
            }
            else if (isPart)
            {
                unmatched++;
            }
        }
        unmatched = Math.Max(0, unmatched - halves);
        var left = Math.Max(0, query.TellingParts - covered);
        if (left == 0 && (unmatched == 0 || query.IsTruncated))
            return points + wholeName;
        var contradicting = Math.Min(left, unmatched);
        var omitted = query.IsTruncated ? left - contradicting : left + unmatched - (2 * contradicting);
        var omission = query.Parts <= 1 || parts <= 1 ? Evidence.Contradiction : Evidence.Omission * Evidence.LightestToken;
        return Math.Max(Evidence.WorstName, points + (contradicting * Evidence.Contradiction) + (omitted * omission));
    }

    /// <summary>What is near by its beginning alone.</summary>
    private static double OfRanges(QueryName query, NearTable near, in SegmentView view, int id)
    {
        var points = id >= near.Beginning.From && id < near.Beginning.Until ? view.Weights[id].Equal * query.BeginningShare : 0;
        foreach (var (_, from, until) in near.Initials)
        {
            if (id >= from && id < until)
                points = Math.Max(points, Evidence.Initial);
        }
        return points;
    }
}
