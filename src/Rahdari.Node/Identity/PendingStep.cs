namespace Rahdari.Node.Identity;

/// <summary>What a user must do before any work.</summary>
public enum PendingStep
{
    /// <summary>Choose an own password in place of the one that somebody else knows.</summary>
    ChangePassword,

    /// <summary>Set up an authenticator, where the site requires one.</summary>
    SetUpAuthenticator,
}
