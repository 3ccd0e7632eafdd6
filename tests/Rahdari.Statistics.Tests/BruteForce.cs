using Rahdari.Statistics;

namespace Rahdari.Tests;

/// <summary>What a reader can say who tries every table: nothing of this is the library's.</summary>
internal static class BruteForce
{
    /// <summary>Of each hidden cell the least and the greatest count in any table with the same publication; null where trying takes too long.</summary>
    /// <param name="published">The publication.</param>
    /// <param name="most">How far to try.</param>
    /// <param name="least">What everybody knows of a hidden cell.</param>
    public static Dictionary<string, (long Least, long Most)>? Ranges(ProtectedTable published, int most, int least)
    {
        var cells = published.Cells;
        var inner = Enumerable.Range(0, cells.Count).Where(cell => !cells[cell].Cell.Contains(CountTable.Total)).ToArray();
        // Each cell, totals among them, as the inner cells of which it is the sum.
        var sums = cells.Select(cell => inner.Where(at => cell.Cell.Zip(cells[at].Cell).All(pair => pair.First == CountTable.Total || pair.First == pair.Second)).Select(at => Array.IndexOf(inner, at)).ToArray()).ToArray();
        var values = new long[inner.Length];
        var found = new Dictionary<string, (long Least, long Most)>();
        var left = 300_000L;
        return Try(0) ? found : null;

        bool Try(int next)
        {
            if (--left < 0)
                return false;
            for (var cell = 0; cell < cells.Count; cell++)
            {
                var sum = sums[cell].Where(at => at < next).Sum(at => values[at]);
                var isWhole = sums[cell].All(at => at < next);
                if (cells[cell].Value is { } shown ? sum > shown || (isWhole && sum != shown) : isWhole && sum < (cells[cell].State == CellState.Unpublished ? 0 : least))
                    return true;
            }
            if (next == inner.Length)
            {
                for (var cell = 0; cell < cells.Count; cell++)
                {
                    if (cells[cell].State is not (CellState.Primary or CellState.Complementary))
                        continue;
                    var (name, value) = (string.Join('|', cells[cell].Cell), sums[cell].Sum(at => values[at]));
                    found[name] = found.TryGetValue(name, out var range) ? (Math.Min(range.Least, value), Math.Max(range.Most, value)) : (value, value);
                }
                return true;
            }
            var fixedAt = cells[inner[next]].Value;
            for (var value = fixedAt ?? 0; value <= (fixedAt ?? most); value++)
            {
                values[next] = value;
                if (!Try(next + 1))
                    return false;
            }
            return true;
        }
    }
}
