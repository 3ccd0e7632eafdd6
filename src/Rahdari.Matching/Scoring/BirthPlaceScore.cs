using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>Compares the place of birth with each that a list gives; the best counts. Lists and documents give a village, a province or a State, so that another place says little.</summary>
internal static class BirthPlaceScore
{
    /// <summary>Two words of places are one from here on: Qandahar and Kandahar.</summary>
    private const double Near = 0.75;

    /// <summary>Shorter words must sound the same: Bara and Dara are two towns.</summary>
    private const int ShortestNear = 5;

    /// <summary>The most that the place of birth of a query can earn.</summary>
    public static double Most(PersonQuery query) => string.IsNullOrWhiteSpace(query.PlaceOfBirth) ? 0 : Evidence.SameBirthPlace;

    public static ScorePart Of(PersonQuery query, ListedPerson person)
    {
        var best = new ScorePart(ScorePartKind.PlaceOfBirth, Agreement.Missing, 0, query.PlaceOfBirth, person.BirthPlaces is [var first, ..] ? first : null);
        if (string.IsNullOrWhiteSpace(query.PlaceOfBirth))
            return best;
        var queried = PlaceName.Of(query.PlaceOfBirth);
        var isFirst = true;
        foreach (var place in person.BirthPlaces)
        {
            var (agreement, points) = Compare(queried, PlaceName.Of(place));
            if (isFirst || points > best.Points)
                best = best with { Agreement = agreement, Points = points, Listed = place };
            isFirst = false;
        }
        return best;
    }

    private static (Agreement Agreement, double Points) Compare(PlaceName queried, PlaceName listed)
    {
        var areStatesKnown = queried.States.Count > 0 && listed.States.Count > 0;
        var isOtherState = areStatesKnown && !queried.States.Any(listed.States.Contains);
        if (isOtherState)
            return (Agreement.Different, Evidence.OtherBirthPlace);
        if (queried.Words.Any(word => listed.Words.Any(other => word.Text == other.Text)))
            return (Agreement.Equal, Evidence.SameBirthPlace);
        if (queried.Words.Any(word => listed.Words.Any(other => AreNear(word, other))))
            return (Agreement.Near, Evidence.SameBirthPlace);
        if (queried.Words.Count > 0 && listed.Words.Count > 0)
            return (Agreement.Different, Evidence.OtherBirthPlace);
        return areStatesKnown ? (Agreement.Near, Evidence.SameStateOfBirth) : (Agreement.Missing, 0);
    }

    private static bool AreNear(NameToken a, NameToken b) =>
        (Math.Min(a.Text.Length, b.Text.Length) >= ShortestNear || a.Skeleton == b.Skeleton) && TokenSimilarity.Of(a.View, [], b.View) >= Near;
}
