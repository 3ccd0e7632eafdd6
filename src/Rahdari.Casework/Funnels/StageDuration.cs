using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Funnels;

/// <summary>How long cases were at a stage that they have left.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Cases">How many left it; one that was there twice counts twice.</param>
/// <param name="MedianDays">Half of them took longer.</param>
/// <param name="NinthDecileDays">One in ten took longer.</param>
public sealed record StageDuration(CaseStage Stage, int Cases, double MedianDays, double NinthDecileDays);
