using Rahdari.Matching;

namespace Rahdari.Border.Screening.Policy;

/// <summary>How a list is screened for a purpose. A list and purpose without a rule is screened at <see cref="ScreeningIndex.AlertThreshold"/>, unweighted.</summary>
/// <param name="List">The list's short name: <c>un</c>.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="IsScreened">False where the list is not screened for the purpose at all.</param>
/// <param name="Threshold">The least score that alerts, 0.0001 to 1. Up to the default a whole name that nothing contradicts alerts though it be less probable (see Hit.IsWholeName).</param>
/// <param name="Weight">Bits (log-odds, base 2) added to every hit of the list, −20 to 20; told as a part of the score.</param>
public sealed record PolicyRule(string List, ScreeningPurpose Purpose, bool IsScreened = true, double Threshold = ScreeningIndex.AlertThreshold, double Weight = 0)
{
    /// <summary>True where it says no more than no rule would.</summary>
    internal bool IsDefault => IsScreened && Threshold == ScreeningIndex.AlertThreshold && Weight == 0;

    /// <summary>A match with the weight among its parts.</summary>
    internal Hit Weighted(Hit match)
    {
        if (Weight == 0)
            return match;
        ScorePart[] parts = [.. match.Parts, new ScorePart(ScorePartKind.List, Agreement.Missing, Weight, null, null)];
        var points = parts.Sum(part => part.Points);
        return match with { Parts = parts, Points = points, Score = 1 / (1 + Math.Pow(2, -points)) };
    }

    /// <summary>True where a weighted match alerts: at the threshold, and up to the default by its whole name.</summary>
    internal bool Alerts(Hit weighted) => IsScreened && (weighted.Score >= Threshold || (weighted.IsWholeName && ScreeningIndex.TellsWholeNames(Threshold)));

    /// <summary>True where somebody who alerted before might no longer.</summary>
    internal bool IsWiderThan(PolicyRule before) =>
        before.IsScreened && (!IsScreened || Threshold > before.Threshold || Weight < before.Weight);
}
