using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>
/// The tokens of a national list, by rank: the region's commonest parts first, then its forenames and surnames, its own spellings
/// by count, everything else in the tables, and compounds (NOORULLAH, SALEEMUDDIN) up to the size. Drawn by Zipf's law.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>About as many tokens as a list of three million names has.</summary>
    public const int Size = 190_000;

    private static readonly string[] Endings = ["ULLAH", "UDDIN", "ZAI", "ZADA", "OV", "OVA", "PUR", "WAL"];

    private readonly string[] tokens;
    private readonly int[]?[] variants;
    private readonly double[] upTo;

    public Vocabulary(NoiseSource source)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var ranked = CommonParts.Men.Concat(CommonParts.Women).Concat(CommonParts.Last).Concat(CommonParts.LastOfWomen).OrderByDescending(p => p.Weight).SelectMany(p => p.Part.Split(' '))
            .Concat(source.Region.Ranked)
            .Concat(source.Region.Table.OrderByDescending(t => t.Count).Select(t => t.Latin))
            .Concat(Spellings(source.Arabic)).Concat(Spellings(source.Russian));
        foreach (var token in ranked.Where(t => t.Length >= 2))
            places.TryAdd(token, places.Count);
        var simple = places.Count;
        foreach (var ending in Endings)
        {
            foreach (var token in source.Region.Table.Select(t => t.Latin).Concat(Spellings(source.Arabic).Take(20_000)).Where(t => t.Length is >= 3 and <= 10))
            {
                if (places.Count < Size)
                    places.TryAdd(token + ending, places.Count);
            }
        }
        tokens = [.. places.OrderBy(p => p.Value).Select(p => p.Key).Take(Size)];
        variants = new int[tokens.Length][];
        // The tables' alignment is noisy: a spelling belongs to the token that it mostly stands for.
        foreach (var table in new[] { source.Russian, source.Arabic })
        {
            foreach (var (original, spellings) in table.All)
            {
                int[] ids = [.. spellings.Where(s => table.Original(s.Latin) == original).Select(s => places.GetValueOrDefault(s.Latin, int.MaxValue)).Where(id => id < tokens.Length)];
                foreach (var id in ids.Where(_ => ids.Length > 1))
                    variants[id] = ids;
            }
        }
        upTo = new double[tokens.Length];
        var sum = 0.0;
        for (var i = 0; i < upTo.Length; i++)
            upTo[i] = sum += 1.0 / (i + 1);
        Simple = Math.Min(simple, Size);
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => tokens.Length;

    /// <summary>How many of them are no compounds.</summary>
    public int Simple { get; }

    /// <summary>The text of a token.</summary>
    public string this[int token] => tokens[token];

    /// <summary>Draws a token: the n-th commonest in proportion to 1/n.</summary>
    public int Draw(Dice dice)
    {
        var at = Array.BinarySearch(upTo, dice.Share() * upTo[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, tokens.Length - 1);
    }

    /// <summary>Another usual spelling of a token, possibly itself; itself where the tables know none.</summary>
    public int Variant(int token, Dice dice) => variants[token] is { } others ? dice.Pick(others) : token;

    private static IEnumerable<string> Spellings(SpellingTable table) => table.All.SelectMany(t => t.Spellings).OrderByDescending(s => s.Count).ThenBy(s => s.Latin, StringComparer.Ordinal).Select(s => s.Latin);
}
