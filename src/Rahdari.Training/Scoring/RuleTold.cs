using Rahdari.Documents.Findings;

namespace Rahdari.Training.Scoring;

/// <summary>A rule or an indicator behind a decision, told after it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Finding">As the counter found it; null where it was not found, because it was not looked for long enough, or is of what an officer sees.</param>
/// <param name="Title">Of an indicator, what is seen; null of a rule.</param>
/// <param name="Source">Where the rule or the indicator comes from.</param>
public sealed record RuleTold(string Code, Finding? Finding, Scenarios.BothLanguages? Title, string Source);
