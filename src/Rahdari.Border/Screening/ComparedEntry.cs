using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>How a named entry of a list compares with a person, and why it is no hit where it is none.</summary>
/// <param name="List">The list: <c>un</c>.</param>
/// <param name="Reference">The list's own reference: <c>QDi.430</c>.</param>
/// <param name="Purpose">What the person is screened for.</param>
/// <param name="Threshold">The score from which on the list alerts for the purpose, 0 to 1.</param>
/// <param name="Match">Every part of the comparison, the list's weight among them; null where there was nothing to compare.</param>
/// <param name="WhyNot">Why it does not alert; null where it does. Codes are in <see cref="BorderRule"/>.</param>
public sealed record ComparedEntry(string List, string Reference, ScreeningPurpose Purpose, double Threshold, Hit? Match, Finding? WhyNot)
{
    /// <summary>An entry that is in an index, as a rule judges it; null where it is not.</summary>
    /// <param name="index">The index.</param>
    /// <param name="person">Whom to compare.</param>
    /// <param name="rule">The rule of its list.</param>
    /// <param name="reference">The list's own reference.</param>
    public static ComparedEntry? Of(ScreeningIndex index, PersonQuery person, PolicyRule rule, string reference)
    {
        var key = WatchlistEntry.Key(rule.List, reference);
        if (index.Compare(person, key) is not { } match)
            return null;
        var weighted = rule.Weighted(match);
        if (rule.Alerts(weighted))
            return new(rule.List, reference, rule.Purpose, rule.Threshold, weighted, null);
        var why = !rule.IsScreened ? BorderRule.ListNotScreened
            : weighted.Alignment.All(pair => pair.Listed is null) ? BorderRule.EntryWithoutName
            : index.Compare(person, key, isSureOfNames: true) is { } sure && rule.Alerts(rule.Weighted(sure)) ? BorderRule.WeakAliasAlone
            : BorderRule.BelowThreshold;
        return Without(rule, reference, why, weighted);
    }

    /// <summary>An entry that does not alert, and why.</summary>
    /// <param name="rule">The rule of its list.</param>
    /// <param name="reference">The list's own reference.</param>
    /// <param name="why">What keeps it from alerting.</param>
    /// <param name="match">The comparison, or null where there was nothing to compare.</param>
    public static ComparedEntry Without(PolicyRule rule, string reference, BorderRule why, Hit? match = null)
    {
        (string, string)[] evidence = [("list", rule.List), ("reference", reference)];
        if (match is not null && Probability.Shown(match.Score, rule.Threshold) is var (score, threshold))
            evidence = [.. evidence, ("score", score), ("threshold", threshold)];
        return new(rule.List, reference, rule.Purpose, rule.Threshold, match, why.Broken(null, evidence));
    }
}
