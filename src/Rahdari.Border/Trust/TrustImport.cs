using Rahdari.Documents.Findings;

namespace Rahdari.Border.Trust;

/// <summary>What an import brought into force, and what it left out.</summary>
/// <param name="Versions">Lists and sets of signers, each in the version in force now.</param>
/// <param name="Revocations">Revocation lists in force now; one that was in force already is among them.</param>
/// <param name="LeftOut">What did not verify, or was older than what is in force, and was not taken.</param>
public sealed record TrustImport(IReadOnlyList<TrustVersion> Versions, IReadOnlyList<RevocationVersion> Revocations, IReadOnlyList<Finding> LeftOut);
