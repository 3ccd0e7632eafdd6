namespace Rahdari.Bench.Screening.Names;

/// <summary>
/// How many of 100,000 people of the region bear each part of a name, as far as the published tables tell: the table that Rahdari.Matching weighs names by
/// where nothing better is known.
/// </summary>
internal static class RegionCounts
{
    private const int People = 100_000;
    private const int Fewest = 3;
    private const double Men = 0.65;

    /// <summary>Given names a person.</summary>
    private const double Given = 1.45;

    /// <summary>The tables of common names know so many of the parts; the others are as Wikidata has them.</summary>
    private const double Common = 0.6;

    /// <summary>What is commoner there is a name of elsewhere, or the tables have it.</summary>
    private const double MostOfOthers = 0.01;

    /// <summary>Writes the table: part, tab, people; the commonest first.</summary>
    public static void Write(RegionNames names, string path)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (state, share) in names.Nationalities)
        {
            foreach (var (name, ofName) in names.Forenames(state, 'M'))
                Add(name, Common * Given * Men * share * ofName);
            foreach (var (name, ofName) in names.Forenames(state, 'F'))
                Add(name, Common * Given * (1 - Men) * share * ofName);
            foreach (var (name, ofName) in names.Surnames(state))
                Add(name, Common * share * ofName);
        }
        double all = names.Table.Sum(t => t.Count);
        foreach (var (name, count) in names.Table)
            Add(name, Math.Min(MostOfOthers, (1 - Common) * (Given + 1) * count / all));
        var lines = counts.Select(c => (Part: c.Key, People: (int)Math.Round(c.Value * People))).Where(c => c.People >= Fewest)
            .OrderByDescending(c => c.People).ThenBy(c => c.Part, StringComparer.Ordinal);
        File.WriteAllText(path, string.Concat(lines.Select(c => $"{c.Part}\t{c.People}\n")));

        void Add(string name, double share)
        {
            foreach (var part in PlainName.Parts(name))
                counts[part] = counts.GetValueOrDefault(part) + share;
        }
    }
}
