using System.Collections.Concurrent;

namespace Rahdari.Documents.Trust;

/// <summary>
/// What documents are verified against: the certificates of country signing authorities, known signers of documents, and
/// revocation lists. Immutable, thread-safe; made once and used for every document.
/// </summary>
public sealed class TrustAnchors
{
    private const int LongestPath = 8;
    private const int MostRemembered = 10_000;

    private readonly ILookup<string, SigningCertificate> byKey;
    private readonly ILookup<string, SigningCertificate> byName;
    private readonly SigningCertificate[] signers;
    private readonly Dictionary<string, RevocationList> revocations;

    // A signer signs a hundred thousand documents: whom an authority here certified is remembered, with the key as the platform took it in.
    private readonly ConcurrentDictionary<string, (SigningCertificate Signer, SigningCertificate Authority)> certified;

    /// <summary>Takes certificates that were vouched for already, by a verified list or by hand.</summary>
    /// <param name="authorities">The authorities, links among them.</param>
    /// <param name="signers">Signers of documents and seals, for those that do not carry their signer's certificate; each is verified when it is used.</param>
    /// <param name="revocations">Revocation lists; one that no authority here signed is left out, of several by one authority the latest counts.</param>
    public TrustAnchors(IEnumerable<SigningCertificate> authorities, IEnumerable<SigningCertificate>? signers = null, IEnumerable<RevocationList>? revocations = null)
    {
        SigningCertificate[] all = [.. authorities];
        byKey = all.Where(a => a.SubjectKeyIdentifier is not null).ToLookup(a => a.SubjectKeyIdentifier!);
        byName = all.ToLookup(a => a.Subject);
        this.signers = [.. signers ?? []];
        certified = new(StringComparer.Ordinal);
        this.revocations = new Dictionary<string, RevocationList>(StringComparer.Ordinal);
        foreach (var list in (revocations ?? []).OrderBy(list => list.ThisUpdate))
        {
            if (AuthorityOf(list).Authority is { } authority)
                this.revocations[authority.KeyFingerprint] = list;
        }
    }

    private TrustAnchors(TrustAnchors of, SigningCertificate[] signers) => (byKey, byName, revocations, certified, this.signers) = (of.byKey, of.byName, of.revocations, of.certified, signers);

    /// <summary>The same with other signers: there are tens of thousands, of which a document names one.</summary>
    public TrustAnchors With(IEnumerable<SigningCertificate> signers) => new(this, [.. signers]);

    /// <summary>The latest list that the authority's key signed; null where there is none.</summary>
    public RevocationList? RevocationsOf(SigningCertificate authority) => revocations.GetValueOrDefault(authority.KeyFingerprint);

    /// <summary>A signer by the name that a signature gives it.</summary>
    internal SigningCertificate? Signer(SignerName name, IEnumerable<SigningCertificate> carried) =>
        carried.Concat(signers).FirstOrDefault(name.Names) is { } found ? certified.TryGetValue(found.Fingerprint, out var known) ? known.Signer : found : null;

    /// <summary>All whom a name can mean: a seal's is short.</summary>
    public IEnumerable<SigningCertificate> Signers(SignerName name) => signers.Where(name.Names);

    /// <summary>The authority whose key signed the list; otherwise how the best attempt ended, null where nobody of the issuer's name is known.</summary>
    internal (SigningCertificate? Authority, SignatureOutcome? Outcome) AuthorityOf(RevocationList list)
    {
        SignatureOutcome? worst = null;
        foreach (var authority in byName[list.Issuer].DistinctBy(authority => authority.KeyFingerprint))
        {
            var outcome = list.VerifyBy(authority);
            if (outcome == SignatureOutcome.Valid)
                return (authority, outcome);
            worst = worst == SignatureOutcome.Unsupported ? worst : outcome;
        }
        return (null, worst);
    }

    /// <summary>The authority that certified it; null where none of those trusted did.</summary>
    public SigningCertificate? AuthorityOf(SigningCertificate certificate) => AuthorityOf(certificate, []).Authority;

    /// <summary>
    /// The authority whose key signed the certificate, itself an anchor or certified by one through the links that came with the
    /// document; otherwise how the best attempt ended, null where nobody of the issuer's name is known.
    /// </summary>
    internal (SigningCertificate? Authority, SignatureOutcome? Outcome) AuthorityOf(SigningCertificate certificate, IReadOnlyList<SigningCertificate> carried, int longest = LongestPath)
    {
        if (certified.TryGetValue(certificate.Fingerprint, out var known))
            return (known.Authority, SignatureOutcome.Valid);
        SignatureOutcome? worst = null;
        foreach (var authority in Issuers(certificate, byKey, byName))
        {
            var outcome = certificate.VerifyBy(authority);
            if (outcome == SignatureOutcome.Valid)
            {
                if (certified.Count < MostRemembered)
                    certified.TryAdd(certificate.Fingerprint, (certificate, authority));
                return (authority, outcome);
            }
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
