using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Verifies a master list to a root, and every certificate in it. Thread-safe.</summary>
public static class MasterListVerifier
{
    /// <summary>
    /// Verifies the list's signature, that its signer was certified by the root for signing lists and valid when it signed
    /// (Doc 9303-12 §9), and the signature on each certificate by its own key or a link's.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="root">The signing authority of the State that published the list, obtained apart from it.</param>
    public static MasterListVerification Verify(MasterList list, SigningCertificate root) => VerifyTo(list, root);

    /// <summary>The same, to the authority among those trusted already that certified the list's signer.</summary>
    public static MasterListVerification Verify(MasterList list, TrustAnchors anchors) => VerifyTo(list, anchors.AuthorityOf(list.Signer));

    private static MasterListVerification VerifyTo(MasterList list, SigningCertificate? root)
    {
        var findings = new List<Finding>();
        if (!list.SignatureHolds)
            findings.Add(TrustRule.ListSignature.Found(null));
        if (root is null)
            findings.Add(TrustRule.ListRootAbsent.Found(null, list.Signer.Subject, list.Signer.Issuer));
        else if (list.Signer.VerifyBy(root) != SignatureOutcome.Valid)
            findings.Add(TrustRule.ListSigner.Found(null, list.Signer.Subject));
        if (!list.Signer.MaySignLists)
            findings.Add(TrustRule.ListSignerPurpose.Found(null, list.Signer.Subject));
        if (list.SignedAt is { } signed && (signed < list.Signer.NotBefore || signed > list.Signer.NotAfter))
            findings.Add(TrustRule.ListSignerValidity.Found(null, list.Signer.Subject, Day(signed), Day(list.Signer.NotBefore), Day(list.Signer.NotAfter)));

        var issuers = new Issuers(list.Certificates);
        var standings = list.Certificates.AsParallel().AsOrdered().Select(c => (Certificate: c, Standing: issuers.StandingOf(c))).ToArray();
        foreach (var (certificate, standing) in standings)
        {
            var finding = standing switch
            {
                CertificateStanding.IssuerAbsent => TrustRule.CertificateIssuerAbsent.Found(null, certificate.Subject, certificate.Fingerprint, certificate.Issuer),
                CertificateStanding.Invalid => TrustRule.CertificateSignature.Found(null, certificate.Subject, certificate.Fingerprint),
                CertificateStanding.Unsupported => TrustRule.CertificateAlgorithm.Found(null, certificate.Subject, certificate.Fingerprint, $"{certificate.KeyAlgorithm}, {certificate.SignatureAlgorithm}"),
                _ => null,
            };
            if (finding is not null)
                findings.Add(finding);
        }
        return new MasterListVerification(root, standings, findings);
    }

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The keys of a list, by what a certificate may name of its issuer.</summary>
    private sealed class Issuers(IReadOnlyList<SigningCertificate> certificates)
    {
        private readonly ILookup<string, SigningCertificate> byKey = certificates.Where(c => c.SubjectKeyIdentifier is not null).ToLookup(c => c.SubjectKeyIdentifier!);
        private readonly ILookup<string, SigningCertificate> byName = certificates.ToLookup(c => c.Subject);

        public CertificateStanding StandingOf(SigningCertificate certificate)
        {
            var own = certificate.IsSelfIssued ? certificate.VerifyBy(certificate) : SignatureOutcome.Invalid;
            if (own == SignatureOutcome.Valid)
                return CertificateStanding.SelfSigned;
            // By the key's identifier first; by name for those that give none, or one that was computed otherwise.
            var named = certificate.AuthorityKeyIdentifier is { } key ? byKey[key].ToArray() : [];
            var isUnsupported = own == SignatureOutcome.Unsupported;
            foreach (var issuer in named.Concat(byName[certificate.Issuer]).Where(i => i != certificate).DistinctBy(i => i.KeyFingerprint))
            {
                var outcome = certificate.VerifyBy(issuer);
                if (outcome == SignatureOutcome.Valid)
                    return CertificateStanding.Linked;
                isUnsupported |= outcome == SignatureOutcome.Unsupported;
            }
            if (isUnsupported)
                return CertificateStanding.Unsupported;
            var claimsOwnKey = certificate.IsSelfIssued && (certificate.AuthorityKeyIdentifier is null || certificate.AuthorityKeyIdentifier == certificate.SubjectKeyIdentifier);
            return claimsOwnKey || named.Length > 0 ? CertificateStanding.Invalid : CertificateStanding.IssuerAbsent;
        }
    }
}
