namespace Rahdari.Border.Storage;

/// <summary>How far a destination has confirmed a node's ledger: everything up to the sequence is committed there.</summary>
internal sealed class LedgerReceipt
{
    public required string Node { get; init; }

    public required string Destination { get; init; }

    public required long Sequence { get; set; }
}
