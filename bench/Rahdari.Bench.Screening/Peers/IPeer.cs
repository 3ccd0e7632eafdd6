using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>Another way to find a name in a list: it sees names alone. Thread-safe once loaded.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }

    /// <summary>Which version ran, and how it was asked.</summary>
    string Description { get; }

    /// <summary>True where it is too slow for as many searches as the others make, and makes fewer.</summary>
    bool IsSampled { get; }

    /// <summary>Takes the list; a person is known by its place in it.</summary>
    void Load(IEnumerable<ListedPerson> persons);

    /// <summary>The best 200 persons at most, best first, each with the score of the best name.</summary>
    IReadOnlyList<Scored> Best(string name);
}

/// <summary>A listed person with the score that a peer gave.</summary>
/// <param name="Person">The place in the list.</param>
/// <param name="Score">The larger the better; each peer has its own scale.</param>
internal readonly record struct Scored(int Person, double Score)
{
    /// <summary>How many persons a search answers with at most.</summary>
    public const int Most = 200;

    /// <summary>The best score of each person, best first.</summary>
    public static Scored[] ByPerson(IEnumerable<Scored> names)
    {
        var best = new Dictionary<int, double>();
        foreach (var (person, score) in names)
        {
            if (!best.TryGetValue(person, out var known) || score > known)
                best[person] = score;
        }
        return [.. best.Select(b => new Scored(b.Key, b.Value)).OrderByDescending(s => s.Score).ThenBy(s => s.Person).Take(Most)];
    }
}
