using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Screening.Policy;

/// <summary>The rules of a policy, as hits pass through them. Immutable, so thread-safe.</summary>
internal sealed class ScreeningRules
{
    /// <summary>What is screened without a policy.</summary>
    public static readonly ScreeningRules None = new(0, []);

    /// <summary>So many bits lower is searched where a weight is taken off a threshold: rounding must lose nobody.</summary>
    private const double Rounding = 1e-6;

    private readonly Dictionary<(string List, ScreeningPurpose Purpose), PolicyRule> rules;

    public ScreeningRules(int number, IEnumerable<PolicyRule> rules) => (Number, this.rules) = (number, rules.ToDictionary(rule => (rule.List, rule.Purpose)));

    /// <summary>The policy's number; 0 where none is in force.</summary>
    public int Number { get; }

    /// <summary>The hash of the policy as headquarters published it; null of the site's own.</summary>
    public string? Published { get; init; }

    /// <summary>Every rule that says more than the default, by list and purpose.</summary>
    public IReadOnlyList<PolicyRule> All => [.. rules.Values.Where(rule => !rule.IsDefault).OrderBy(rule => rule.List, StringComparer.Ordinal).ThenBy(rule => rule.Purpose)];

    /// <summary>The rule of a list and purpose.</summary>
    public PolicyRule Of(string list, ScreeningPurpose purpose) => rules.GetValueOrDefault((list, purpose)) ?? new PolicyRule(list, purpose);

    /// <summary>True where somebody who alerted under the rules before might no longer: a second person must agree.</summary>
    public bool IsWiderThan(ScreeningRules before) =>
        rules.Keys.Union(before.rules.Keys).Any(key => Of(key.List, key.Purpose).IsWiderThan(before.Of(key.List, key.Purpose)));

    /// <summary>Of the versions (<c>un@3</c>) those whose list is screened for a purpose, and the policy (<c>policy#2</c>) where one is in force.</summary>
    public IReadOnlyList<string> Against(IReadOnlyList<string> versions, ScreeningPurpose purpose) => Number == 0
        ? versions
        : [.. versions.Where(version => Of(ListOf(version), purpose).IsScreened), $"policy#{Number}"];

    /// <summary>Searches at the least threshold of all lists, then lets each list's hits through at its own.</summary>
    /// <param name="index">Whom to search.</param>
    /// <param name="versions">The versions that the index holds.</param>
    /// <param name="person">Whom to screen.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="threshold">A threshold in the place of every list's own, or null.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<Hit> Search(
        ScreeningIndex index, IReadOnlyList<string> versions, PersonQuery person, ScreeningPurpose purpose, double? threshold, CancellationToken cancellation)
    {
        if (rules.Count == 0)
            return index.Search(person, threshold ?? ScreeningIndex.AlertThreshold, cancellation: cancellation);
        return Least(versions, purpose, threshold) is { } least ? Filter(index.Search(person, least, cancellation: cancellation), purpose, threshold) : [];
    }

    /// <summary>The threshold at which nobody is missed whom a list's own lets through; null where no list is screened.</summary>
    public double? Least(IReadOnlyList<string> versions, ScreeningPurpose purpose, double? threshold = null)
    {
        var screened = versions.Select(version => Of(ListOf(version), purpose)).Where(rule => rule.IsScreened).ToArray();
        return screened.Length == 0 ? null : screened.Min(rule => Searched(threshold ?? rule.Threshold, rule.Weight));
    }

    /// <summary>The hits that alert, weighted, best first.</summary>
    public IReadOnlyList<Hit> Filter(IReadOnlyList<Hit> hits, ScreeningPurpose purpose, double? threshold = null)
    {
        var through = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            var rule = Of(WatchlistEntry.Origin(hit.Person.Key).List, purpose);
            var weighted = rule.Weighted(hit);
            if ((rule with { Threshold = threshold ?? rule.Threshold }).Alerts(weighted))
                through.Add(weighted);
        }
        through.Sort(static (a, b) => b.Points.CompareTo(a.Points) is not 0 and var order ? order : string.CompareOrdinal(a.Person.Key, b.Person.Key));
        return through;
    }

    private static string ListOf(string version) => version[..version.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>The score without the weight that reaches a threshold with it.</summary>
    internal static double Unweighted(double threshold, double weight) =>
        weight == 0 ? threshold : Score(Math.Log2(threshold / Math.Max(1 - threshold, 1e-15)) - weight - Rounding);

    /// <summary>Whole names are told by the index up to its own threshold, whatever a weight takes off.</summary>
    private static double Searched(double threshold, double weight) =>
        ScreeningIndex.TellsWholeNames(threshold) ? Math.Min(Unweighted(threshold, weight), ScreeningIndex.AlertThreshold) : Unweighted(threshold, weight);

    private static double Score(double points) => 1 / (1 + Math.Pow(2, -points));
}
