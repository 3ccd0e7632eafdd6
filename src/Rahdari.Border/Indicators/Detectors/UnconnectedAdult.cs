namespace Rahdari.Border.Indicators.Detectors;

/// <summary>A minor beside adults of whom none shares a part of the name, a consent, or an earlier journey.</summary>
internal static class UnconnectedAdult
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        var minor = scene.Now;
        if (!minor.IsMinor || minor.IsConsented)
            return null;
        var adults = Company.AdultsOf(minor, scene.Near, scene.IsAfterwards);
        var since = minor.Day.AddDays(-terms.Days!.Value);
        // Beside more adults than were looked up nothing is said: any of the others may have brought the child before.
        if (adults.Count == 0 || !adults.All(adult => scene.Led.Any(trips => trips[^1].Leader.Person == adult.Person)) || adults.Any(adult => minor.SharesName(adult) || HaveTravelled(scene, adult, minor, since)))
            return null;
        return new Indication(
            $"minor {minor.Person}",
            BorderRule.SawUnconnectedAdult.Broken(null, ("adults", $"{adults.Count}"), ("days", $"{terms.Days}")),
            adults);
    }

    private static bool HaveTravelled(Scene scene, Passage adult, Passage minor, DateOnly since) => scene.Led.Any(trips =>
        trips[^1].Leader.Person == adult.Person && trips.Any(trip => trip.Leader.At < minor.At - Company.Around && trip.Leader.Day >= since && trip.With.Any(other => other.Person == minor.Person)));
}
