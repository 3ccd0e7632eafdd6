namespace Rahdari.Statistics;

/// <summary>The cells of a table, numbered: the last category of each dimension is its total. Immutable and thread-safe.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, int>[] categories;
    private readonly int[] strides;

    public Shape(IReadOnlyList<Dimension> dimensions)
    {
        if (dimensions.Count is 0 or > CountTable.MostDimensions || dimensions.Select(dimension => dimension.Name).Distinct(StringComparer.Ordinal).Count() != dimensions.Count)
            throw new ArgumentException("A table has one to four dimensions, each of a name of its own.", nameof(dimensions));
        Dimensions = [.. dimensions];
        Sizes = [.. dimensions.Select(dimension => dimension.Categories.Count + 1)];
        categories = new Dictionary<string, int>[Sizes.Length];
        strides = new int[Sizes.Length];
        var cells = 1L;
        for (var d = Sizes.Length - 1; d >= 0; d--)
        {
            categories[d] = new(StringComparer.Ordinal);
            foreach (var category in dimensions[d].Categories)
            {
                if (category == CountTable.Total || !categories[d].TryAdd(category, categories[d].Count))
                    throw new ArgumentException($"{dimensions[d].Name}: {category} is there twice, or names the total.", nameof(dimensions));
            }
            if (categories[d].Count == 0)
                throw new ArgumentException($"{dimensions[d].Name} has no categories.", nameof(dimensions));
            categories[d].Add(CountTable.Total, categories[d].Count);
            strides[d] = (int)cells;
            cells *= Sizes[d];
            if (cells > CountTable.MostCells)
                throw new ArgumentException("A table has no more than 100,000 cells.", nameof(dimensions));
        }
        Cells = (int)cells;
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>How many categories each dimension has, its total among them.</summary>
    public int[] Sizes { get; }

    public int Cells { get; }

    public int Of(ReadOnlySpan<string> cell)
    {
        if (cell.Length != Sizes.Length)
            throw new ArgumentException("A cell has a category for each dimension.", nameof(cell));
        var at = 0;
        for (var d = 0; d < cell.Length; d++)
            at += strides[d] * (categories[d].TryGetValue(cell[d], out var category) ? category : throw new ArgumentException($"{Dimensions[d].Name} has no category {cell[d]}.", nameof(cell)));
        return at;
    }

    /// <summary>Which category a cell has in a dimension.</summary>
    public int Category(int cell, int dimension) => cell / strides[dimension] % Sizes[dimension];

    /// <summary>The cell with another category in a dimension.</summary>
    public int With(int cell, int dimension, int category) => cell + ((category - Category(cell, dimension)) * strides[dimension]);

    public bool IsTotal(int cell, int dimension) => Category(cell, dimension) == Sizes[dimension] - 1;

    /// <summary>Over how many dimensions a cell is a total.</summary>
    public int TotalsOf(int cell)
    {
        var totals = 0;
        for (var d = 0; d < Sizes.Length; d++)
            totals += IsTotal(cell, d) ? 1 : 0;
        return totals;
    }

    /// <summary>A cell and every total into which it falls.</summary>
    public IEnumerable<int> Above(int cell)
    {
        for (var set = 0; set < 1 << Sizes.Length; set++)
        {
            var at = cell;
            for (var d = 0; d < Sizes.Length; d++)
                at = (set & (1 << d)) == 0 ? at : With(at, d, Sizes[d] - 1);
            yield return at;
        }
    }

    public IReadOnlyList<string> Names(int cell) =>
        [.. Dimensions.Select((dimension, d) => IsTotal(cell, d) ? CountTable.Total : dimension.Categories[Category(cell, d)])];
}
