namespace Rahdari.Border.Storage;

/// <summary>A revocation list as stored; of several by one key the last counts.</summary>
internal sealed class RevocationListRow
{
    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required string Issuer { get; init; }

    /// <summary>SHA-256 of the key that signed it.</summary>
    public required string AuthorityKey { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset? NextUpdate { get; init; }

    public required int Revoked { get; init; }

    public required byte[] Encoded { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public required string ImportedBy { get; init; }

    public required bool IsInForce { get; set; }
}
