namespace Rahdari.Border.Indicators.Detectors;

/// <summary>People on their first journey who came by one conveyance, go on by one within days, and are not said to be together.</summary>
internal static class ThroughTogether
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        if (scene.Own is not [{ IsFirst: true, Conveyance: not null } came] || scene.Now.Conveyance is null || came.Direction == scene.Now.Direction || scene.Now.Day.DayNumber - came.Day.DayNumber > terms.Days)
            return null;
        Passage[] together = [.. scene.NearBefore
            .Where(other => other.IsFirst && other.Person != came.Person && other.Direction == came.Direction && other.Conveyance == came.Conveyance && (other.At - came.At).Duration() <= Company.Around)
            .Where(other => !other.SharesName(came) && !Company.IsTold(came, other))
            .Where(other => scene.Near.Any(near => near.Person == other.Person && near.Direction == scene.Now.Direction && near.Conveyance == scene.Now.Conveyance && !Company.IsTold(scene.Now, near)))
            .DistinctBy(other => other.Person)];
        return together.Length + 1 < terms.Count ? null : new Indication(
            $"conveyance {came.Conveyance} {came.Day:yyyy-MM-dd}",
            BorderRule.SawThroughTogether.Broken(null, ("travellers", $"{together.Length + 1}"), ("came", $"{came.Day:yyyy-MM-dd}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
            [came, .. together]);
    }
}
