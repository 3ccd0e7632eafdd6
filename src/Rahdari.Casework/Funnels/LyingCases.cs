using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Funnels;

/// <summary>Cases that lie at a stage now.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Cases">How many.</param>
/// <param name="MedianDays">Half of them have been there for longer; null where there is none, and for closed cases.</param>
/// <param name="LongestDays">The longest, days.</param>
/// <param name="Overdue">Of how many a time limit has passed; null where it is not known.</param>
public sealed record LyingCases(CaseStage Stage, int Cases, double? MedianDays, int? LongestDays, int? Overdue);
