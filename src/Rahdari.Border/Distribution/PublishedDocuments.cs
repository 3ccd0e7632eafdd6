using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>
/// The policy of screening, the rules of entry and the indicators: one document each, as it was signed when it was published. A port keeps it beside its own, which its ledger goes on knowing, and goes
/// by it as long as it is held.
/// </summary>
internal static class PublishedDocuments
{
    public static IReadOnlyList<Topic> Topics { get; } = [Topic.EntryRules, Topic.Indicators, Topic.Policy];

    /// <summary>What this site itself published and has in force; null where it never did.</summary>
    public static async Task<(long Version, string Content)?> OwnAsync(BorderContext db, Topic topic, CancellationToken cancellation)
    {
        if (topic.Kind == TopicKind.Policy)
        {
            return await PolicyInForce.OwnAsync(db, cancellation) is { } policy
                ? (policy.Number, JsonSerializer.Serialize(PolicyFact.Of(policy), BorderJson.Default.PolicyFact))
                : null;
        }
        if (topic.Kind == TopicKind.EntryRules)
        {
            return await db.EntryRules.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation) is { } rules
                ? (rules.Number, JsonSerializer.Serialize(EntryRulesFact.Of(rules), BorderJson.Default.EntryRulesFact))
                : null;
        }
        return await db.IndicatorSets.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation) is { } set
            ? (set.Number, JsonSerializer.Serialize(IndicatorSetFact.Of(set), BorderJson.Default.IndicatorSetFact))
            : null;
    }

    /// <summary>The rule that a document breaks, or null: a port goes by nothing that could not have been published here.</summary>
    public static Finding? Problem(Topic topic, long version, string content)
    {
        var (number, broken) = topic.Kind switch
        {
            TopicKind.Policy => Parsed(content, BorderJson.Default.PolicyFact) is { Rules: { } rules } fact
                ? (fact.Number, Checked(rules, BorderJson.Default.IReadOnlyListPolicyRule, PolicyRegister.Problem)) : Unreadable,
            TopicKind.EntryRules => Parsed(content, BorderJson.Default.EntryRulesFact) is { Classes: { } classes } fact
                ? (fact.Number, Checked(classes, BorderJson.Default.IReadOnlyListPermissionClass, EntryRulesCheck.Problem)) : Unreadable,
            _ => Parsed(content, BorderJson.Default.IndicatorSetFact) is { Indicators: { } indicators } fact
                ? (fact.Number, Checked(indicators, BorderJson.Default.IReadOnlyListIndicator, IndicatorSetCheck.Problem)) : Unreadable,
        };
        return broken ?? (number == version ? null : SignedReader.Malformed("number", 0, $"{version}"));
    }

    /// <summary>The policy held, as its row would stand; null where none is held.</summary>
    public static PolicyRow? Policy(HeldTopicRow? held) => held?.Content is not { } content || Parsed(content, BorderJson.Default.PolicyFact) is not { } fact ? null : new PolicyRow
    {
        Id = fact.Id,
        Number = fact.Number,
        BasedOn = fact.BasedOn,
        Rules = fact.Rules,
        IsWide = fact.IsWide,
        Reason = fact.Reason,
        ProposedAt = fact.ProposedAt,
        ProposedBy = fact.ProposedBy,
        State = PolicyState.Approved,
        DecidedAt = held.AppliedAt,
        DecidedBy = held.Node,
    };

    /// <summary>The rules of entry held; null where none are.</summary>
    public static async Task<EntryRules?> EntryRulesAsync(BorderContext db, CancellationToken cancellation) =>
        (await Governed.RowAsync(db, Topic.EntryRules, cancellation))?.Content is { } content && Parsed(content, BorderJson.Default.EntryRulesFact) is { } fact
            ? new EntryRules(fact.Number, Parsed(fact.Classes, BorderJson.Default.IReadOnlyListPermissionClass) ?? [])
            : null;

    /// <summary>The indicators held; null where none are.</summary>
    public static async Task<IndicatorSet?> IndicatorsAsync(BorderContext db, CancellationToken cancellation) =>
        (await Governed.RowAsync(db, Topic.Indicators, cancellation))?.Content is { } content && Parsed(content, BorderJson.Default.IndicatorSetFact) is { } fact
            ? new IndicatorSet(fact.Number, Parsed(fact.Indicators, BorderJson.Default.IReadOnlyListIndicator) ?? [])
            : null;

    private static (int, Finding?) Unreadable => (0, SignedReader.Malformed("document", 0, "JSON"));

    private static Finding? Checked<T>(string json, JsonTypeInfo<T> type, Func<T, Finding?> problem)
        where T : class => Parsed(json, type) is { } items ? problem(items) : Unreadable.Item2;

    private static T? Parsed<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
