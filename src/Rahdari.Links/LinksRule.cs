using Rahdari.Documents.Findings;

namespace Rahdari.Links;

/// <summary>Every rule of the links between sites that a request, a file or a certificate may break, with its code. The sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record LinksRule(string Code, Severity Severity)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    // The link
    public static readonly LinksRule SettingsInvalid = new("LINK_SETTINGS_INVALID", Severity.Warning);

    // The authority
    public static readonly LinksRule AuthorityExists = new("PKI_AUTHORITY_EXISTS", Severity.Warning);
    public static readonly LinksRule AuthorityNotFound = new("PKI_AUTHORITY_NOT_FOUND", Severity.Warning);
    public static readonly LinksRule AuthorityInvalid = new("PKI_AUTHORITY_INVALID", Severity.Serious);
    public static readonly LinksRule AuthorityOther = new("PKI_AUTHORITY_OTHER", Severity.Serious);
    public static readonly LinksRule KeyPermissions = new("PKI_KEY_PERMISSIONS", Severity.Serious);
    public static readonly LinksRule KeyUnreadable = new("PKI_KEY_UNREADABLE", Severity.Serious);
    public static readonly LinksRule TokenFailed = new("PKI_TOKEN_FAILED", Severity.Serious);
    public static readonly LinksRule RegisterInvalid = new("PKI_REGISTER_INVALID", Severity.Serious);
    public static readonly LinksRule Busy = new("PKI_BUSY", Severity.Warning);
    public static readonly LinksRule FieldInvalid = new("PKI_FIELD_INVALID", Severity.Warning);

    // Nodes and their invitations
    public static readonly LinksRule NodeNotFound = new("PKI_NODE_NOT_FOUND", Severity.Warning);
    public static readonly LinksRule NodeRevoked = new("PKI_NODE_REVOKED", Severity.Serious);
    public static readonly LinksRule InvitationNotFound = new("PKI_INVITATION_NOT_FOUND", Severity.Warning);
    public static readonly LinksRule CodeMistyped = new("PKI_CODE_MISTYPED", Severity.Warning);
    public static readonly LinksRule CodeWrong = new("PKI_CODE_WRONG", Severity.Serious);
    public static readonly LinksRule CodeExpired = new("PKI_CODE_EXPIRED", Severity.Warning);
    public static readonly LinksRule CodeUsed = new("PKI_CODE_USED", Severity.Serious);
    public static readonly LinksRule CodeBurnt = new("PKI_CODE_BURNT", Severity.Serious);
    public static readonly LinksRule CodeMissing = new("PKI_CODE_MISSING", Severity.Warning);

    // Requests and what answers them
    public static readonly LinksRule RequestNotFound = new("PKI_REQUEST_NOT_FOUND", Severity.Warning);
    public static readonly LinksRule RequestInvalid = new("PKI_REQUEST_INVALID", Severity.Warning);
    public static readonly LinksRule ProofInvalid = new("PKI_PROOF_INVALID", Severity.Serious);
    public static readonly LinksRule PortOther = new("PKI_PORT_OTHER", Severity.Serious);
    public static readonly LinksRule RecordKeyOther = new("PKI_RECORD_KEY_OTHER", Severity.Serious);
    public static readonly LinksRule KeyTaken = new("PKI_KEY_TAKEN", Severity.Serious);
    public static readonly LinksRule BundleInvalid = new("PKI_BUNDLE_INVALID", Severity.Warning);
    public static readonly LinksRule BundleOther = new("PKI_BUNDLE_OTHER", Severity.Serious);
    public static readonly LinksRule CredentialsNotFound = new("PKI_CREDENTIALS_NOT_FOUND", Severity.Warning);
    public static readonly LinksRule CertificateRefused = new("PKI_CERTIFICATE_REFUSED", Severity.Serious);
    public static readonly LinksRule RevocationListInvalid = new("PKI_REVOCATION_LIST_INVALID", Severity.Serious);
    public static readonly LinksRule RevocationListOlder = new("PKI_REVOCATION_LIST_OLDER", Severity.Warning);
    public static readonly LinksRule FileInvalid = new("PKI_FILE_INVALID", Severity.Warning);
#pragma warning restore CS1591

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<LinksRule> All { get; } =
    [
        SettingsInvalid,
        AuthorityExists, AuthorityNotFound, AuthorityInvalid, AuthorityOther, KeyPermissions, KeyUnreadable, TokenFailed, RegisterInvalid, Busy, FieldInvalid,
        NodeNotFound, NodeRevoked, InvitationNotFound, CodeMistyped, CodeWrong, CodeExpired, CodeUsed, CodeBurnt, CodeMissing,
        RequestNotFound, RequestInvalid, ProofInvalid, PortOther, RecordKeyOther, KeyTaken, BundleInvalid, BundleOther, CredentialsNotFound, CertificateRefused,
        RevocationListInvalid, RevocationListOlder, FileInvalid,
    ];

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity, field, evidence);
}
