namespace Rahdari.Bench.Screening;

/// <summary>Values drawn in proportion to their weights.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] values;
    private readonly double[] upTo;

    public Weighted(IEnumerable<(T Value, double Weight)> weighted)
    {
        var all = weighted.ToArray();
        values = [.. all.Select(w => w.Value)];
        upTo = new double[all.Length];
        var sum = 0.0;
        for (var i = 0; i < all.Length; i++)
            upTo[i] = sum += all[i].Weight;
    }

    /// <summary>How many values there are.</summary>
    public int Count => values.Length;

    /// <summary>Every value with its share of the whole.</summary>
    public IEnumerable<(T Value, double Share)> Shares => values.Select((value, i) => (value, (upTo[i] - (i == 0 ? 0 : upTo[i - 1])) / upTo[^1]));

    /// <summary>Draws one.</summary>
    public T Draw(Dice dice)
    {
        var at = Array.BinarySearch(upTo, dice.Share() * upTo[^1]);
        return values[Math.Min(at < 0 ? ~at : at + 1, values.Length - 1)];
    }
}
