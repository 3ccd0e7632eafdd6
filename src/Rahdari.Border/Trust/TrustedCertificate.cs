using Rahdari.Documents.Trust;

namespace Rahdari.Border.Trust;

/// <summary>A country signing certificate in force, as shown.</summary>
/// <param name="Publisher">The State on whose list it stands.</param>
/// <param name="Country">The State that it belongs to; two letters.</param>
/// <param name="Subject">The subject's distinguished name.</param>
/// <param name="Fingerprint">SHA-256 of the encoding, hexadecimal.</param>
/// <param name="NotBefore">Valid from; UTC.</param>
/// <param name="NotAfter">Valid until; UTC.</param>
/// <param name="KeyAlgorithm">The key.</param>
/// <param name="SignatureAlgorithm">The algorithm of the signature on it.</param>
/// <param name="Standing">What vouches for it beside the list.</param>
/// <param name="IsSuperseded">True where a later certificate of the State, with another key, is in force: it signs no new document.</param>
public sealed record TrustedCertificate(
    string Publisher,
    string Country,
    string Subject,
    string Fingerprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string KeyAlgorithm,
    string SignatureAlgorithm,
    CertificateStanding Standing,
    bool IsSuperseded);
