namespace Rahdari.Records.Ledger;

/// <summary>
/// One signed record of a node's chain. The ledger is the outbox too: what headquarters has not yet given a receipt
/// for is everything above the receipt's sequence.
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the fact; unique.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the payload is, as the room that wrote it names it: <c>crossing</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The fact as JSON, byte for byte what was signed.</summary>
    public required string Payload { get; init; }

    /// <summary>The hash of the entry before; 32 zero bytes for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over previous hash, node, sequence, id, kind and payload.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>ECDSA P-256 over the hash, by the node's key (IEEE P1363, 64 bytes).</summary>
    public required byte[] Signature { get; init; }
}
