using Rahdari.Matching.Index;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching;

/// <summary>An immutable index over listed persons, searched from many threads at once.</summary>
/// <remarks>
/// Thread-safe. Three ways in, always united: by name, by date of birth, by document number; whoever is found by any, and
/// could reach the threshold with everything in their favour, is scored in full. A search allocates nothing but the folded name and its hits.
/// A change of a list is a new index that shares the old one's memory (<see cref="With"/>); readers of the old one go on undisturbed.
/// </remarks>
public sealed class ScreeningIndex
{
    /// <summary>At and above this score (even odds) a hit is worth an officer's attention.</summary>
    public const double AlertThreshold = 0.5;

    private const int ChunkToFold = 4096;

    // The whole, and what has changed since it was built.
    private readonly Segment whole;
    private readonly Segment? changed;
    private readonly Removed? removed;
    private readonly NamePopulation population;
    private readonly double prior;
    private readonly SearchScratch.Idle idle;

    private ScreeningIndex(Segment whole, Segment? changed, Removed? removed, NamePopulation population, SearchScratch.Idle idle)
    {
        (this.whole, this.changed, this.removed, this.population, this.idle) = (whole, changed, removed, population, idle);
        prior = Evidence.PriorOf(Count);
    }

    /// <summary>The number of persons.</summary>
    public int Count => whole.Persons - (removed?.Count ?? 0) + (changed?.Persons ?? 0);

    /// <summary>The number of names that can be compared.</summary>
    public int Names => whole.NamePersons.Length + (changed?.NamePersons.Length ?? 0);

    /// <summary>How common parts of names are taken to be.</summary>
    public NamePopulation Population => population;

    /// <summary>Builds an index.</summary>
    /// <param name="persons">The persons; keys must be unique. Taken one after the other, and not kept.</param>
    /// <param name="population">How common parts of names are; the listed names themselves where null.</param>
    /// <param name="cancellation">Stops the building.</param>
    /// <exception cref="ArgumentException">Two persons have one key.</exception>
    public static ScreeningIndex Build(IEnumerable<ListedPerson> persons, NamePopulation? population = null, CancellationToken cancellation = default)
    {
        var builder = Pack(persons, cancellation);
        population ??= builder.Population;
        return new ScreeningIndex(builder.Build(population, cancellation), null, null, population, new SearchScratch.Idle());
    }

    /// <summary>An index with some persons added, replaced (by their keys) or taken out; its hits are those of one built anew over all of them with the same <see cref="Population"/>.</summary>
    /// <param name="added">New persons, and those that replace one of the same key.</param>
    /// <param name="takenOut">Keys; those that the index does not have are left out.</param>
    /// <param name="cancellation">Stops the building.</param>
    /// <remarks>What has changed is kept beside the whole: build anew when it has grown to some hundredth of it.</remarks>
    public ScreeningIndex With(IReadOnlyCollection<ListedPerson> added, IReadOnlyCollection<string> takenOut, CancellationToken cancellation = default)
    {
        HashSet<string> gone = [.. takenOut, .. added.Select(p => p.Key)];
        var nowRemoved = removed?.Copy() ?? new Removed(whole.Persons);
        foreach (var key in gone)
        {
            if (Find(whole, key) is >= 0 and var person)
                nowRemoved.Add(person);
        }
        var before = changed is null ? [] : Enumerable.Range(0, changed.Persons).Select(changed.Person).Where(p => !gone.Contains(p.Key));
        var builder = Pack(before.Concat(added), cancellation);
        return new ScreeningIndex(whole, builder.Build(population, cancellation), nowRemoved, population, idle);
    }

    /// <summary>Everybody in the index, in no particular order.</summary>
    public IEnumerable<ListedPerson> Persons()
    {
        for (var i = 0; i < whole.Persons; i++)
        {
            if (removed?.Contains(i) != true)
                yield return whole.Person(i);
        }
        for (var i = 0; i < changed?.Persons; i++)
            yield return changed.Person(i);
    }

    /// <summary>Hits at or above <paramref name="threshold"/>, best first; one per listed person (its best name).</summary>
    /// <param name="query">Whom to screen. A name of any length and script; the first 300 characters count.</param>
    /// <param name="threshold">0 to 1.</param>
    /// <param name="most">So many of the best are told. All are scored, whatever led to them, before any is left out.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<Hit> Search(PersonQuery query, double threshold = AlertThreshold, int most = int.MaxValue, CancellationToken cancellation = default) =>
        Search(query, threshold, most, isExhaustive: false, cancellation);

