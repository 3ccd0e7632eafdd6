using System.Collections.Concurrent;
using Rahdari.Border.Travellers.Links;
using Rahdari.Matching;

namespace Rahdari.Bench.Ledger.Resolution;

/// <summary>What the counter makes of documents: the keys, the verdict and the graph are those of the border; only the tables are in memory.</summary>
internal sealed class Resolved
{
    // As LinkWriter has them.
    private const int MostCandidates = 500, MostLinks = 30;

    private static readonly IdentityComparison Comparison = new(NamePopulation.Region);

    private readonly int[] above;

    private Resolved(int count) => above = [.. Enumerable.Range(0, count)];

    /// <summary>Every link found, with what becomes of it.</summary>
    public List<(int One, int Other, LinkVerdict Verdict, LinkState State)> Links { get; } = [];

    /// <summary>Pairs that were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>So many documents hang together by strong links at most: past 200 the counter looks at links that stand alone.</summary>
    public int Largest { get; private set; }

    public static Resolved Of(IReadOnlyList<Presented> documents)
    {
        var resolved = new Resolved(documents.Count);
        resolved.Link(documents);
        return resolved;
    }

    /// <summary>The person of a document, by any of their documents.</summary>
    public int Person(int document)
    {
        while (above[document] != document)
            document = above[document];
        return document;
    }

    private void Link(IReadOnlyList<Presented> documents)
    {
        var keys = new (IReadOnlyList<long> Numbers, IReadOnlyList<long> Births)[documents.Count];
        Parallel.For(0, documents.Count, i => keys[i] = (IdentityKeys.OfNumbers(documents[i].Read), IdentityKeys.OfBirth(documents[i].Read, Comparison)));
        var having = new Dictionary<long, List<int>>();
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var key in keys[i].Numbers.Concat(keys[i].Births))
            {
                if (!having.TryGetValue(key, out var some))
                    having.Add(key, some = []);
                some.Add(i);
            }
        }
        var named = Enumerable.Range(0, documents.Count).ToLookup(i => IdentityKeys.OfName(documents[i].Read));
        var (found, compared) = (new ConcurrentBag<(int One, int Other, LinkVerdict Verdict)>(), 0L);
        Parallel.For(0, documents.Count, i =>
        {
            var candidates = Before(having, keys[i].Numbers, i).Union(Before(having, keys[i].Births, i)).ToArray();
            Interlocked.Add(ref compared, candidates.Length);
            // Of those who came before, as the counter counts them; how many they are it knows by a sample.
            var bearers = new KnownBearers(Math.Max(0, named[IdentityKeys.OfName(documents[i].Read)].TakeWhile(other => other < i).Count() - 1), i);
            var verdicts = candidates.Select(other => (Other: other, Verdict: Comparison.Compare(documents[i].Read, documents[other].Read, bearers))).Where(one => one.Verdict.Strength != LinkStrength.None)
                .OrderByDescending(one => one.Verdict.Strength).ThenByDescending(one => one.Verdict.IsByNumber).ThenBy(one => one.Other).Take(MostLinks);
            foreach (var (other, verdict) in verdicts)
                found.Add((other, i, verdict));
        });
        Compared = compared;
        foreach (var group in Reached([.. found.OrderBy(link => link.One).ThenBy(link => link.Other)]))
            Settle(group, documents);
    }

    private static IEnumerable<int> Before(Dictionary<long, List<int>> having, IReadOnlyList<long> keys, int document) =>
        keys.SelectMany(key => having[key].TakeWhile(other => other < document)).GroupBy(other => other)
            .OrderByDescending(of => of.Count()).ThenBy(of => of.Key).Take(MostCandidates).Select(of => of.Key);

    /// <summary>Strong links by whom they lead to; each weak one alone.</summary>
    private static IEnumerable<List<(int One, int Other, LinkVerdict Verdict)>> Reached(IReadOnlyList<(int One, int Other, LinkVerdict Verdict)> links)
    {
        var roots = new Dictionary<int, int>();
        foreach (var link in links.Where(link => link.Verdict.Strength == LinkStrength.Strong))
            roots[Root(link.One)] = Root(link.Other);
        return links.GroupBy(link => link.Verdict.Strength == LinkStrength.Strong ? (Root(link.One), -1) : (link.One, link.Other)).Select(group => group.ToList());

        int Root(int document)
        {
            while (roots.TryGetValue(document, out var next) && next != document)
                document = next;
            return document;
        }
    }

    private void Settle(List<(int One, int Other, LinkVerdict Verdict)> links, IReadOnlyList<Presented> documents)
    {
        int[] members = [.. links.SelectMany(link => new[] { link.One, link.Other }).Distinct()];
        Largest = Math.Max(Largest, members.Length);
        var contradictions =
            from one in members
            from other in members
            where one < other && IdentityComparison.Contradict(documents[one].Read, documents[other].Read)
            select (Id(one), Id(other));
        var pairs = links.Select((link, i) => new PairLink(Id(i), Id(link.One), Id(link.Other), link.Verdict.Strength == LinkStrength.Strong, link.Verdict.IsByNumber, LinkState.Proposed)).ToArray();
        var graph = new LinkGraph(pairs, contradictions);
        for (var i = 0; i < links.Count; i++)
        {
            var state = graph.States[Id(i)];
            Links.Add((links[i].One, links[i].Other, links[i].Verdict, state));
            if (state == LinkState.Automatic)
                above[Person(links[i].One)] = Person(links[i].Other);
        }
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
