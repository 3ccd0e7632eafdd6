namespace Rahdari.Statistics;

/// <summary>A table that can be published. Immutable and thread-safe.</summary>
public sealed class ProtectedTable
{
    private readonly Shape shape;
    private readonly ProtectedCell[] cells;

    internal ProtectedTable(Shape shape, ProtectedCell[] cells, bool isSafe) => (this.shape, this.cells, IsSafe) = (shape, cells, isSafe);

    /// <summary>What the counts are broken down by.</summary>
    public IReadOnlyList<Dimension> Dimensions => shape.Dimensions;

    /// <summary>Every cell, totals and all.</summary>
    public IReadOnlyList<ProtectedCell> Cells => cells;

    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public ProtectedCell this[params ReadOnlySpan<string> cell] => cells[shape.Of(cell)];

    /// <summary>What the audit says: every hidden cell remains possible as widely as the policy asks.</summary>
    public bool IsSafe { get; }

    /// <summary>How many cells are hidden.</summary>
    public int Hidden => cells.Count(cell => cell.State is CellState.Primary or CellState.Complementary);
}
