using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>What passive authentication can find (Doc 9303-11 §5.1, 9303-12).</summary>
public static class PassiveRule
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule SecurityAbsent = new("CHIP_SECURITY_OBJECT_ABSENT", Severity.Critical, "Doc 9303-10 §4.6.2");
    public static readonly FindingRule SecurityUnreadable = new("CHIP_SECURITY_OBJECT_UNREADABLE", Severity.Critical, "Doc 9303-10 §4.6.2; RFC 5652 §5", "part");
    public static readonly FindingRule SecurityVersion = new("CHIP_SECURITY_OBJECT_VERSION", Severity.Warning, "Doc 9303-10 §4.6.2.2", "version");
    public static readonly FindingRule LdsVersionDiffers = new("CHIP_LDS_VERSION_DIFFERS", Severity.Serious, "Doc 9303-10 §4.6.2.2", "listed", "signed");
    public static readonly FindingRule GroupAltered = new("CHIP_DATA_GROUP_ALTERED", Severity.Critical, "Doc 9303-11 §5.1", "group");
    public static readonly FindingRule SecurityOfAnother = new("CHIP_SECURITY_OBJECT_OF_OTHER_DATA", Severity.Critical, "Doc 9303-11 §5.1", "groups");
    public static readonly FindingRule GroupUnsigned = new("CHIP_DATA_GROUP_UNSIGNED", Severity.Critical, "Doc 9303-11 §5.1", "group");
    public static readonly FindingRule GroupAbsent = new("CHIP_DATA_GROUP_ABSENT", Severity.Serious, "Doc 9303-10 §4.6.2.2", "group");
    public static readonly FindingRule ListDiffers = new("CHIP_LIST_DIFFERS", Severity.Serious, "Doc 9303-10 §4.6.1, §4.6.2.2", "listed", "signed");
    public static readonly FindingRule ContentDigest = new("CHIP_SIGNED_DIGEST_WRONG", Severity.Critical, "RFC 5652 §5.4");
    public static readonly FindingRule SignatureWrong = new("CHIP_SIGNATURE_WRONG", Severity.Critical, "RFC 5652 §5.6", "signer");
    public static readonly FindingRule SignatureUnchecked = new("CHIP_SIGNATURE_UNCHECKED", Severity.Serious, "Doc 9303-12 §4.4", "algorithm");
    public static readonly FindingRule SignerAbsent = new("CHIP_SIGNER_ABSENT", Severity.Serious, "Doc 9303-12 §7.1.2");
    public static readonly FindingRule SignerUnknown = new("CHIP_SIGNER_UNKNOWN", Severity.Serious, "Doc 9303-11 §5.1", "signer", "issuer");
    public static readonly FindingRule SignerForged = new("CHIP_SIGNER_FORGED", Severity.Critical, "Doc 9303-11 §5.1", "signer", "issuer");
    public static readonly FindingRule SignerUnchecked = new("CHIP_SIGNER_UNCHECKED", Severity.Serious, "Doc 9303-12 §4.4", "signer", "algorithm");
    public static readonly FindingRule SignerExpired = new("CHIP_SIGNER_NOT_VALID", Severity.Serious, "Doc 9303-12 §5: the signer is valid as long as its documents", "signer", "from", "until");
    public static readonly FindingRule SignedOutside = new("CHIP_SIGNED_OUTSIDE_KEY_USE", Severity.Critical, "Doc 9303-12 §7.1.1 (private key usage period)", "signed", "from", "until");
    public static readonly FindingRule SignerRevoked = new("CHIP_SIGNER_REVOKED", Severity.Critical, "Doc 9303-12 §7.1.4", "signer", "revoked");
    public static readonly FindingRule RevocationStale = new("CHIP_REVOCATION_LIST_STALE", Severity.Information, "Doc 9303-12 §7.1.4", "issuer", "next");
    public static readonly FindingRule RevocationUnknown = new("CHIP_REVOCATION_NOT_KNOWN", Severity.Information, "Doc 9303-12 §7.1.4", "issuer");
    public static readonly FindingRule AuthorityExpired = new("CHIP_AUTHORITY_NOT_VALID", Severity.Warning, "Doc 9303-12 §5", "authority", "from", "until");
    public static readonly FindingRule SignerPurpose = new("CHIP_SIGNER_PURPOSE", Severity.Serious, "Doc 9303-12 §7.1.1 (key usage)", "signer");
    public static readonly FindingRule SignerDocumentType = new("CHIP_SIGNER_DOCUMENT_TYPE", Severity.Serious, "Doc 9303-12 §7.1.1.6", "code", "types");
    public static readonly FindingRule SignerCountry = new("CHIP_SIGNER_COUNTRY", Severity.Critical, "Doc 9303-12 §7.1.1: issuer and subject are of one State", "signer", "authority");
    public static readonly FindingRule IssuerCountry = new("CHIP_SIGNED_BY_OTHER_STATE", Severity.Critical, "Doc 9303-11 §5.1", "state", "signer");
    public static readonly FindingRule AlgorithmWeak = new("CHIP_ALGORITHM_WEAK", Severity.Information, "Doc 9303-12 §4.4", "algorithm");
    public static readonly FindingRule CardSecurityUntrusted = new("CHIP_CARD_SECURITY_UNTRUSTED", Severity.Critical, "Doc 9303-11 §9.2.12");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        SecurityAbsent, SecurityUnreadable, SecurityVersion, LdsVersionDiffers, GroupAltered, SecurityOfAnother, GroupUnsigned, GroupAbsent, ListDiffers, ContentDigest,
        SignatureWrong, SignatureUnchecked, SignerAbsent, SignerUnknown, SignerForged, SignerUnchecked, SignerExpired, SignedOutside, SignerRevoked, RevocationStale,
        RevocationUnknown, AuthorityExpired, SignerPurpose, SignerDocumentType, SignerCountry, IssuerCountry, AlgorithmWeak, CardSecurityUntrusted,
    ];
}
