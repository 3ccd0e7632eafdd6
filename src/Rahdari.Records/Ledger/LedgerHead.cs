namespace Rahdari.Records.Ledger;

/// <summary>Where a node's chain ends: written with every append, so that an end cut off is seen.</summary>
internal sealed class LedgerHead
{
    public required string Node { get; init; }

    public required long Sequence { get; set; }

    public required byte[] Hash { get; set; }
}
