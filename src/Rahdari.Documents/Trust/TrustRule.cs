using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>What can be wrong with lists of certificates, and with what is imported beside them.</summary>
public static class TrustRule
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule ListUnreadable = new("TRUST_LIST_UNREADABLE", Severity.Serious, "RFC 5652 §5; Doc 9303-12 §9", "reason");
    public static readonly FindingRule ListTooLarge = new("TRUST_LIST_TOO_LARGE", Severity.Serious, "bound of this library", "bytes", "largest");
    public static readonly FindingRule ListContent = new("TRUST_LIST_CONTENT_TYPE", Severity.Serious, "Doc 9303-12 §9 (id-icao-cscaMasterList)", "found");
    public static readonly FindingRule ListSignature = new("TRUST_LIST_SIGNATURE", Severity.Critical, "RFC 5652 §5.6");
    public static readonly FindingRule ListSigner = new("TRUST_LIST_SIGNER_UNTRUSTED", Severity.Critical, "Doc 9303-12 §9", "signer");
    public static readonly FindingRule ListSignerPurpose = new("TRUST_LIST_SIGNER_PURPOSE", Severity.Serious, "Doc 9303-12 §7.1.2 (id-icao-cscaMasterListSigningKey)", "signer");
    public static readonly FindingRule ListSignerValidity = new("TRUST_LIST_SIGNER_VALIDITY", Severity.Serious, "RFC 5280 §4.1.2.5", "signer", "signed", "from", "until");
    public static readonly FindingRule CertificateUnreadable = new("TRUST_CERTIFICATE_UNREADABLE", Severity.Serious, "RFC 5280 §4.1", "place");
    public static readonly FindingRule CertificateSignature = new("TRUST_CERTIFICATE_SIGNATURE", Severity.Critical, "Doc 9303-12 §7.1.1", "subject", "fingerprint");
    public static readonly FindingRule CertificateAlgorithm = new("TRUST_CERTIFICATE_ALGORITHM", Severity.Serious, "Doc 9303-12 §4.4", "subject", "fingerprint", "algorithm");
    public static readonly FindingRule CertificateIssuerAbsent = new("TRUST_CERTIFICATE_ISSUER_ABSENT", Severity.Information, "Doc 9303-12 §7.1.1 (link certificates)", "subject", "fingerprint", "issuer");
    public static readonly FindingRule ListRootAbsent = new("TRUST_LIST_ROOT_ABSENT", Severity.Serious, "Doc 9303-12 §9", "signer", "issuer");
    public static readonly FindingRule LdifLine = new("TRUST_LDIF_LINE", Severity.Warning, "RFC 2849", "line");
    public static readonly FindingRule LdifChange = new("TRUST_LDIF_CHANGE", Severity.Warning, "RFC 2849: content, not changes, is taken", "line", "change");
    public static readonly FindingRule SignerUnreadable = new("TRUST_SIGNER_UNREADABLE", Severity.Warning, "RFC 5280 §4.1", "line");
    public static readonly FindingRule SignerIssuerUnknown = new("TRUST_SIGNER_ISSUER_UNKNOWN", Severity.Warning, "Doc 9303-12 §7.1", "subject", "fingerprint", "issuer");
    public static readonly FindingRule RevocationUnreadable = new("TRUST_REVOCATION_LIST_UNREADABLE", Severity.Warning, "RFC 5280 §5.1", "line");
    public static readonly FindingRule RevocationIssuerUnknown = new("TRUST_REVOCATION_LIST_ISSUER_UNKNOWN", Severity.Warning, "Doc 9303-12 §7.1.4", "issuer");
    public static readonly FindingRule RevocationSignature = new("TRUST_REVOCATION_LIST_SIGNATURE", Severity.Critical, "Doc 9303-12 §7.1.4", "issuer");
    public static readonly FindingRule RevocationAlgorithm = new("TRUST_REVOCATION_LIST_ALGORITHM", Severity.Serious, "Doc 9303-12 §4.4", "issuer", "algorithm");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        ListUnreadable, ListTooLarge, ListContent, ListSignature, ListSigner, ListSignerPurpose, ListSignerValidity,
        CertificateUnreadable, CertificateSignature, CertificateAlgorithm, CertificateIssuerAbsent, ListRootAbsent, LdifLine, LdifChange,
        SignerUnreadable, SignerIssuerUnknown, RevocationUnreadable, RevocationIssuerUnknown, RevocationSignature, RevocationAlgorithm,
    ];
}
