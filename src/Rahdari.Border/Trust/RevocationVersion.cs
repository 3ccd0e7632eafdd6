namespace Rahdari.Border.Trust;

/// <summary>A revocation list in force.</summary>
/// <param name="Country">The State; two letters.</param>
/// <param name="Issuer">The authority's distinguished name.</param>
/// <param name="ThisUpdate">When it was issued; UTC.</param>
/// <param name="NextUpdate">By when the next is due; null where it does not say; UTC.</param>
/// <param name="Revoked">Certificates revoked.</param>
/// <param name="ImportedAt">UTC.</param>
/// <param name="ImportedBy">The user name.</param>
public sealed record RevocationVersion(string Country, string Issuer, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, int Revoked, DateTimeOffset ImportedAt, string ImportedBy);
