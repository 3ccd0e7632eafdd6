namespace Rahdari.Border.Travellers;

/// <summary>What the site knows of a traveller before this encounter.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="FirstSeen">The first encounter; UTC.</param>
/// <param name="Crossings">Crossings recorded.</param>
/// <param name="Refusals">Refusals recorded.</param>
/// <param name="LastCrossing">The latest crossing or refusal; UTC.</param>
public sealed record TravellerSummary(Guid Id, DateTimeOffset FirstSeen, int Crossings, int Refusals, DateTimeOffset? LastCrossing);
