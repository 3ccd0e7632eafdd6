namespace Rahdari.Statistics;

/// <summary>
/// A table of one or two dimensions as a network: a node for each sum that has to be true, a cell an arc between the two sums in which it stands. What a hidden cell can be is then a greatest flow, which is whole
/// where the counts are whole: the answer is exact. Not thread-safe.
/// </summary>
internal sealed class Network
{
    private readonly Shape shape;

    public Network(Shape shape)
    {
        this.shape = shape;
        Nodes = shape.Sizes.Length == 1 ? 2 : shape.Sizes[0] + shape.Sizes[1];
    }

    public int Nodes { get; }

    /// <summary>From which node to which a cell goes.</summary>
    public (int From, int To) Arc(int cell)
    {
        if (shape.Sizes.Length == 1)
            return shape.IsTotal(cell, 0) ? (1, 0) : (0, 1);
        // The sum down a column, and the sum along a row; signs so chosen that every cell is taken from one and given to the other.
        var (column, row) = (shape.Category(cell, 1), shape.Sizes[1] + shape.Category(cell, 0));
        return shape.IsTotal(cell, 0) == shape.IsTotal(cell, 1) ? (column, row) : (row, column);
    }

    /// <summary>How far a cell can go up, null where there is no end, and down.</summary>
    /// <param name="cell">The cell, one of those that move.</param>
    /// <param name="moving">The cells that move.</param>
    /// <param name="room">How far each cell can go down.</param>
    /// <param name="enough">Where to stop, for each way.</param>
    public (long? Up, long Down) Reach(int cell, IReadOnlyList<int> moving, Func<int, long> room, long enough)
    {
        var (from, to) = Arc(cell);
        var up = Flow(to, from, cell, moving, room, enough);
        var down = Flow(from, to, cell, moving, room, enough) is { } flow ? Math.Min(flow, room(cell)) : room(cell);
        return (up, down);
    }

    /// <summary>The greatest flow between two nodes through all cells but one; null where there is no end.</summary>
    private long? Flow(int source, int sink, int without, IReadOnlyList<int> moving, Func<int, long> room, long enough)
    {
        var arcs = new List<(int To, int Back, bool IsEndless)>[Nodes];
        var left = new List<long>[Nodes];
        for (var node = 0; node < Nodes; node++)
            (arcs[node], left[node]) = ([], []);
        foreach (var cell in moving)
        {
            if (cell == without)
                continue;
            var (from, to) = Arc(cell);
            arcs[from].Add((to, arcs[to].Count, true));
            left[from].Add(0);
            arcs[to].Add((from, arcs[from].Count - 1, false));
            left[to].Add(room(cell));
        }
        var total = 0L;
        while (total < enough)
        {
            // The shortest way first (Edmonds and Karp), so that there are few.
            var came = new (int Node, int Arc)[Nodes];
            Array.Fill(came, (-1, -1));
            came[source] = (source, -1);
            var queue = new Queue<int>([source]);
            while (came[sink].Node < 0 && queue.TryDequeue(out var node))
            {
                for (var i = 0; i < arcs[node].Count; i++)
                {
                    var (to, _, isEndless) = arcs[node][i];
                    if (came[to].Node >= 0 || (!isEndless && left[node][i] == 0))
                        continue;
                    came[to] = (node, i);
                    queue.Enqueue(to);
                }
            }
            if (came[sink].Node < 0)
                return total;
            long? narrowest = null;
            for (var at = sink; at != source; at = came[at].Node)
            {
                var (node, arc) = came[at];
                if (!arcs[node][arc].IsEndless)
                    narrowest = Math.Min(narrowest ?? long.MaxValue, left[node][arc]);
            }
            if (narrowest is not { } pushed)
                return null;
            for (var at = sink; at != source; at = came[at].Node)
            {
                var (node, arc) = came[at];
                var (to, back, _) = arcs[node][arc];
                left[node][arc] -= pushed;
                left[to][back] += pushed;
            }
            total += pushed;
        }
        return total;
    }
}
