using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Rahdari.Dates;
using Rahdari.Matching.Index;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching;

/// <summary>An immutable index over listed persons, built once and searched from many threads.</summary>
/// <remarks>
/// Thread-safe. Three ways in, always united: by name, by date of birth, by document number; whoever is found by any, and
/// could reach the threshold with everything in their favour, is scored in full. Building takes a second or two for tens of thousands of names; searching is the hot path.
/// </remarks>
public sealed class ScreeningIndex
{
    /// <summary>At and above this score (even odds) a hit is worth an officer's attention.</summary>
    public const double AlertThreshold = 0.5;

    private readonly List<ListedPerson> persons = [];
    private readonly List<IndexedName> names = [];
    private readonly TokenTable table = new();

    // A name's number doubled, and one more where the token is two of its own joined.
    private readonly List<List<int>> namesOfToken = [];
    private readonly List<List<int>> namesOfPerson = [];
    private readonly Dictionary<DateOnly, List<int>> personsByBirth = [];
    private readonly Dictionary<string, List<int>> personsByNumber = new(StringComparer.Ordinal);
    private double[] weights = [];
    private readonly ConcurrentBag<Candidates> idle = [];

    private ScreeningIndex()
    {
    }

    /// <summary>The number of persons.</summary>
    public int Count => persons.Count;

    /// <summary>Builds an index.</summary>
    /// <param name="persons">The persons; keys must be unique.</param>
    /// <param name="cancellation">Stops the building.</param>
    public static ScreeningIndex Build(IEnumerable<ListedPerson> persons, CancellationToken cancellation = default)
    {
        var index = new ScreeningIndex();
        foreach (var person in persons)
        {
            cancellation.ThrowIfCancellationRequested();
            index.Add(person);
        }
        index.Seal();
        return index;
    }

