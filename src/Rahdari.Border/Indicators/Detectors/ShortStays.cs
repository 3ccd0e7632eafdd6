using Rahdari.Border.Crossings;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Short stays on one side of the border, each begun soon after the one before: longer than a commuter's or a trader's, shorter than a visit's.</summary>
internal static class ShortStays
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        Passage[] own = [.. scene.Own.Where(passage => passage.Day >= since), scene.Now];
        // Whoever came first of all lives abroad, and whoever left first lives here: time at home is no stay. Which crossing is the first within the days says nothing.
        if (scene.Began is not { } began)
            return null;
        var best = Cycles(own, began, terms);
        return best.Count < terms.Count ? null : new Indication(
            $"traveller {scene.Now.Person}",
            BorderRule.SawShortStays.Broken(null, ("stays", $"{best.Count}"), ("from", $"{terms.StayFrom}"), ("until", $"{terms.StayUntil}"), ("gap", $"{terms.Gap}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
            [.. best.SelectMany(stay => new[] { stay.From, stay.Until }).DistinctBy(passage => passage.Id)]);
    }

    /// <summary>The newest run of stays that begin by a crossing in the direction.</summary>
    private static List<(Passage From, Passage Until)> Cycles(Passage[] own, Direction begins, DetectorTerms terms)
    {
        var run = new List<(Passage From, Passage Until)>();
        foreach (var (from, until) in own.Zip(own.Skip(1)))
        {
            if (from.Direction != begins || until.Direction == begins)
                continue;
            var stay = until.Day.DayNumber - from.Day.DayNumber;
            if (stay < terms.StayFrom || stay > terms.StayUntil || (run.Count > 0 && from.Day.DayNumber - run[^1].Until.Day.DayNumber > terms.Gap))
                run.Clear();
            if (stay >= terms.StayFrom && stay <= terms.StayUntil)
                run.Add((from, until));
        }
        return run;
    }
}
