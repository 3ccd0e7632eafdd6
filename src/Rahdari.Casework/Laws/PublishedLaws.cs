namespace Rahdari.Casework.Laws;

/// <summary>That laws were published, as it was signed.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Book">The laws, under their number.</param>
public sealed record PublishedLaws(Guid Id, DateTimeOffset At, string By, string Reason, LawBook Book);
