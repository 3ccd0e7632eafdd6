namespace Rahdari.Border.Storage;

/// <summary>
/// That a key was used: its primary key keeps a crossing from being recorded twice, whichever month it fell into. A table of its own, for a partitioned
/// table can hold nothing unique but by its partitions.
/// </summary>
internal sealed class CrossingKeyRow
{
    public required string Node { get; init; }

    /// <summary>The client's key; for an imported crossing its source, a blank and the legacy record's own key: no client's key holds a blank.</summary>
    public required string IdempotencyKey { get; init; }

    public required Guid CrossingId { get; init; }
}
