using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>Holds a seal for non-constrained environments against the authorities that are trusted. Pure and thread-safe.</summary>
public static class NcSealVerifier
{
    /// <summary>Everything wrong with signer and signature; none where all is in order.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="anchors">The authorities.</param>
    /// <param name="now">The instant of verification: such a seal does not say when it was signed, so its signer must be valid now.</param>
    public static IReadOnlyList<Finding> Verify(NcSeal seal, TrustAnchors anchors, DateTimeOffset now)
    {
        if (SignatureAlgorithm.OfJson(seal.Algorithm, plain: true) is not { } plain || SignatureAlgorithm.OfJson(seal.Algorithm, plain: false) is not { } encoded)
            return [SealRules.AlgorithmUnknown.Found(null, seal.Algorithm)];
        if (!new[] { plain, encoded }.Any(form => form.Verify(seal.Signer.Key, seal.SignedBytes.Span, seal.Signature.Span) == SignatureOutcome.Valid))
            return [SealRules.Signature.Found(null, seal.Signer.Subject, seal.Signer.SerialNumber)];
        return [.. SealTrust.Of(seal.Signer, seal.IssuingState, DateOnly.FromDateTime(now.UtcDateTime), anchors)];
    }
}
