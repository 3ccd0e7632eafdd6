namespace Rahdari.Casework.Storage;

/// <summary>Where an event of a case stands in the ledger.</summary>
internal sealed class CaseEventRow
{
    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … in the case.</summary>
    public required int Number { get; init; }

    /// <summary>The id of the fact.</summary>
    public required Guid Id { get; init; }
}
