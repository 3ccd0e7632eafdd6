using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Documents.Findings;

namespace Rahdari.Training.Scoring;

/// <summary>What a trainee did with a traveller.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Interview">True where an interview was asked for.</param>
/// <param name="Told">What was noted; null where nothing was.</param>
/// <param name="Reasons">What the counter advised with.</param>
/// <param name="Seconds">From the traveller's coming to the decision.</param>
public sealed record TakenDecision(DecisionKind Decision, bool Interview, JourneyTold? Told, IReadOnlyList<Finding> Reasons, int Seconds);
