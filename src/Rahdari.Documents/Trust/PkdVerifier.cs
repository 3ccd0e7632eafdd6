using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Holds signers and revocation lists against the authorities that are trusted already. Pure and thread-safe.</summary>
public static class PkdVerifier
{
    /// <summary>Those that an authority signed; for the others a finding each.</summary>
    public static (IReadOnlyList<T> Verified, IReadOnlyList<Finding> Findings) Signers<T>(IReadOnlyCollection<T> signers, Func<T, SigningCertificate> of, TrustAnchors anchors)
    {
        var judged = signers.AsParallel().AsOrdered().Select(signer => (Signer: signer, Finding: Judge(of(signer), anchors))).ToArray();
        return ([.. judged.Where(j => j.Finding is null).Select(j => j.Signer)], [.. judged.Select(j => j.Finding).OfType<Finding>()]);
    }

    /// <summary>Those that an authority signed, each with that authority; for the others a finding each.</summary>
    public static (IReadOnlyList<(RevocationList List, SigningCertificate Authority)> Verified, IReadOnlyList<Finding> Findings) Revocations(IEnumerable<RevocationList> lists, TrustAnchors anchors)
    {
        var (verified, findings) = (new List<(RevocationList, SigningCertificate)>(), new List<Finding>());
        foreach (var list in lists)
        {
            var (authority, outcome) = anchors.AuthorityOf(list);
            if (authority is not null)
                verified.Add((list, authority));
            else
                findings.Add(outcome switch
                {
                    null => TrustRule.RevocationIssuerUnknown.Found(null, list.Issuer),
                    SignatureOutcome.Unsupported => TrustRule.RevocationAlgorithm.Found(null, list.Issuer, list.SignatureAlgorithm),
                    _ => TrustRule.RevocationSignature.Found(null, list.Issuer),
                });
        }
        return (verified, findings);
    }

    private static Finding? Judge(SigningCertificate signer, TrustAnchors anchors)
    {
        var (authority, outcome) = anchors.AuthorityOf(signer, []);
        if (authority is not null)
            return null;
        return outcome switch
        {
            null => TrustRule.SignerIssuerUnknown.Found(null, signer.Subject, signer.Fingerprint, signer.Issuer),
            SignatureOutcome.Unsupported => TrustRule.CertificateAlgorithm.Found(null, signer.Subject, signer.Fingerprint, $"{signer.KeyAlgorithm}, {signer.SignatureAlgorithm}"),
            _ => TrustRule.CertificateSignature.Found(null, signer.Subject, signer.Fingerprint),
        };
    }
}