    /// <summary>Hits at or above <paramref name="threshold"/>, best first; one per listed person (its best name).</summary>
    /// <param name="query">Whom to screen. A name of any length and script; the first 300 characters count.</param>
    /// <param name="threshold">0 to 1.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<Hit> Search(PersonQuery query, double threshold = AlertThreshold, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var queried = Weighed(NameFolding.Tokens(query.Name));
        var candidates = idle.TryTake(out var used) ? used : new Candidates(names.Count);
        try
        {
            return Best(query, queried, Meet(query, queried, candidates), candidates, threshold, cancellation);
        }
        finally
        {
            candidates.Clear();
            idle.Add(candidates);
        }
    }

    /// <summary>As <see cref="Search"/>, every name compared: what the index is held against.</summary>
    internal IReadOnlyList<Hit> SearchAll(PersonQuery query, double threshold = AlertThreshold)
    {
        var queried = Weighed(NameFolding.Tokens(query.Name));
        var best = new Dictionary<int, Hit>();
        foreach (var name in names)
            Score(query, queried, name, double.NegativeInfinity, threshold, best);
        return Ordered(best);
    }

    /// <summary>Scores those in full who may reach the threshold.</summary>
    private Hit[] Best(PersonQuery query, WeighedName queried, HashSet<int> byNumber, Candidates candidates, double threshold, CancellationToken cancellation)
    {
        const double Rounding = 1e-6;
        var least = threshold <= 0 ? double.NegativeInfinity : Math.Log2(threshold / Math.Max(1 - threshold, 1e-15)) - Rounding;
        var bound = new ScoreBound(query, queried);
        var best = new Dictionary<int, Hit>();
        foreach (var candidate in candidates.Names)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = names[candidate];
            var (points, covered) = candidates[candidate];
            var needed = byNumber.Contains(name.Person) ? least - Evidence.SameNumber : least;
            if (bound.Of(persons[name.Person], name, points, covered) >= needed)
                Score(query, queried, name, needed, threshold, best);
        }
        return Ordered(best);
    }

    private void Score(PersonQuery query, WeighedName queried, IndexedName name, double least, double threshold, Dictionary<int, Hit> best)
    {
        if (PersonScore.Of(query, queried, persons[name.Person], name.Name, name.Weighed, least) is { } hit && hit.Score >= threshold && (!best.TryGetValue(name.Person, out var known) || hit.Points > known.Points))
            best[name.Person] = hit;
    }

    private static Hit[] Ordered(Dictionary<int, Hit> best) => [.. best.Values.OrderByDescending(h => h.Points).ThenBy(h => h.Person.Key, StringComparer.Ordinal)];

    /// <summary>What a token proves is known once all have been counted.</summary>
    private void Seal()
    {
        table.Seal();
        weights = [.. Enumerable.Range(0, namesOfToken.Count).Select(id => Weight(table[id]))];
        foreach (var name in names)
            Weigh(name.Weighed);
    }

    private WeighedName Weighed(IReadOnlyList<NameToken> tokens)
    {
        var name = new WeighedName(tokens, new double[tokens.Count]);
        Weigh(name);
        return name;
    }

    private void Weigh(WeighedName name)
    {
        for (var i = 0; i < name.Count; i++)
            name.Bits[i] = Weight(name[i]);
    }

    private void Add(ListedPerson person)
    {
        var number = persons.Count;
        persons.Add(person);
        var own = new List<int>(person.Names.Count);
        namesOfPerson.Add(own);
        foreach (var name in person.Names)
        {
            var tokens = NameFolding.Tokens(name.Text);
            if (tokens.Count == 0)
                continue;
            own.Add(names.Count);
            var ids = tokens.Select(t => (Id: table.Add(t), IsPart: true)).ToList();
            for (var i = 0; i + 1 < tokens.Count; i++)
                ids.Add((table.Add(NameFolding.Token(tokens[i].Text + tokens[i + 1].Text)), false)); // Found where a query joins the two.
            foreach (var (id, isPart) in ids.Distinct())
            {
                while (namesOfToken.Count <= id)
                    namesOfToken.Add([]);
                namesOfToken[id].Add((names.Count << 1) | (isPart ? 0 : 1));
                if (isPart)
                    table.Count(id);
            }
            names.Add(new IndexedName(number, name, new WeighedName(tokens, new double[tokens.Count])));
        }
        foreach (var day in person.BirthDates.Where(d => d.IsSingle).Select(d => d.From.ToDateOnly()).OfType<DateOnly>().Distinct())
            Put(personsByBirth, day, number);
        foreach (var key in person.Documents.Select(d => NumberScore.Key(d.Number)).OfType<string>().Distinct())
            Put(personsByNumber, key, number);
    }

    /// <summary>Meets every name that a way leads to; answers with the persons who have the number.</summary>
    private HashSet<int> Meet(PersonQuery query, WeighedName queried, Candidates candidates)
    {
        var tokens = queried.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            // Two particles lead to half of all names and prove nothing.
            var near = tokens[i].IsParticle ? table.Near(tokens[i]).Where(id => !table[id].IsParticle) : table.Near(tokens[i]);
            Meet(candidates, i, queried.Bits[i], near, isJoined: false);
            if (i + 1 < tokens.Count)
                Meet(candidates, i, queried.Bits[i], table.Near(NameFolding.Token(tokens[i].Text + tokens[i + 1].Text)), isJoined: true);
            if (query.NameMayBeTruncated && i == tokens.Count - 1 && tokens[i].Text.Length >= 3)
                Meet(candidates, i, queried.Bits[i], table.Beginning(tokens[i].Text), isJoined: false);
        }
        HashSet<int> byNumber = [.. ByNumber(query)];
        foreach (var person in ByBirth(query.DateOfBirth).Concat(byNumber))
        {
            foreach (var name in namesOfPerson[person])
                candidates.Add(name);
        }
        return byNumber;
    }

    private void Meet(Candidates candidates, int token, double bits, IEnumerable<int> near, bool isJoined)
    {
        foreach (var id in near)
        {
            var points = weights[id];
            foreach (var posting in CollectionsMarshal.AsSpan(namesOfToken[id]))
            {
                // Two listed tokens that the query joins earn what the query's is worth.
                var isSplit = (posting & 1) == 1;
                candidates.Add(posting >> 1, token, isSplit ? Math.Max(points, bits) : points, isJoined || isSplit ? 2 : 1);
            }
        }
    }

    private IEnumerable<int> ByBirth(PartialDate born)
    {
        if (born.ToDateOnly() is not { } day)
            return [];
        IEnumerable<int> found = personsByBirth.GetValueOrDefault(day) ?? [];
        if (PartialDate.TryCreate(born.Year, born.Day, born.Month, out var swapped) && swapped != born)
            found = found.Concat(personsByBirth.GetValueOrDefault(swapped.ToDateOnly()!.Value) ?? []);
        return found;
    }

    private IEnumerable<int> ByNumber(PersonQuery query) =>
        new[] { query.DocumentNumber, query.PersonalNumber }
            .Select(NumberScore.Key)
            .OfType<string>()
            .SelectMany(key => personsByNumber.GetValueOrDefault(key) ?? []);

    /// <summary>Bits: how improbable it is to meet the token by chance, among the listed names.</summary>
    private double Weight(NameToken token)
    {
        if (token.IsParticle)
            return Evidence.Particle;
        var frequency = table.Frequency(token.Text);
        // Small lists know little of how common a name is: as if there were a thousand names more.
        var bits = Math.Log2((names.Count + 1000.0) / (frequency + 1.0));
        return Math.Clamp(bits, Evidence.LightestToken, CommonNames.Contains(token) ? Evidence.HeaviestCommonToken : Evidence.HeaviestToken);
    }

    private static void Put<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int number)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(number);
    }
}
