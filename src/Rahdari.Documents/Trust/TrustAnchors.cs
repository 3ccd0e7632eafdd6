namespace Rahdari.Documents.Trust;

/// <summary>
/// What documents are verified against: the certificates of country signing authorities, known signers of documents, and
/// revocation lists. Immutable, thread-safe; made once and used for every document.
/// </summary>
public sealed class TrustAnchors
{
    private const int LongestPath = 8;

    private readonly ILookup<string, SigningCertificate> byKey;
    private readonly ILookup<string, SigningCertificate> byName;
    private readonly SigningCertificate[] signers;
    private readonly Dictionary<string, RevocationList> revocations = new(StringComparer.Ordinal);

    /// <summary>Takes certificates that were vouched for already, by a verified list or by hand.</summary>
    /// <param name="authorities">The authorities, links among them.</param>
    /// <param name="signers">Signers of documents, for documents that do not carry their signer's certificate; each is verified when it is used.</param>
    /// <param name="revocations">Revocation lists; one that no authority here signed is left out, of several by one authority the latest counts.</param>
    public TrustAnchors(IEnumerable<SigningCertificate> authorities, IEnumerable<SigningCertificate>? signers = null, IEnumerable<RevocationList>? revocations = null)
    {
        SigningCertificate[] all = [.. authorities];
        byKey = all.Where(a => a.SubjectKeyIdentifier is not null).ToLookup(a => a.SubjectKeyIdentifier!);
        byName = all.ToLookup(a => a.Subject);
        this.signers = [.. signers ?? []];
        foreach (var list in (revocations ?? []).OrderBy(list => list.ThisUpdate))
        {
            foreach (var authority in byName[list.Issuer].Where(authority => list.VerifyBy(authority) == SignatureOutcome.Valid))
                this.revocations[authority.KeyFingerprint] = list;
        }
    }

    /// <summary>The latest list that the authority's key signed; null where there is none.</summary>
    internal RevocationList? RevocationsOf(SigningCertificate authority) => revocations.GetValueOrDefault(authority.KeyFingerprint);

    /// <summary>A signer by the name that a signature gives it.</summary>
    internal SigningCertificate? Signer((string? KeyIdentifier, string? Issuer, string? SerialNumber) name, IEnumerable<SigningCertificate> carried) =>
        carried.Concat(signers).FirstOrDefault(c => name.KeyIdentifier is { } key ? c.SubjectKeyIdentifier == key : c.SerialNumber == name.SerialNumber && c.Issuer == name.Issuer);

    /// <summary>The signers that a visible digital seal can mean: two letters of the State and the signer's common name, and the serial number without leading zeros (Doc 9303-13 §2.3).</summary>
    internal IEnumerable<SigningCertificate> SealSigners(string name, string serialNumber) =>
        signers.Where(c => c.SerialNumber.TrimStart('0') == serialNumber && string.Equals(c.Country + c.CommonName, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The authority whose key signed the certificate, itself an anchor or certified by one through the links that came with the
    /// document; otherwise how the best attempt ended, null where nobody of the issuer's name is known.
    /// </summary>
    internal (SigningCertificate? Authority, SignatureOutcome? Outcome) AuthorityOf(SigningCertificate certificate, IReadOnlyList<SigningCertificate> carried, int longest = LongestPath)
    {
        SignatureOutcome? worst = null;
        foreach (var authority in Issuers(certificate, byKey, byName))
        {
            var outcome = certificate.VerifyBy(authority);
            if (outcome == SignatureOutcome.Valid)
                return (authority, outcome);
            worst = worst == SignatureOutcome.Unsupported ? worst : outcome;
        }
        if (longest > 1)
        {
            foreach (var link in carried.Where(link => link.IsAuthority && link != certificate && link.Subject == certificate.Issuer && certificate.VerifyBy(link) == SignatureOutcome.Valid))
            {
                if (AuthorityOf(link, carried, longest - 1).Authority is not null)
                    return (link, SignatureOutcome.Valid);
            }
        }
        return (null, worst);
    }

    /// <summary>By the key's identifier first; by name for those that give none, or one that was computed otherwise.</summary>
    private static IEnumerable<SigningCertificate> Issuers(SigningCertificate certificate, ILookup<string, SigningCertificate> byKey, ILookup<string, SigningCertificate> byName) =>
        (certificate.AuthorityKeyIdentifier is { } key ? byKey[key] : []).Concat(byName[certificate.Issuer]).DistinctBy(authority => authority.KeyFingerprint);
}
