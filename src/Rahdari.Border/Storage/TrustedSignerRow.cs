namespace Rahdari.Border.Storage;

/// <summary>A signer of documents or seals, found by what a signature names of it.</summary>
internal sealed class TrustedSignerRow : TrustedRow
{
    public required string? KeyIdentifier { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Without leading zeros.</summary>
    public required string SerialNumber { get; init; }
}
