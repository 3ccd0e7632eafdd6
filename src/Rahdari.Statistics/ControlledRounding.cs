using System.Globalization;

namespace Rahdari.Statistics;

/// <summary>
/// The whole table at once, so that it adds up (Cox, A Constructive Procedure for Unbiased Controlled Rounding, 1987): as long as a cell is no multiple there is a ring of such cells, along which some go up and the others
/// down until one of them is a multiple; which way is drawn so that no cell moves in the mean.
/// </summary>
internal static class ControlledRounding
{
    public static long[] Of(CountTable table, RoundingPolicy policy)
    {
        var network = new Network(table.Shape);
        var rounded = table.Values.ToArray();
        var over = rounded.Select(value => value % policy.Base).ToArray();
        var draws = new KeyedDraws(policy.Key, KeyedDraws.Subject(
        [
            "table", policy.Base.ToString(CultureInfo.InvariantCulture),
            .. table.Dimensions.SelectMany(dimension => (string[])[dimension.Name, dimension.Categories.Count.ToString(CultureInfo.InvariantCulture), .. dimension.Categories]),
            .. rounded.Select(value => value.ToString(CultureInfo.InvariantCulture)),
        ]));
        var arcs = new SortedSet<int>[network.Nodes];
        for (var node = 0; node < arcs.Length; node++)
            arcs[node] = [];
        for (var cell = 0; cell < over.Length; cell++)
        {
            if (over[cell] == 0)
                continue;
            arcs[network.Arc(cell).From].Add(cell);
            arcs[network.Arc(cell).To].Add(cell);
        }
        for (var start = 0; start < arcs.Length;)
        {
            if (arcs[start].Count == 0)
            {
                start++;
                continue;
            }
            Push(Ring(start, arcs, network), rounded, over, policy.Base, draws);
            foreach (var set in arcs)
                set.RemoveWhere(cell => over[cell] % policy.Base == 0);
        }
        return rounded;
    }

    /// <summary>A ring of cells that are no multiples, each with whether the way goes along it or against it. No sum has a single such cell, so whoever comes to one leaves it by another.</summary>
    private static List<(int Cell, bool IsAlong)> Ring(int start, SortedSet<int>[] arcs, Network network)
    {
        var way = new List<(int Cell, bool IsAlong)>();
        var seen = new Dictionary<int, int>();
        var (node, last) = (start, -1);
        while (seen.TryAdd(node, way.Count))
        {
            last = arcs[node].First(cell => cell != last);
            var (from, to) = network.Arc(last);
            way.Add((last, node == from));
            node = node == from ? to : from;
        }
        return way[seen[node]..];
    }

    private static void Push(List<(int Cell, bool IsAlong)> ring, long[] rounded, long[] over, int multiple, KeyedDraws draws)
    {
        var forth = ring.Min(step => step.IsAlong ? multiple - over[step.Cell] : over[step.Cell]);
        var back = ring.Min(step => step.IsAlong ? over[step.Cell] : multiple - over[step.Cell]);
        var push = draws.Below(forth + back) < back ? forth : -back;
        foreach (var (cell, isAlong) in ring)
        {
            rounded[cell] += isAlong ? push : -push;
            over[cell] += isAlong ? push : -push;
        }
    }
}
