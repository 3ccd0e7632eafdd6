namespace Rahdari.Statistics;

/// <summary>What may be published, and how hidden the rest has to be.</summary>
public sealed record DisclosurePolicy
{
    /// <summary>Counts below this are hidden; at least 2, usually 3 to 10.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>True where zeros are shown. Then everybody knows that what is hidden is at least one, which is reckoned with.</summary>
    public bool ShowsZeros { get; init; } = true;

    /// <summary>How many counts, less one, each hidden cell has to remain possible between, at least: the greatest possible less the least. As much as <see cref="Threshold"/> where nothing is said.</summary>
    public int? Width { get; init; }

    internal int Needed => Width ?? Threshold;

    internal long Least => ShowsZeros ? 1 : 0;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threshold, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Needed, 1);
    }
}
