namespace Rahdari.Casework.Storage;

/// <summary>A contribution's words and their writer. They stand here alone and never in the ledger, which has their seal: so they can be erased, and nothing is left of them.</summary>
internal sealed class ContributionTextRow
{
    public required Guid ContributionId { get; init; }

    public required string Text { get; set; }

    public required string? Name { get; init; }

    public required string? Organisation { get; init; }

    /// <summary>SHA-256 of the receipt, in hexadecimal.</summary>
    public required string ReceiptHash { get; init; }

    /// <summary>128 random bits: without them nobody finds the words by trying. Others once words are taken out.</summary>
    public required byte[] Salt { get; set; }
}
