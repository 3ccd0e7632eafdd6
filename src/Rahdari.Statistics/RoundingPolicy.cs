namespace Rahdari.Statistics;

/// <summary>How counts are rounded.</summary>
/// <param name="Base">To multiples of this: usually 3 or 5.</param>
/// <param name="Key">A secret of at least 16 bytes, kept as long as anything of the same data is published: the same count of the same cell is always rounded the same way, so that nobody finds it by asking often.</param>
public sealed record RoundingPolicy(int Base, ReadOnlyMemory<byte> Key)
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int ShortestKey = 16;

    /// <summary>
    /// True where the rounded counts add up to the rounded totals (one or two dimensions only; the same table is always rounded the same way). False where every cell is rounded by itself, the same way in whatever table it
    /// stands, and totals may differ from their sums.
    /// </summary>
    public bool AddsUp { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Base, 2);
        if (Key.Length < ShortestKey)
            throw new ArgumentException("A key has 16 bytes or more.", nameof(Key));
    }
}
