using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>What came of passive authentication.</summary>
/// <param name="Security">The security object; null where there is none that can be read.</param>
/// <param name="Signer">Who signed it; null where that is not known.</param>
/// <param name="Authority">The State's authority that vouches for the signer; null where none of those known does.</param>
/// <param name="Findings">Everything wrong or worth knowing.</param>
public sealed record PassiveAuthenticationResult(SecurityObject? Security, SigningCertificate? Signer, SigningCertificate? Authority, IReadOnlyList<Finding> Findings)
{
    /// <summary>True where the State signed what stands on the chip, and nothing but a remark is to be made of it.</summary>
    public bool IsGenuine => Authority is not null && Findings.All(f => f.Severity < Severity.Serious);
}
