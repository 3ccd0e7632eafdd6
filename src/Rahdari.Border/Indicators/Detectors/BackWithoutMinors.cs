namespace Rahdari.Border.Indicators.Detectors;

/// <summary>An adult who took minors across and came back while they did not. At the counter children may stand behind: it is asked of the record, an hour later.</summary>
internal static class BackWithoutMinors
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        if (!scene.IsAfterwards || scene.Now.IsMinor || scene.Led.FirstOrDefault(trips => trips[^1].Leader.Person == scene.Now.Person) is not { } own)
            return null;
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        // Those of the last journey out; who was brought before that was brought by an earlier one.
        var went = own.LastOrDefault(trip => trip.Leader.At < scene.Now.At);
        if (went is null || went.Leader.Direction == scene.Now.Direction || went.Leader.Day < since)
            return null;
        Passage[] left = [.. went.With.Where(other => other.IsMinor && scene.IsAway(other) && !own[^1].With.Any(beside => beside.Person == other.Person)).DistinctBy(minor => minor.Person)];
        // A child whom the adult had come to fetch is at home now.
        left = [.. left.Where(minor => !own.Any(trip => trip.Leader.At < went.Leader.At && trip.Leader.Direction != went.Leader.Direction && trip.With.Any(other => other.Person == minor.Person)))];
        return left.Length < terms.Count ? null : new Indication(
            $"adult {scene.Now.Person}",
            BorderRule.SawBackWithoutMinors.Broken(null, ("minors", $"{left.Length}"), ("went", $"{went.Leader.Day:yyyy-MM-dd}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
            [went.Leader, .. left]);
    }
}
