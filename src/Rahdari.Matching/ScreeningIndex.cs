using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Rahdari.Matching.Files;
using Rahdari.Matching.Index;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching;

/// <summary>An immutable index over listed persons, searched from many threads at once.</summary>
/// <remarks>
/// Thread-safe. Three ways in, always united: by name, by date of birth, by document number; whoever is found by any, and
/// could reach the threshold with everything in their favour, is scored in full. A search allocates nothing but the folded name, its hits, and readings of dates in a Hijri calendar and of numbers.
/// A change of a list is a new index that shares the old one's memory (<see cref="With"/>); readers of the old one go on undisturbed.
/// </remarks>
public sealed class ScreeningIndex
{
    /// <summary>
    /// At and above this probability a hit is worth an officer's attention: one false alert in a thousand travellers, see docs/measurements/screening.md.
    /// </summary>
    public const double AlertThreshold = 0.01;

    private const int ChunkToFold = 512;

    // The whole, and what has changed since it was built.
    private readonly Segment whole;
    private readonly Segment? changed;
    private readonly Removed? removed;
    private readonly NamePopulation population;
    private readonly double prior, leastOfWhole;
    private readonly SearchScratch.Idle idle;
    private readonly MappedSections? file;

    private ScreeningIndex(Segment whole, Segment? changed, Removed? removed, NamePopulation population, SearchScratch.Idle idle, MappedSections? file)
    {
        (this.whole, this.changed, this.removed, this.population, this.idle, this.file) = (whole, changed, removed, population, idle, file);
        (prior, leastOfWhole) = (Evidence.PriorOf(Count), Evidence.Bits(AlertThreshold) - Evidence.WholeNameOf(Count));
    }

    /// <summary>True where a search at a threshold tells whole names (<see cref="Hit.IsWholeName"/>) that are less probable.</summary>
    public static bool TellsWholeNames(double threshold) => threshold <= AlertThreshold;

    /// <summary>The number of persons.</summary>
    public int Count => whole.Persons - (removed?.Count ?? 0) + (changed?.Persons ?? 0);

    /// <summary>The number of names that can be compared.</summary>
    public int Names => whole.NamePersons.Length + (changed?.NamePersons.Length ?? 0);

    /// <summary>How many persons stand beside the whole, or are taken out of it, since it was built.</summary>
    public int Changes => (removed?.Count ?? 0) + (changed?.Persons ?? 0);

