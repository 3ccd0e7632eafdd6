namespace Rahdari.Statistics;

/// <summary>
/// Chooses which cells to hide: the small ones, and for each of them that is not yet hidden well enough the cheapest cube (Repsilber's hypercube method) whose corners together keep it possible widely enough.
/// Not thread-safe.
/// </summary>
/// <remarks>
/// A cube keeps each of its corners as wide as the first, so whatever is hidden for another's sake is hidden well. There is always one: a cell and all its totals, for a grand total that is hidden has no end.
/// </remarks>
internal sealed class Suppression
{
    private readonly CountTable table;
    private readonly Shape shape;
    private readonly DisclosurePolicy policy;
    private readonly CellState[] states;
    private readonly Network? network;

    public Suppression(CountTable table, DisclosurePolicy policy, bool[] published)
    {
        (this.table, shape, this.policy) = (table, table.Shape, policy);
        network = shape.Sizes.Length <= 2 ? new Network(shape) : null;
        states = new CellState[shape.Cells];
        for (var cell = 0; cell < states.Length; cell++)
        {
            var isSmall = table.Values[cell] < policy.Threshold && (table.Values[cell] > 0 || !policy.ShowsZeros);
            states[cell] = !published[cell] ? CellState.Unpublished : isSmall ? CellState.Primary : CellState.Shown;
        }
    }

    /// <summary>Hides.</summary>
    public void Run()
    {
        // The greater first: what hides them often hides the smaller.
        foreach (var cell in Enumerable.Range(0, states.Length).Where(cell => states[cell] == CellState.Primary).OrderByDescending(cell => table.Values[cell]).ThenBy(cell => cell))
        {
            if (Possible(cell, enough: policy.Needed).IsAtLeast(policy.Needed))
                continue;
            var cheapest = default(Cube?);
            var least = double.PositiveInfinity;
            foreach (var cube in Cube.At(shape, cell, IsTakeable))
            {
                var cost = cube.Up.Sum(Cost) + cube.Down.Sum(Cost);
                if (cost < least && IsWide(cube))
                    (cheapest, least) = (cube, cost);
            }
            foreach (var corner in (int[])[.. cheapest!.Value.Up, .. cheapest.Value.Down])
            {
                if (states[corner] == CellState.Shown)
                    states[corner] = CellState.Complementary;
            }
        }
    }

    /// <summary>The table, with what remains possible of every hidden cell.</summary>
    public ProtectedTable Audited()
    {
        var cells = new ProtectedCell[states.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var isHidden = states[cell] is CellState.Primary or CellState.Complementary;
            cells[cell] = new ProtectedCell(shape.Names(cell), states[cell], states[cell] == CellState.Shown ? table.Values[cell] : null, isHidden ? Possible(cell) : null);
        }
        return new ProtectedTable(shape, cells, cells.All(cell => cell.Possible?.IsAtLeast(policy.Needed) ?? true));
    }

    /// <summary>What a reader can say of a hidden cell; looked for no further than is enough.</summary>
    private FeasibleRange Possible(int cell, long enough = long.MaxValue)
    {
        var value = table.Values[cell];
        if (network is not null)
        {
            var moving = Enumerable.Range(0, states.Length).Where(IsMoving).ToList();
            var (up, down) = network.Reach(cell, moving, Room, enough);
            return new FeasibleRange(value - down, value + up, IsExact: true);
        }
        // Of three dimensions and more, tables are found that tell the same and have another count there: what they have is possible for certain.
        return new FeasibleRange(value - (Walk(cell, goesUp: false) ?? 0), value + Walk(cell, goesUp: true), IsExact: false);
    }

    /// <summary>How far a cell goes by cubes, one after the other, the furthest first; null where there is no end.</summary>
    private long? Walk(int cell, bool goesUp)
    {
        var cubes = Cube.At(shape, cell, IsMoving).ToList();
        var changed = new Dictionary<int, long>();
        var gone = 0L;
        while (true)
        {
            var (furthest, best) = (0L, default(Cube));
            foreach (var cube in cubes)
            {
                if ((goesUp ? cube.Down : cube.Up) is not { Length: > 0 } falling)
                    return null;
                var step = falling.Min(corner => Room(corner) + changed.GetValueOrDefault(corner));
                if (step > furthest)
                    (furthest, best) = (step, cube);
            }
            if (furthest == 0)
                return gone;
            gone += furthest;
            foreach (var corner in best.Up)
                changed[corner] = changed.GetValueOrDefault(corner) + (goesUp ? furthest : -furthest);
            foreach (var corner in best.Down)
                changed[corner] = changed.GetValueOrDefault(corner) - (goesUp ? furthest : -furthest);
        }
    }

    private bool IsMoving(int cell) => states[cell] != CellState.Shown;

    /// <summary>What is shown may be hidden, but not a zero where everybody knows that zeros are shown.</summary>
    private bool IsTakeable(int cell) => Room(cell) >= 0;

    /// <summary>How far a cell can go down.</summary>
    private long Room(int cell) => table.Values[cell] - (states[cell] == CellState.Unpublished ? 0 : policy.Least);

    private bool IsWide(Cube cube) => cube.Down.Length == 0 || cube.Down.Min(Room) + cube.Up.Min(Room) >= policy.Needed;

    /// <summary>What it costs to hide a cell: what it tells, and a total more than any that is none.</summary>
    private double Cost(int cell) => states[cell] != CellState.Shown ? 0 : 1 + table.Values[cell] + ((double)shape.TotalsOf(cell) * (1 + table.Values[^1]));
}
