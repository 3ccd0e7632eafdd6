using System.Globalization;

namespace Rahdari.Bench.Screening.Names;

/// <summary>Tokens of an original script with their Latin spellings: what one person is written as by different hands.</summary>
/// <remarks>The alignment behind the table is noisy: a spelling must have been seen twice and be a hundredth of its token's.</remarks>
internal sealed class SpellingTable
{
    private readonly Dictionary<string, List<(string Latin, int Count)>> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Original, int Count)> originals = new(StringComparer.Ordinal);

    /// <summary>Reads a table: Latin, tab, original letters separated by blanks, tab, count.</summary>
    public static SpellingTable Read(string file)
    {
        var table = new SpellingTable();
        foreach (var line in File.ReadLines(file))
        {
            var fields = line.Split('\t');
            var count = int.Parse(fields[2], CultureInfo.InvariantCulture);
            var latin = PlainName.Of(fields[0]);
            if (!PlainName.IsLatin(latin) || latin.Contains(' ', StringComparison.Ordinal))
                continue;
            var original = fields[1].Replace(" ", "", StringComparison.Ordinal);
            if (!table.spellings.TryGetValue(original, out var group))
                table.spellings.Add(original, group = []);
            group.Add((latin, count));
            if (!table.originals.TryGetValue(latin, out var known) || count > known.Count)
                table.originals[latin] = (original, count);
        }
        return table;
    }

    /// <summary>Every token with its spellings.</summary>
    public IEnumerable<(string Original, IReadOnlyList<(string Latin, int Count)> Spellings)> All => spellings.Select(s => (s.Key, (IReadOnlyList<(string, int)>)s.Value));

    /// <summary>The token that a Latin spelling mostly stands for, or null where the table has seen it less than twice.</summary>
    public string? Original(string latin) => originals.TryGetValue(latin, out var known) && known.Count >= 2 ? known.Original : null;

    /// <summary>Other usual spellings of the token that a Latin spelling mostly stands for.</summary>
    public List<(string Latin, double Count)> Others(string latin)
    {
        if (Original(latin) is not { } original)
            return [];
        var group = spellings[original];
        var least = group.Sum(s => s.Count) / 100.0;
        return [.. group.Where(s => s.Count >= 2 && s.Count >= least && s.Latin != latin).Select(s => (s.Latin, (double)s.Count))];
    }
}
