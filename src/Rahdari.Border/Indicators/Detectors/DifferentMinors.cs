namespace Rahdari.Border.Indicators.Detectors;

/// <summary>The same adult beside different minors on different days, none of whom came back: families, aunts and teachers bring the children back.</summary>
internal static class DifferentMinors
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        foreach (var trips in scene.Led)
        {
            var leader = trips[^1].Leader;
            var beside = trips.Where(trip => trip.Leader.Day >= since && trip.Leader.Direction == scene.Now.Direction)
                .SelectMany(trip => trip.With.Where(other => other.IsMinor && scene.IsAway(other) && !HasLedBack(trips, other))).DistinctBy(minor => minor.Person).ToArray();
            var days = beside.Select(minor => minor.Day).Distinct().Count();
            if (beside.Length >= terms.Count && days > 1)
            {
                return new Indication(
                    $"adult {leader.Person}",
                    BorderRule.SawDifferentMinors.Broken(null, ("minors", $"{beside.Length}"), ("journeys", $"{days}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
                    beside);
            }
        }
        return null;
    }

    /// <summary>A child whom the same adult brought the other way before is brought home now.</summary>
    private static bool HasLedBack(IReadOnlyList<Trip> trips, Passage minor) =>
        trips.Any(trip => trip.Leader.At < minor.At && trip.Leader.Direction != minor.Direction && trip.With.Any(other => other.Person == minor.Person));
}
