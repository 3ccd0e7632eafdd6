namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>What a circle of the police is told: no text at all, so that nothing in it can name anybody.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Circle">The circle.</param>
/// <param name="Pseudonym">What the case calls the victim.</param>
/// <param name="Level">How pressing.</param>
/// <param name="Kind">What.</param>
/// <param name="At">When; UTC.</param>
public sealed record PoliceAlert(Guid Id, string Circle, string Pseudonym, AlertLevel Level, AlertKind Kind, DateTimeOffset At);
