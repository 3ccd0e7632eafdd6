using Rahdari.Border.Crossings;

namespace Rahdari.Border.Encounters;

/// <summary>The answer to a decision.</summary>
/// <param name="Encounter">The encounter as it stands now.</param>
/// <param name="Crossing">The crossing or refusal recorded; null after a referral.</param>
/// <param name="Replayed">True where this very request had been recorded before.</param>
public sealed record DecidedEncounter(Encounter Encounter, Crossing? Crossing, bool Replayed);
