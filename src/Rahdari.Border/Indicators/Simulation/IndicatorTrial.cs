using Rahdari.Border.Indicators.Detectors;
using Rahdari.Dates;

namespace Rahdari.Border.Indicators.Simulation;

/// <summary>Tries a set of indicators on an invented population, crossing by crossing, as a counter sees them and as the record is searched: what is found, what is missed, who is asked for nothing.</summary>
public static class IndicatorTrial
{
    /// <summary>Runs a population through the detectors. Takes a few seconds for each size; the same seed gives the same figures. Thread-safe.</summary>
    /// <param name="indicators">The indicators to try.</param>
    /// <param name="seed">Of the dice; a population of another seed has other people and the same ways.</param>
    /// <param name="size">1 gives about 4,000 ordinary travellers and 5 cases of each pattern.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<TrialReport> RunAsync(IReadOnlyList<Indicator> indicators, int seed, int size = 1, CancellationToken cancellation = default)
    {
        var set = new IndicatorSet(1, indicators);
        var known = new PopulationPassages();
        var gathering = new SceneGathering(known, set);
        var population = Population.Of(seed, size);
        // Every look-up is bounded by its instant: nobody sees what comes later.
        foreach (var one in population)
            known.Add(one.Passage, one.Told);
        var (found, scanned) = (new List<(SimulatedPassage At, IReadOnlyList<IndicationSeen> Seen)>(), new List<(SimulatedPassage At, IReadOnlyList<IndicationSeen> Seen)>());
        foreach (var one in population)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add((one, IndicatorAdvice.Of(set, await gathering.OfAsync(one.Passage, one.Told, PartialDate.Unknown, isAfterwards: false, cancellation))));
            scanned.Add((one, IndicatorAdvice.Of(set, await gathering.OfAsync(one.Passage, one.Told, PartialDate.Unknown, isAfterwards: true, cancellation))));
        }
        var planted = population.Select(one => one.Case).OfType<PlantedCase>().Distinct().ToArray();
        // A way back that was not booked is told of many; it finds nobody by itself and is not counted.
        bool IsOfRecord(IndicationSeen seen) => set.Find(seen.Code) is { Detector.Name: not (DetectorName.OneWay or DetectorName.PaidByOther or DetectorName.SponsorUnknown) };
        var recorded = scanned.Select(one => (one.At, Seen: one.Seen.Where(IsOfRecord).ToArray())).ToArray();
        return new TrialReport(
            seed,
            population.Count,
            population.Where(one => one.Case is null).Select(one => one.Passage.Person).Distinct().Count(),
            [.. indicators.Where(indicator => indicator is { Active: true, Detector: not null } && recorded.Any(one => one.Seen.Any(seen => seen.Code == indicator.Code)))
                .Select(indicator => Figure(indicator.Code, recorded.Where(one => one.Seen.Any(seen => seen.Code == indicator.Code)).Select(one => one.At), []))],
            [.. planted.GroupBy(of => of.Pattern).Select(of => Figure(of.Key, recorded.Where(one => one.Seen.Length > 0 && one.At.Case?.Pattern == of.Key).Select(one => one.At), [.. of]))],
            [.. Enum.GetValues<VulnerableGroup>().Select(group => Figure(
                $"{group}",
                recorded.Where(one => one.Seen.Any(seen => set.Find(seen.Code)!.Groups.Contains(group))).Select(one => one.At),
                [.. planted.Where(of => of.Group == group)]))],
            Figure("all", recorded.Where(one => one.Seen.Length > 0).Select(one => one.At), planted),
            Figure("referred", found.Where(one => IndicatorAdvice.Refers(one.Seen)).Select(one => one.At), planted),
            Figure("one profile", population.Where(one => one.Passage.IsFirst && one.Told is { OneWay: true, PaidByOther: true }), planted),
            Share(found, one => one.Seen.Count > 0),
            Share(found, one => IndicatorAdvice.Refers(one.Seen)));
    }

    private static TrialFigure Figure(string name, IEnumerable<SimulatedPassage> at, PlantedCase[] cases)
    {
        SimulatedPassage[] marked = [.. at];
        return new TrialFigure(name, marked.Length, marked.Count(one => one.Case is not null), cases.Length, cases.Count(of => marked.Any(one => one.Case == of)));
    }

    /// <summary>Of the crossings of ordinary travellers.</summary>
    private static double Share(List<(SimulatedPassage At, IReadOnlyList<IndicationSeen> Seen)> found, Func<(SimulatedPassage At, IReadOnlyList<IndicationSeen> Seen), bool> isCounted)
    {
        var ordinary = found.Where(one => one.At.Case is null).ToArray();
        return (double)ordinary.Count(isCounted) / ordinary.Length;
    }
}
