namespace Rahdari.Border.Screening.Vetting;

/// <summary>That a hit's traveller and entry were vetted before.</summary>
/// <param name="Decision">The vetted decision; UUIDv7.</param>
/// <param name="At">When the hit was dismissed; UTC.</param>
/// <param name="By">Who dismissed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">What has changed since; empty where nothing has, and the hit is suppressed.</param>
public sealed record DismissedBefore(Guid Decision, DateTimeOffset At, string By, string Reason, IReadOnlyList<VettingChange> Changes);
