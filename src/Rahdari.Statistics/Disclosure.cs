namespace Rahdari.Statistics;

/// <summary>
/// Makes tables fit to be published: small counts are hidden, and so many others that none of the hidden can be computed from the totals more closely than the policy allows; or every count is rounded.
/// The same table gives the same answer. Thread-safe.
/// </summary>
/// <remarks>
/// What is held against: somebody who knows every published number, that counts are whole and not negative, and the policy. Not held against: who knows some of the people counted, or other tables of the same
/// people that were published elsewhere. Tables of the same data are protected together, by publishing parts of one.
/// </remarks>
public static class Disclosure
{
    /// <summary>Hides what has to be hidden of a table that is published whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has a threshold below 2 or a width below 1.</exception>
    public static ProtectedTable Protect(CountTable table, DisclosurePolicy policy) => Protect(table, policy, (IReadOnlyList<string>)[.. table.Dimensions.Select(dimension => dimension.Name)]);

    /// <summary>
    /// Hides what has to be hidden of several tables of the same data, which are published each with all its totals: a cell that stands in two of them is one cell, and what all of them tell together is reckoned with.
    /// </summary>
    /// <param name="table">The counts by every dimension of every one of the tables.</param>
    /// <param name="policy">What may be published.</param>
    /// <param name="published">Of each table, the names of its dimensions.</param>
    /// <exception cref="ArgumentException">No table is published, or one by a dimension that is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The policy has a threshold below 2 or a width below 1.</exception>
    public static ProtectedTable Protect(CountTable table, DisclosurePolicy policy, params IReadOnlyList<IReadOnlyList<string>> published)
    {
        policy.Check();
        var suppression = new Suppression(table, policy, Published(table.Shape, published));
        suppression.Run();
        return suppression.Audited();
    }

    /// <summary>Rounds every count to one of the two multiples beside it, to the nearer the oftener, so that the mean is the count; a multiple stays.</summary>
    /// <exception cref="ArgumentException">The policy is none, or asks a table of more than two dimensions to add up.</exception>
    public static ProtectedTable Round(CountTable table, RoundingPolicy policy)
    {
        policy.Check();
        if (policy.AddsUp && table.Dimensions.Count > 2)
            throw new ArgumentException("A table of three dimensions cannot always be rounded so that it adds up.", nameof(policy));
        var rounded = policy.AddsUp ? ControlledRounding.Of(table, policy) : CellRounding.Of(table, policy);
        return new ProtectedTable(table.Shape, [.. rounded.Select((value, cell) => new ProtectedCell(table.Shape.Names(cell), CellState.Rounded, value, null))], isSafe: true);
    }

    /// <summary>The cells of the tables that are published.</summary>
    private static bool[] Published(Shape shape, IReadOnlyList<IReadOnlyList<string>> tables)
    {
        var names = shape.Dimensions.Select(dimension => dimension.Name).ToList();
        if (tables.Count == 0 || tables.SelectMany(table => table).Any(name => !names.Contains(name)))
            throw new ArgumentException("Each published table is named by dimensions of the counts.", nameof(tables));
        var published = new bool[shape.Cells];
        for (var cell = 0; cell < published.Length; cell++)
            published[cell] = tables.Any(table => Enumerable.Range(0, names.Count).All(d => shape.IsTotal(cell, d) || table.Contains(names[d])));
        return published;
    }
}
