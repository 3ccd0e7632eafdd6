using Rahdari.Documents.Trust;

namespace Rahdari.Border.Storage;

/// <summary>A country signing certificate.</summary>
internal sealed class TrustedCertificateRow : TrustedRow
{
    /// <summary>SHA-256 of the public key: a link and the self-signed certificate after it carry the same.</summary>
    public required string KeyFingerprint { get; init; }

    public required string KeyAlgorithm { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required CertificateStanding Standing { get; init; }
}
