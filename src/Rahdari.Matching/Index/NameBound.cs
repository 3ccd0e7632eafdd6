using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// The most that a listed name can score, of what is known before it is aligned: who cannot reach the threshold need not be compared.
/// Never less than <see cref="PersonScore.OfName"/> gives, but where both halves of a joined token are misspelt beyond what leads to them.
/// </summary>
internal static class NameBound
{
    /// <summary>True where a name can score what is needed.</summary>
    public static bool Reaches(double needed, QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed, float heaviest, out double most)
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
            if (points < needed && (covered < query.TellingParts || needed > Evidence.WholeName))
                return false;
        }
        most = Of(query, near, view, listed, heaviest);
        return most >= needed;
    }

    private static double Of(QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed, float heaviest)
    {
        var (points, covered, unmatched, halves, parts) = (0.0, 0, 0, 0, 0);
        foreach (var id in listed)
        {
            var isPart = view.Particles[id] == 0;
            parts += isPart ? 1 : 0;
            if (near.Find(id) is >= 0 and var place)
            {
                ref readonly var found = ref near[place];
                var byRange = near.HasRanges ? OfRanges(query, near, view, id, heaviest) : 0;
                points += Math.Max(found.Most, byRange);
                covered += Math.Max(found.Covers, byRange > 0 ? 1 : 0);
                halves += found.IsHalf ? 1 : 0;
            }
            else if (near.HasRanges && OfRanges(query, near, view, id, heaviest) is > 0 and var some)
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
            return Math.Max(points, Evidence.WholeName);
        var contradicting = Math.Min(left, unmatched);
        var omitted = query.IsTruncated ? left - contradicting : left + unmatched - (2 * contradicting);
        var omission = query.Parts <= 1 || parts <= 1 ? Evidence.Contradiction : Evidence.Omission * Evidence.LightestToken;
        return Math.Max(Evidence.WorstName, points + (contradicting * Evidence.Contradiction) + (omitted * omission));
    }

    /// <summary>What is near by its beginning alone.</summary>
    private static double OfRanges(QueryName query, NearTable near, in SegmentView view, int id, float heaviest)
    {
        var points = id >= near.Beginning.From && id < near.Beginning.Until ? view.Weights[id].Within(heaviest).Equal * query.BeginningShare : 0;
        foreach (var (_, from, until) in near.Initials)
        {
            if (id >= from && id < until)
                points = Math.Max(points, Evidence.Initial);
        }
        return points;
    }
}
