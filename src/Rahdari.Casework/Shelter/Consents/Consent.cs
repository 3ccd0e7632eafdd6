namespace Rahdari.Casework.Shelter.Consents;

/// <summary>A consent, or a refusal. Nothing that a victim is offered depends on it.</summary>
/// <param name="Id">A UUID of whoever records it.</param>
/// <param name="FileId">The file.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Recipient">To whom: an organisation; for statistics the one that keeps the file; for alerts to the police a circle.</param>
/// <param name="IsRefusal">True where it was refused.</param>
/// <param name="From">From when; UTC.</param>
/// <param name="Until">Before when; UTC; at most a year.</param>
/// <param name="RevokedAt">When it was revoked; UTC; or null.</param>
/// <param name="IsInForce">True where it allows something now.</param>
/// <param name="Details">Who consented and what they were told.</param>
public sealed record Consent(Guid Id, Guid FileId, Purpose Purpose, string Recipient, bool IsRefusal, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? RevokedAt, bool IsInForce, ConsentDetails Details);
