namespace Rahdari.Statistics;

/// <summary>
/// Counts by one to four dimensions, with all their totals. A cell is named by a category for each dimension, or by <see cref="Total"/>. Immutable and thread-safe.
/// </summary>
public sealed class CountTable
{
    /// <summary>In place of a category: over all of them.</summary>
    public const string Total = "*";

    /// <summary>How many dimensions a table may have.</summary>
    public const int MostDimensions = 4;

    /// <summary>How many cells, totals and all, a table may have.</summary>
    public const int MostCells = 100_000;

    private readonly long[] values;

    private CountTable(Shape shape, long[] values) => (Shape, this.values) = (shape, values);

    /// <summary>What the counts are broken down by.</summary>
    public IReadOnlyList<Dimension> Dimensions => Shape.Dimensions;

    internal Shape Shape { get; }

    /// <summary>The count of a cell.</summary>
    /// <param name="cell">A category, or <see cref="Total"/>, for each dimension in its order.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public long this[params ReadOnlySpan<string> cell] => values[Shape.Of(cell)];

    internal ReadOnlySpan<long> Values => values;

    /// <summary>A table of counts that are told one by one; what is not told is zero, what is told twice adds up, totals are computed.</summary>
    /// <exception cref="ArgumentException">There are no dimensions or more than <see cref="MostDimensions"/>, two of a name, one without categories, a category twice or named as the total; a cell is none or a total; there are too many cells.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The counts add up to more than a long holds.</exception>
    public static CountTable Of(IReadOnlyList<Dimension> dimensions, IEnumerable<(IReadOnlyList<string> Cell, long Count)> counts)
    {
        var shape = new Shape(dimensions);
        var values = new long[shape.Cells];
        foreach (var (cell, count) in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            var at = shape.Of([.. cell]);
            if (shape.TotalsOf(at) > 0)
                throw new ArgumentException("Totals are computed, not told.", nameof(counts));
            foreach (var above in shape.Above(at))
                values[above] = checked(values[above] + count);
        }
        return new CountTable(shape, values);
    }

    /// <summary>A table of people or cases, each counted once.</summary>
    /// <param name="dimensions">What to count by.</param>
    /// <param name="each">The category of each, for each dimension in its order.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of(IReadOnlyList{Dimension}, IEnumerable{ValueTuple{IReadOnlyList{string}, long}})"/>.</exception>
    public static CountTable Count(IReadOnlyList<Dimension> dimensions, IEnumerable<IReadOnlyList<string>> each) => Of(dimensions, each.Select(cell => (cell, 1L)));
}
