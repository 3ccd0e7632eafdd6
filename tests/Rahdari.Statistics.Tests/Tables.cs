using CsCheck;
using Rahdari.Statistics;

namespace Rahdari.Tests;

/// <summary>Tables of any counts.</summary>
internal static class Tables
{
    public static Gen<CountTable> Of(int most, params int[] sizes) =>
        Gen.Int[0, most].Array[sizes.Aggregate(1, (product, size) => product * size)].Select(counts => Of(sizes, counts));

    public static CountTable Of(int[] sizes, int[] counts)
    {
        var dimensions = sizes.Select((size, d) => new Dimension($"d{d}", [.. Enumerable.Range(0, size).Select(category => $"{(char)('a' + d)}{category}")])).ToArray();
        return CountTable.Of(dimensions, counts.Select((count, at) =>
        {
            var cell = new string[sizes.Length];
            for (var d = sizes.Length - 1; d >= 0; d--)
                (cell[d], at) = (dimensions[d].Categories[at % sizes[d]], at / sizes[d]);
            return ((IReadOnlyList<string>)cell, (long)count);
        }));
    }
}
