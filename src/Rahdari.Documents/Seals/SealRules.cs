using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Seals;

/// <summary>What can be wrong with a visible digital seal, and between it and the zone beside it.</summary>
public static class SealRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Unreadable = new("SEAL_UNREADABLE", Severity.Serious, "Doc 9303-13 §2", "position");
    public static readonly FindingRule Version = new("SEAL_VERSION_UNKNOWN", Severity.Warning, "Doc 9303-13 §2.3", "version");
    public static readonly FindingRule Date = new("SEAL_DATE_IMPOSSIBLE", Severity.Serious, "Doc 9303-13 §2.6.2", "date");
    public static readonly FindingRule ProfileUnknown = new("SEAL_PROFILE_UNKNOWN", Severity.Warning, "Doc 9303-13 §2.3", "reference");
    public static readonly FindingRule FeatureMissing = new("SEAL_FEATURE_MISSING", Severity.Serious, "the profile in seal-profiles.tsv", "feature");
    public static readonly FindingRule FeatureInvalid = new("SEAL_FEATURE_UNREADABLE", Severity.Serious, "Doc 9303-13 §2.6", "feature");
    public static readonly FindingRule SignerUnknown = new("SEAL_SIGNER_UNKNOWN", Severity.Serious, "Doc 9303-13 §2.3", "signer", "reference");
    public static readonly FindingRule SignerUntrusted = new("SEAL_SIGNER_NOT_CERTIFIED", Severity.Serious, "Doc 9303-12 §7.1", "signer", "issuer");
    public static readonly FindingRule SignerRevoked = new("SEAL_SIGNER_REVOKED", Severity.Critical, "Doc 9303-12 §7.1.4", "signer", "revoked");
    public static readonly FindingRule SignerState = new("SEAL_SIGNER_OF_ANOTHER_STATE", Severity.Critical, "Doc 9303-13 §2.3", "signer", "state");
    public static readonly FindingRule SignerValidity = new("SEAL_SIGNER_VALIDITY", Severity.Serious, "RFC 5280 §4.1.2.5", "signer", "signed", "from", "until");
    public static readonly FindingRule Signature = new("SEAL_SIGNATURE", Severity.Critical, "Doc 9303-13 §2.5", "signer", "reference");
    public static readonly FindingRule SignedAfterToday = new("SEAL_SIGNED_AFTER_TODAY", Severity.Serious, "logic", "signed");
    public static readonly FindingRule SignedBeforeIssue = new("SEAL_SIGNED_LONG_BEFORE_ISSUE", Severity.Warning, "logic", "signed", "issued");
    public static readonly FindingRule StateDiffers = new("SEAL_STATE_DIFFERS", Severity.Critical, "Doc 9303-13 §5: the seal repeats the zone", "seal", "zone");
    public static readonly FindingRule FieldDiffers = new("SEAL_DIFFERS_FROM_ZONE", Severity.Critical, "Doc 9303-13 §5: the seal repeats the zone", "seal", "zone");
    public static readonly FindingRule JsonInvalid = new("SEAL_JSON_INVALID", Severity.Serious, "Doc 9303-13, VDS-NC; RFC 8259", "position", "part");
    public static readonly FindingRule KindUnknown = new("SEAL_KIND_UNKNOWN", Severity.Information, "Doc 9303-13, VDS-NC", "kind");
    public static readonly FindingRule AlgorithmUnknown = new("SEAL_ALGORITHM_UNKNOWN", Severity.Serious, "Doc 9303-13, VDS-NC", "algorithm");
    public static readonly FindingRule PassportDiffers = new("SEAL_OF_ANOTHER_PASSPORT", Severity.Critical, "Doc 9303-13 §3: the visa is of this passport", "seal", "passport");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Unreadable, Version, Date, ProfileUnknown, FeatureMissing, FeatureInvalid, SignerUnknown, SignerUntrusted, SignerRevoked, SignerState, SignerValidity,
        Signature, SignedAfterToday, SignedBeforeIssue, StateDiffers, FieldDiffers, PassportDiffers, JsonInvalid, KindUnknown, AlgorithmUnknown,
    ];
}
