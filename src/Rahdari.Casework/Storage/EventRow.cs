namespace Rahdari.Casework.Storage;

/// <summary>Where a signed event stands in what it is about: a case, a referral, a piece of evidence, a record of the strategy.</summary>
internal sealed class EventRow
{
    /// <summary>What it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>1, 2, 3 … of that.</summary>
    public required int Number { get; init; }

    /// <summary>Of the event, and of its record in the ledger.</summary>
    public required Guid Id { get; init; }
}
