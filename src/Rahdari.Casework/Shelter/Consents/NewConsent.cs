namespace Rahdari.Casework.Shelter.Consents;

/// <summary>A consent or a refusal to be recorded.</summary>
/// <param name="Id">A UUID of whoever records it: told again it is the same.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Recipient">To whom; see <see cref="Consent"/>.</param>
/// <param name="IsRefusal">True where it was refused.</param>
/// <param name="From">From when; UTC.</param>
/// <param name="Until">Before when; UTC; at most 366 days later.</param>
/// <param name="Details">Who consented and what they were told.</param>
public sealed record NewConsent(Guid Id, Purpose Purpose, string Recipient, bool IsRefusal, DateTimeOffset From, DateTimeOffset Until, ConsentDetails Details);
