namespace Rahdari.Links.Pki;

/// <summary>Why certificates count no more (RFC 5280 §5.3.1).</summary>
public enum RevocationReason
{
    /// <summary>Not told.</summary>
    Unspecified = 0,

    /// <summary>Somebody else has, or may have, the keys: a machine was stolen or broken into.</summary>
    KeyCompromise = 1,

    /// <summary>Others took their place.</summary>
    Superseded = 4,

    /// <summary>The node is no more.</summary>
    CessationOfOperation = 5,

    /// <summary>The node may not take part any longer.</summary>
    PrivilegeWithdrawn = 9,
}
