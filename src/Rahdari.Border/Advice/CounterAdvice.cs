using Rahdari.Documents.Findings;

namespace Rahdari.Border.Advice;

/// <summary>The advice with every reason, worst first.</summary>
/// <param name="Level">What to do.</param>
/// <param name="Reasons">Why; empty or all informational where clear.</param>
public sealed record CounterAdvice(AdviceLevel Level, IReadOnlyList<Finding> Reasons)
{
    /// <summary>Advice follows from the worst reason: Serious and Critical refer, Warning asks.</summary>
    public static CounterAdvice From(IEnumerable<Finding> reasons)
    {
        var ordered = reasons.OrderByDescending(r => r.Severity).ToArray();
        var level = ordered.Length == 0 ? AdviceLevel.Clear : ordered[0].Severity switch
        {
            Severity.Critical or Severity.Serious => AdviceLevel.Refer,
            Severity.Warning => AdviceLevel.Ask,
            _ => AdviceLevel.Clear,
        };
        return new CounterAdvice(level, ordered);
    }
}