    /// <summary>How a listed person compares with the person screened, whether a hit or not: why somebody named was not one. Null where no listed person has the key.</summary>
    /// <param name="query">Whom to compare.</param>
    /// <param name="key">The key of a listed person.</param>
    public Hit? Compare(PersonQuery query, string key)
    {
        var segment = changed is not null && Find(changed, key) >= 0 ? changed : whole;
        if (Find(segment, key) is not (>= 0 and var person) || (segment == whole && removed?.Contains(person) == true))
            return null;
        var one = new SegmentBuilder();
        Add(one, segment.Person(person));
        var scratch = idle.Take();
        try
        {
            scratch.Name.Set(query, population, SegmentSearch.Heaviest(prior));
            var alone = one.Build(population);
            var search = scratch.Segments[0];
            search.Run(alone, null, query, scratch.Name, prior, double.NegativeInfinity, isExhaustive: true, default);
            return search.Found.Count == 0 ? null : search.Explain(alone, search.Found.Values.First());
        }
        finally
        {
            idle.Give(scratch);
        }
    }

    /// <summary>As <see cref="Search(PersonQuery, double, int, CancellationToken)"/>, every token and every name compared: what the index is held against.</summary>
    internal IReadOnlyList<Hit> SearchAll(PersonQuery query, double threshold = AlertThreshold) => Search(query, threshold, int.MaxValue, isExhaustive: true, default);

    private Hit[] Search(PersonQuery query, double threshold, int most, bool isExhaustive, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var least = threshold <= 0 ? double.NegativeInfinity : Math.Log2(threshold / Math.Max(1 - threshold, 1e-15));
        var scratch = idle.Take();
        try
        {
            scratch.Name.Set(query, population, SegmentSearch.Heaviest(prior));
            for (var i = 0; i < 2; i++)
            {
                if ((i == 0 ? whole : changed) is not { } segment)
                    continue;
                var search = scratch.Segments[i];
                search.Run(segment, i == 0 ? removed : null, query, scratch.Name, prior, least, isExhaustive, cancellation);
                foreach (var (_, met) in search.Found)
                    scratch.Found.Add((i, met));
            }
            return scratch.Found.Count == 0 ? [] : Told(scratch, threshold, most);
        }
        finally
        {
            idle.Give(scratch);
        }
    }

    private Hit[] Told(SearchScratch scratch, double threshold, int most)
    {
        scratch.Found.Sort(static (a, b) => b.Met.Points.CompareTo(a.Met.Points));
        var hits = new List<Hit>(Math.Min(scratch.Found.Count, most));
        foreach (var (segment, met) in scratch.Found)
        {
            if (hits.Count >= most)
                break;
            var hit = scratch.Segments[segment].Explain(segment == 0 ? whole : changed!, met);
            if (hit.Score >= threshold)
                hits.Add(hit);
        }
        hits.Sort(static (a, b) => b.Points.CompareTo(a.Points) is not 0 and var order ? order : string.CompareOrdinal(a.Person.Key, b.Person.Key));
        return [.. hits];
    }

    private static int Find(Segment segment, string key)
    {
        foreach (var person in segment.Keys.Of(TokenHash.Of(key)))
        {
            if (segment.Person(person).Key == key)
                return person;
        }
        return -1;
    }

    /// <summary>Names are folded on all cores, some thousands of persons at a time, and taken in the order in which they came.</summary>
    private static SegmentBuilder Pack(IEnumerable<ListedPerson> persons, CancellationToken cancellation)
    {
        var builder = new SegmentBuilder();
        foreach (var chunk in persons.Chunk(ChunkToFold))
        {
            cancellation.ThrowIfCancellationRequested();
            var folded = new IReadOnlyList<NameToken>[chunk.Length][];
            Parallel.For(0, chunk.Length, i => folded[i] = Folded(chunk[i]));
            for (var i = 0; i < chunk.Length; i++)
                builder.Add(chunk[i], folded[i]);
        }
        return builder;
    }

    private static void Add(SegmentBuilder builder, ListedPerson person) => builder.Add(person, Folded(person));

    private static IReadOnlyList<NameToken>[] Folded(ListedPerson person)
    {
        var names = new IReadOnlyList<NameToken>[person.Names.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = NameFolding.Tokens(person.Names[i].Text);
        return names;
    }
}
