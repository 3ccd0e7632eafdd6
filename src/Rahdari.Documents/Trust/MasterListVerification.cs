using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>What came of verifying a master list.</summary>
/// <param name="Root">To whom it was verified; null where nobody trusted certified its signer.</param>
/// <param name="Standings">Each certificate of the list with what vouches for it, in the list's order.</param>
/// <param name="Findings">Everything wrong or worth knowing.</param>
public sealed record MasterListVerification(SigningCertificate? Root, IReadOnlyList<(SigningCertificate Certificate, CertificateStanding Standing)> Standings, IReadOnlyList<Finding> Findings)
{
    /// <summary>True where the signature leads to the root and no certificate is wrong or beyond checking; a link whose issuer is not listed is not wrong.</summary>
    public bool IsWhole => Findings.All(f => f.Severity < Severity.Serious);
}
