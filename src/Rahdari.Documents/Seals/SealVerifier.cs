using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>Holds a seal against the signers and authorities that are trusted. Pure and thread-safe.</summary>
public static class SealVerifier
{
    /// <summary>Days that a seal may be signed before the document's date of issue: printing ahead.</summary>
    private const int MostDaysAhead = 90;

    /// <summary>Everything wrong with signer, signature and dates; none where all is in order.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="anchors">The signers of seals among the known signers, and the authorities that certified them.</param>
    /// <param name="now">The instant of verification.</param>
    public static IReadOnlyList<Finding> Verify(Seal seal, TrustAnchors anchors, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var findings = new List<Finding>();
        if (seal.SignedOn is { } signed && signed > today)
            findings.Add(SealRules.SignedAfterToday.Found(null, $"{signed:O}"));
        if (seal is { SignedOn: { } early, IssuedOn: { } issued } && issued.DayNumber - early.DayNumber > MostDaysAhead)
            findings.Add(SealRules.SignedBeforeIssue.Found(null, $"{early:O}", $"{issued:O}"));
        var named = anchors.Signers(seal.SignerName).ToArray();
        if (named.Length == 0)
        {
            findings.Add(SealRules.SignerUnknown.Found(null, seal.Signer, seal.CertificateReference));
            return findings;
        }
        if (named.FirstOrDefault(signer => IsSigned(seal, signer)) is not { } by)
        {
            findings.Add(SealRules.Signature.Found(null, seal.Signer, seal.CertificateReference));
            return findings;
        }
        findings.AddRange(SealTrust.Of(by, seal.IssuingState, seal.SignedOn ?? today, anchors));
        return findings;
    }

    /// <summary>The hash has the length of the key, and the signature twice that (Doc 9303-13 §2.5 with Doc 9303-12 §4.4.1).</summary>
    private static bool IsSigned(Seal seal, SigningCertificate signer) =>
        SignatureAlgorithm.Plain(null, seal.Signature.Length).Verify(signer.Key, seal.SignedBytes.Span, seal.Signature.Span) == SignatureOutcome.Valid;
}
