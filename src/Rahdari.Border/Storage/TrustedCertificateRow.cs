using Rahdari.Documents.Trust;

namespace Rahdari.Border.Storage;

/// <summary>A country signing certificate as stored, from the version that brought it until the one that no longer had it.</summary>
internal sealed class TrustedCertificateRow
{
    public required Guid Id { get; init; }

    public required string Publisher { get; init; }

    public required string Fingerprint { get; init; }

    public required string Country { get; init; }

    public required string Subject { get; init; }

    /// <summary>SHA-256 of the public key: a link and the self-signed certificate after it carry the same.</summary>
    public required string KeyFingerprint { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required string KeyAlgorithm { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required CertificateStanding Standing { get; init; }

    public required byte[] Encoded { get; init; }

    public required int FromVersion { get; init; }

    public int? UntilVersion { get; set; }
}
