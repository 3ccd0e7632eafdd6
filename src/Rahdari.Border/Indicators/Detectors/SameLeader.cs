namespace Rahdari.Border.Indicators.Detectors;

/// <summary>The same adult with whom different adults say they travel, each on their first journey, on different days; those who came back do not count.</summary>
internal static class SameLeader
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        foreach (var trips in scene.Led)
        {
            var leader = trips[^1].Leader;
            Passage[] led = [.. trips.Where(trip => trip.Leader.Day >= since && trip.Leader.Direction == scene.Now.Direction)
                .SelectMany(trip => trip.With.Where(other => !other.IsMinor && other.IsFirst && other.TravelsWith == trip.Leader.Number && !trip.Leader.SharesName(other) && scene.IsAway(other)))
                .DistinctBy(other => other.Person)];
            var days = led.Select(other => other.Day).Distinct().Count();
            if (led.Length >= terms.Count && days > 1)
            {
                return new Indication(
                    $"leader {leader.Person}",
                    BorderRule.SawSameLeader.Broken(null, ("travellers", $"{led.Length}"), ("journeys", $"{days}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
                    led);
            }
        }
        return null;
    }
}
