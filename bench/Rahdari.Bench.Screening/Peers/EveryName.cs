using F23.StringSimilarity;
using FuzzySharp;
using FuzzySharp.PreProcess;
using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>Every name compared with a measure of likeness, their parts sorted once: what small programs do.</summary>
/// <param name="name">What the tables call it.</param>
/// <param name="description">What measures, and its version.</param>
/// <param name="likeness">Of two names with sorted parts.</param>
internal sealed class EveryName(string name, string description, Func<string, string, double> likeness) : IPeer
{
    private readonly List<int> persons = [];
    private readonly List<string> names = [];

    public string Name => name;

    public string Description => description;

    public bool IsSampled => true;

    /// <summary>FuzzySharp's token sort ratio: the ratio of names with sorted parts.</summary>
    public static EveryName TokenSortRatio() => new(
        "FuzzySharp",
        $"FuzzySharp {PackageVersion.Of(typeof(Fuzz))}: token sort ratio of every name, the parts sorted once beforehand",
        static (a, b) => Fuzz.Ratio(a, b, PreprocessMode.None));

    /// <summary>Jaro–Winkler of names with sorted parts.</summary>
    public static EveryName JaroWinkler()
    {
        var measure = new JaroWinkler();
        return new("Jaro–Winkler", $"F23.StringSimilarity {PackageVersion.Of(typeof(JaroWinkler))}: Jaro–Winkler of every name, parts sorted", measure.Similarity);
    }

    public void Load(IEnumerable<ListedPerson> listed)
    {
        var number = 0;
        foreach (var person in listed)
        {
            foreach (var listedName in person.Names)
            {
                persons.Add(number);
                names.Add(PlainName.Sorted(PlainName.Of(listedName.Text)));
            }
            number++;
        }
    }

    public IReadOnlyList<Scored> Best(string searched)
    {
        var sorted = PlainName.Sorted(PlainName.Of(searched));
        var scores = new Scored[names.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = new Scored(persons[i], likeness(sorted, names[i]));
        return Scored.ByPerson(scores);
    }

    public void Dispose()
    {
    }
}