    /// <summary>What the file from which the index was opened was saved as; empty where it was built.</summary>
    public string SavedAs => file?.SavedAs ?? "";

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
        return Of(builder, population ?? builder.Population, cancellation);
    }

    /// <summary>Builds an index in which a part of a name weighs by how common it is in the region, among the listed names and among others.</summary>
    /// <param name="persons">The persons; keys must be unique. Taken one after the other, and not kept.</param>
    /// <param name="others">Whole names of people who are not listed, such as a country's travellers, each person once. Taken after the last person, one after the other, and not kept.</param>
    /// <param name="cancellation">Stops the building.</param>
    /// <exception cref="ArgumentException">Two persons have one key.</exception>
    public static ScreeningIndex Build(IEnumerable<ListedPerson> persons, IEnumerable<string> others, CancellationToken cancellation = default)
    {
        var builder = Pack(persons, cancellation);
        return Of(builder, builder.Population.With(others, cancellation), cancellation);
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
        return new ScreeningIndex(whole, builder.Build(population, cancellation), nowRemoved, population, idle, file);
    }

    /// <summary>
    /// Opens an index from a file, without reading what no search asks for: bytes are taken from it as they are needed. Nothing in it can lead a search
    /// out of the file or make it endless; whether every byte is as it was saved tells <see cref="Verify"/>.
    /// </summary>
    /// <param name="path">A file that <see cref="Save"/> wrote. It may be replaced and deleted meanwhile, but not written to.</param>
    /// <param name="index">Holds the file open until nothing holds the index.</param>
    /// <param name="problem">Why it cannot be used: none there, not to be read, cut off, damaged, of another build of this library.</param>
    public static bool TryOpen(string path, [NotNullWhen(true)] out ScreeningIndex? index, [NotNullWhen(false)] out string? problem)
    {
        index = null;
        try
        {
            if (!MappedSections.TryOpen(path, out var file, out problem))
                return false;
            var segment = IndexSections.PassSegment(file, null);
            var population = IndexSections.PassPopulation(file, null);
            var damaged = file.Problem ?? (population is null ? "population" : IndexBounds.Problem(segment));
            if (damaged is null)
            {
                index = new ScreeningIndex(segment, null, null, population!, new SearchScratch.Idle(), file);
                return true;
            }
            problem = Damaged(damaged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e.Message;
        }
        return false;
    }

    /// <summary>Saves the index in a file that its owner alone can read: it holds all that is known of the persons. Whoever has the file before open goes on with that.</summary>
    /// <param name="path">The file; one that is there is replaced once the new one is whole and on the disk.</param>
    /// <param name="savedAs">What it holds, for whoever opens it.</param>
    /// <param name="cancellation">Stops; the file before stays.</param>
    /// <exception cref="InvalidOperationException">The index has changes beside the whole: build it anew.</exception>
    /// <exception cref="IOException">The file could not be written; the one before stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the one before stays.</exception>
    public void Save(string path, string savedAs, CancellationToken cancellation = default)
    {
        if (changed is not null)
            throw new InvalidOperationException("An index with changes is built anew before it is saved.");
        var writer = new SectionWriter();
        IndexSections.PassSegment(writer, whole);
        IndexSections.PassPopulation(writer, population);
        writer.Write(path, savedAs, cancellation);
        GC.KeepAlive(this);
    }

    /// <summary>Reads the whole file from which the index was opened: null where every byte is as it was saved, or it was built; otherwise what is not.</summary>
    public string? Verify(CancellationToken cancellation = default) =>
        file?.Altered(cancellation) is { } section ? Damaged(section) : null;

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

    /// <summary>
    /// Hits at or above <paramref name="threshold"/>, and, up to <see cref="AlertThreshold"/>, those of a whole name that nothing contradicts
    /// (<see cref="Hit.IsWholeName"/>), best first; one per listed person (its best name).
    /// </summary>
    /// <param name="query">Whom to screen. A name of any length and script; the first 300 characters count.</param>
    /// <param name="threshold">0 to 1.</param>
    /// <param name="most">So many of the best are told. All are scored, whatever led to them, before any is left out.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="InvalidDataException">The index was opened from a file in which the record of a hit is damaged: <see cref="Verify"/> tells before.</exception>
    public IReadOnlyList<Hit> Search(PersonQuery query, double threshold = AlertThreshold, int most = int.MaxValue, CancellationToken cancellation = default) =>
        Search(query, threshold, most, isExhaustive: false, cancellation);

    /// <summary>How a listed person compares with the person screened, whether a hit or not: why somebody named was not one. Null where no listed person has the key.</summary>
    /// <param name="query">Whom to compare.</param>
    /// <param name="key">The key of a listed person.</param>
    /// <param name="isSureOfNames">True to take weak aliases for good ones: what the list's own doubt costs.</param>
    public Hit? Compare(PersonQuery query, string key, bool isSureOfNames = false)
    {
        var segment = changed is not null && Find(changed, key) >= 0 ? changed : whole;
        if (Find(segment, key) is not (>= 0 and var person) || (segment == whole && removed?.Contains(person) == true))
            return null;
        var one = new SegmentBuilder();
        Add(one, isSureOfNames ? Sure(segment.Person(person)) : segment.Person(person));
        var scratch = idle.Take();
        try
        {
            scratch.Name.Set(query, population);
            var alone = one.Build(population);
            var search = scratch.Segments[0];
            search.Run(alone, null, query, scratch.Name, prior, double.NegativeInfinity, leastOfWhole, tellsWhole: true, isExhaustive: true, default);
            return search.Found.Count == 0 ? null : search.Explain(alone, search.Found.Values.First());
        }
        finally
        {
            idle.Give(scratch);
            GC.KeepAlive(this); // A file stays mapped as long.
        }
    }

    /// <summary>As <see cref="Search(PersonQuery, double, int, CancellationToken)"/>, every token and every name compared: what the index is held against.</summary>
    internal IReadOnlyList<Hit> SearchAll(PersonQuery query, double threshold = AlertThreshold) => Search(query, threshold, int.MaxValue, isExhaustive: true, default);

    /// <summary>What a search at the alert threshold looks at.</summary>
    internal SearchWork WorkOf(PersonQuery query)
    {
        var work = default(SearchWork);
        Search(query, AlertThreshold, int.MaxValue, isExhaustive: false, default, of => work += of);
        return work;
    }

    private Hit[] Search(PersonQuery query, double threshold, int most, bool isExhaustive, CancellationToken cancellation, Action<SearchWork>? told = null)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var least = threshold <= 0 ? double.NegativeInfinity : Evidence.Bits(threshold);
        var tellsWhole = TellsWholeNames(threshold);
        var scratch = idle.Take();
        try
        {
            scratch.Name.Set(query, population);
            for (var i = 0; i < 2; i++)
            {
                if ((i == 0 ? whole : changed) is not { } segment)
                    continue;
                var search = scratch.Segments[i];
                search.Run(segment, i == 0 ? removed : null, query, scratch.Name, prior, least, leastOfWhole, tellsWhole, isExhaustive, cancellation);
                foreach (var (_, met) in search.Found)
                    scratch.Found.Add((i, met));
                told?.Invoke(search.Work);
            }
            return scratch.Found.Count == 0 ? [] : Told(scratch, threshold, most);
        }
        finally
        {
            idle.Give(scratch);
            GC.KeepAlive(this); // A file stays mapped as long.
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
            if (hit.Score >= threshold || (hit.IsWholeName && TellsWholeNames(threshold)))
                hits.Add(hit);
        }
        hits.Sort(static (a, b) => b.Points.CompareTo(a.Points) is not 0 and var order ? order : string.CompareOrdinal(a.Person.Key, b.Person.Key));
        return [.. hits];
    }

    private static ScreeningIndex Of(SegmentBuilder builder, NamePopulation population, CancellationToken cancellation) =>
        new(builder.Build(population, cancellation), null, null, population, new SearchScratch.Idle(), null);

    private static ListedPerson Sure(ListedPerson person) =>
        person with { Names = [.. person.Names.Select(name => name.Kind == ListedNameKind.LowAlias ? name with { Kind = ListedNameKind.GoodAlias } : name)] };

    private static string Damaged(string section) => $"the section '{section}' is damaged";

    private static int Find(Segment segment, string key)
    {
        foreach (var person in segment.Keys.Of(TokenHash.Of(key)))
        {
            if (segment.Person(person).Key == key)
                return person;
        }
        return -1;
    }

    /// <summary>Takes the persons in the order in which they come, some hundreds at a time: some are packed while the next are read, and their names folded on all cores.</summary>
    private static SegmentBuilder Pack(IEnumerable<ListedPerson> persons, CancellationToken cancellation)
    {
        var (builder, known) = (new SegmentBuilder(), new ConcurrentDictionary<string, NameToken>(StringComparer.Ordinal));
        var packing = Task.CompletedTask;
        try
        {
            foreach (var chunk in persons.Chunk(ChunkToFold))
            {
                cancellation.ThrowIfCancellationRequested();
                var folded = new IReadOnlyList<NameToken>[chunk.Length][];
                Parallel.For(0, chunk.Length, i => folded[i] = Folded(chunk[i], known));
                packing.GetAwaiter().GetResult();
                packing = Task.Run(
                    () =>
                    {
                        for (var i = 0; i < chunk.Length; i++)
                            builder.Add(chunk[i], folded[i]);
                    },
                    CancellationToken.None);
            }
        }
        finally
        {
            // Also where reading failed: nothing goes on behind the caller's back.
            packing.GetAwaiter().GetResult();
        }
        return builder;
    }

    private static void Add(SegmentBuilder builder, ListedPerson person) => builder.Add(person, Folded(person));

    private static IReadOnlyList<NameToken>[] Folded(ListedPerson person, ConcurrentDictionary<string, NameToken>? known = null)
    {
        var names = new IReadOnlyList<NameToken>[person.Names.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = NameFolding.Tokens(person.Names[i].Text, known);
        return names;
    }
}
