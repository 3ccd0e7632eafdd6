namespace Rahdari.Documents.Trust;

/// <summary>What vouches for a certificate of a list, beside the list's own signature.</summary>
public enum CertificateStanding
{
    /// <summary>Its own key signed it.</summary>
    SelfSigned,

    /// <summary>A link: another key of the list signed it.</summary>
    Linked,

    /// <summary>A link whose signing key is not in the list: its signature cannot be checked, the list alone vouches.</summary>
    IssuerAbsent,

    /// <summary>The key that it names did not make the signature.</summary>
    Invalid,

    /// <summary>Its algorithm or parameters are not known here.</summary>
    Unsupported,
}
