using Rahdari.Documents.Findings;

namespace Rahdari.Node.Identity;

/// <summary>Every rule of accounts and sign-in with its code; the sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
public sealed record AccountRule(string Code)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly AccountRule NameInvalid = new("USER_NAME_INVALID");
    public static readonly AccountRule Exists = new("USER_EXISTS");
    public static readonly AccountRule NotFound = new("USER_NOT_FOUND");
    public static readonly AccountRule ChangedMeanwhile = new("USER_CHANGED_MEANWHILE");
    public static readonly AccountRule RoleUnknown = new("USER_ROLE_UNKNOWN");
    public static readonly AccountRule PortInvalid = new("USER_PORT_INVALID");
    public static readonly AccountRule CircleInvalid = new("USER_CIRCLE_INVALID");
    public static readonly AccountRule OrganisationInvalid = new("USER_ORGANISATION_INVALID");
    public static readonly AccountRule CaseworkerAlone = new("USER_CASEWORKER_ALONE");
    public static readonly AccountRule LastAdministrator = new("USER_LAST_ADMINISTRATOR");
    public static readonly AccountRule PasswordWeak = new("PASSWORD_WEAK");
    public static readonly AccountRule PasswordWrong = new("PASSWORD_WRONG");
    public static readonly AccountRule PasswordSame = new("PASSWORD_SAME");
    public static readonly AccountRule CodeWrong = new("AUTHENTICATOR_CODE_WRONG");
    public static readonly AccountRule AuthenticatorExists = new("AUTHENTICATOR_EXISTS");
    public static readonly AccountRule SignInFailed = new("SIGN_IN_FAILED");
    public static readonly AccountRule LockedOut = new("SIGN_IN_LOCKED_OUT");
    public static readonly AccountRule CodeRequired = new("SIGN_IN_CODE_REQUIRED");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AccountRule> All { get; } =
    [
        NameInvalid, Exists, NotFound, ChangedMeanwhile, RoleUnknown, PortInvalid, CircleInvalid, OrganisationInvalid, CaseworkerAlone, LastAdministrator, PasswordWeak, PasswordWrong, PasswordSame, CodeWrong, AuthenticatorExists,
        SignInFailed, LockedOut, CodeRequired,
    ];

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity.Warning, field, evidence);
}
