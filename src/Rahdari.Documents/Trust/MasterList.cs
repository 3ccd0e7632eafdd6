namespace Rahdari.Documents.Trust;

/// <summary>A list of the certificates of country signing authorities, signed by one of them (Doc 9303-12 §9). Immutable.</summary>
public sealed record MasterList
{
    /// <summary>The version of the structure: 0.</summary>
    public required int Version { get; init; }

    /// <summary>When it was signed, where it says so; UTC.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>Who signed it.</summary>
    public required SigningCertificate Signer { get; init; }

    /// <summary>In the order of the list.</summary>
    public required IReadOnlyList<SigningCertificate> Certificates { get; init; }

    /// <summary>True where the signature is the signer's over this very content.</summary>
    public required bool SignatureHolds { get; init; }
}
