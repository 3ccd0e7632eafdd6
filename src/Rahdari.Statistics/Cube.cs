namespace Rahdari.Statistics;

/// <summary>
/// A change of a table that leaves every sum true: in each dimension two categories, at every corner one cell; some go up by as much as others go down. Where one of the two is the total, both go the same way.
/// </summary>
/// <param name="Up">The corners that go up with the first, the first among them.</param>
/// <param name="Down">Those that go down.</param>
internal readonly record struct Cube(int[] Up, int[] Down)
{
    /// <summary>Every cube of which a cell is a corner and of which all corners are taken.</summary>
    /// <param name="shape">The table.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isTaken">Which cells may be corners.</param>
    public static IEnumerable<Cube> At(Shape shape, int cell, Func<int, bool> isTaken)
    {
        var dimensions = shape.Sizes.Length;
        var partners = new int[dimensions][];
        for (var d = 0; d < dimensions; d++)
        {
            // The cell that differs in this dimension alone is a corner too.
            partners[d] = [.. Enumerable.Range(0, shape.Sizes[d]).Where(category => category != shape.Category(cell, d) && isTaken(shape.With(cell, d, category)))];
            if (partners[d].Length == 0)
                yield break;
        }
        var chosen = new int[dimensions];
        for (var more = true; more;)
        {
            if (Of(shape, cell, partners, chosen, isTaken) is { } cube)
                yield return cube;
            more = false;
            for (var d = 0; d < dimensions && !more; d++)
            {
                more = ++chosen[d] < partners[d].Length;
                if (!more)
                    chosen[d] = 0;
            }
        }
    }

    private static Cube? Of(Shape shape, int cell, int[][] partners, int[] chosen, Func<int, bool> isTaken)
    {
        var (up, down) = (new List<int>(), new List<int>());
        for (var corner = 0; corner < 1 << chosen.Length; corner++)
        {
            var (at, goesUp) = (cell, true);
            for (var d = 0; d < chosen.Length; d++)
            {
                if ((corner & (1 << d)) == 0)
                    continue;
                at = shape.With(at, d, partners[d][chosen[d]]);
                goesUp ^= !shape.IsTotal(cell, d) && !shape.IsTotal(at, d);
            }
            if (!isTaken(at))
                return null;
            (goesUp ? up : down).Add(at);
        }
        return new Cube([.. up], [.. down]);
    }
}
