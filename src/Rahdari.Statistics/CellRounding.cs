using System.Globalization;

namespace Rahdari.Statistics;

/// <summary>Every cell by itself: by its categories, whatever the table, and its count.</summary>
internal static class CellRounding
{
    public static long[] Of(CountTable table, RoundingPolicy policy)
    {
        var rounded = new long[table.Values.Length];
        for (var cell = 0; cell < rounded.Length; cell++)
        {
            var value = table.Values[cell];
            var over = value % policy.Base;
            rounded[cell] = value - over + (over > 0 && Draws(table.Shape, cell, value, policy).Below(policy.Base) < over ? policy.Base : 0);
        }
        return rounded;
    }

    private static KeyedDraws Draws(Shape shape, int cell, long value, RoundingPolicy policy)
    {
        var named = Enumerable.Range(0, shape.Sizes.Length)
            .Where(d => !shape.IsTotal(cell, d))
            .OrderBy(d => shape.Dimensions[d].Name, StringComparer.Ordinal)
            .SelectMany(d => (string[])[shape.Dimensions[d].Name, shape.Dimensions[d].Categories[shape.Category(cell, d)]]);
        return new KeyedDraws(policy.Key, KeyedDraws.Subject(["cell", policy.Base.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture), .. named]));
    }
}
