namespace Rahdari.Casework.Storage;

/// <summary>Where a change of a record of the strategy stands in the ledger.</summary>
internal sealed class StrategyChangeRow
{
    public required Guid SubjectId { get; init; }

    /// <summary>1, 2, 3 … of the record.</summary>
    public required int Version { get; init; }

    /// <summary>The id of the fact.</summary>
    public required Guid Id { get; init; }
}
