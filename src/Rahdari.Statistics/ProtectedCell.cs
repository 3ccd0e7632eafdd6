namespace Rahdari.Statistics;

/// <summary>A cell as it is published.</summary>
/// <param name="Cell">Its category, or the total, for each dimension.</param>
/// <param name="State">What became of it.</param>
/// <param name="Value">What is published: the count, or the rounded one; null where it is hidden.</param>
/// <param name="Possible">Of a hidden cell, what remains possible; null for others.</param>
public sealed record ProtectedCell(IReadOnlyList<string> Cell, CellState State, long? Value, FeasibleRange? Possible);
