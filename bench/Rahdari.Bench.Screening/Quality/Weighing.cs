using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>How common parts of names are taken to be: by the region and the lists, which is all that a new site knows, or by a site's own travellers too.</summary>
internal static class Weighing
{
    private const int Known = 100_000;

    // None of those that are searched.
    private const int FirstKnown = 100_000_000;

    /// <summary>An index that weighs by the region and the lists.</summary>
    public static ScreeningIndex ByLists(IReadOnlyCollection<ListedPerson> listed) => ScreeningIndex.Build(listed);

    /// <summary>An index that weighs by 100,000 other travellers besides.</summary>
    public static ScreeningIndex ByTravellers(IReadOnlyCollection<ListedPerson> listed, RegionNames names) =>
        ScreeningIndex.Build(listed, NamePopulation.Count(
            Enumerable.Range(FirstKnown, Known).Select(i => Travellers.Of(names, i).Name).Concat(listed.SelectMany(p => p.Names.Select(n => n.Text)))));
}
