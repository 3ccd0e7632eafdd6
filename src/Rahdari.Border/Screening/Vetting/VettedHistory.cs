namespace Rahdari.Border.Screening.Vetting;

/// <summary>A vetted decision and what it did.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Suppressed">The hits that it kept from alerting, newest first; at most the newest 200.</param>
public sealed record VettedHistory(VettedDecision Decision, IReadOnlyList<Suppression> Suppressed);

/// <summary>One hit that a vetted decision kept from alerting.</summary>
/// <param name="HitId">The hit; UUIDv7.</param>
/// <param name="EncounterId">Its encounter.</param>
/// <param name="Port">Where.</param>
/// <param name="At">When; UTC.</param>
/// <param name="ListVersion">The version of the list that was in force.</param>
/// <param name="Score">How alike both were, 0 to 1.</param>
public sealed record Suppression(Guid HitId, Guid EncounterId, string Port, DateTimeOffset At, int ListVersion, double Score);
