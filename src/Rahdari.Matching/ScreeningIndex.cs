using Rahdari.Dates;
using Rahdari.Matching.Index;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching;

/// <summary>An immutable index over listed persons, built once and searched from many threads.</summary>
/// <remarks>
/// Thread-safe. Three ways in, always united: by name, by date of birth, by document number; whoever is found by any is
/// scored in full. Building takes a second or two for tens of thousands of names; searching is the hot path.
/// </remarks>
public sealed class ScreeningIndex
{
    /// <summary>At and above this score (even odds) a hit is worth an officer's attention.</summary>
    public const double AlertThreshold = 0.5;

    private readonly List<ListedPerson> persons = [];
    private readonly List<IndexedName> names = [];
    private readonly TokenTable table = new();
    private readonly List<List<int>> namesOfToken = [];
    private readonly List<List<int>> namesOfPerson = [];
    private readonly Dictionary<DateOnly, List<int>> personsByBirth = [];
    private readonly Dictionary<string, List<int>> personsByNumber = new(StringComparer.Ordinal);
    private readonly Func<NameToken, double> weigh;

    private ScreeningIndex() => weigh = Weight;

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
        index.table.Seal();
        return index;
    }

    /// <summary>Hits at or above <paramref name="threshold"/>, best first; one per listed person (its best name).</summary>
    /// <param name="query">Whom to screen. A name of any length and script; the first 300 characters count.</param>
    /// <param name="threshold">0 to 1.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<Hit> Search(PersonQuery query, double threshold = AlertThreshold, CancellationToken cancellation = default)
    {
        var tokens = NameFolding.Tokens(query.Name);
        var candidates = new HashSet<int>(ByName(query, tokens));
        foreach (var person in ByBirth(query.DateOfBirth).Concat(ByNumber(query)))
            candidates.UnionWith(namesOfPerson[person]);
        var best = new Dictionary<int, Hit>();
        foreach (var candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = names[candidate];
            var hit = PersonScore.Of(query, tokens, persons[name.Person], name.Name, name.Tokens, weigh);
            if (hit.Score >= threshold && (!best.TryGetValue(name.Person, out var known) || hit.Points > known.Points))
                best[name.Person] = hit;
        }
        return [.. best.Values.OrderByDescending(h => h.Points).ThenBy(h => h.Person.Key, StringComparer.Ordinal)];
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
                namesOfToken[id].Add(names.Count);
                if (isPart)
                    table.Count(id);
            }
            names.Add(new IndexedName(number, name, tokens));
        }
        foreach (var day in person.BirthDates.Where(d => d.IsSingle).Select(d => d.From.ToDateOnly()).OfType<DateOnly>().Distinct())
            Put(personsByBirth, day, number);
        foreach (var key in person.Documents.Select(d => NumberScore.Key(d.Number)).OfType<string>().Distinct())
            Put(personsByNumber, key, number);
    }

    /// <summary>Names with enough in common that, with everything else in their favour, they could reach even odds.</summary>
    private IEnumerable<int> ByName(PersonQuery query, IReadOnlyList<NameToken> tokens)
    {
        // Everything but a day of birth or a number, by which its own way leads in: year, nationality, sex.
        const double Favour = Evidence.SameMonth + Evidence.SameNationality + Evidence.SameSex;
        var found = new Dictionary<int, (double Points, int Tokens)>();
        var parts = tokens.Count(t => !t.IsParticle);
        for (var i = 0; i < tokens.Count; i++)
        {
            var near = table.Near(tokens[i]);
            if (i + 1 < tokens.Count)
                near.UnionWith(table.Near(NameFolding.Token(tokens[i].Text + tokens[i + 1].Text)));
            if (query.NameMayBeTruncated && i == tokens.Count - 1 && tokens[i].Text.Length >= 3)
                near.UnionWith(table.Beginning(tokens[i].Text));
            var seen = new HashSet<int>();
            foreach (var id in near)
            {
                var points = Weight(table[id]);
                foreach (var name in namesOfToken[id])
                {
                    if (seen.Add(name))
                        found[name] = found.TryGetValue(name, out var sum) ? (sum.Points + points, sum.Tokens + 1) : (points, 1);
                }
            }
        }
        foreach (var (name, (points, matched)) in found)
        {
            var contradictions = Math.Min(parts, names[name].Parts) - (2 * matched); // A joined token stands for two.
            if (points + (Math.Max(0, contradictions) * Evidence.Contradiction) + Favour + Evidence.Prior >= 0 || matched >= parts || matched >= names[name].Parts)
                yield return name;
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

    private sealed record IndexedName(int Person, ListedName Name, IReadOnlyList<NameToken> Tokens)
    {
        /// <summary>Tokens that tell, without particles.</summary>
        public int Parts { get; } = Tokens.Count(t => !t.IsParticle);
    }
}
