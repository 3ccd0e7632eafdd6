using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>What headquarters governs is changed there and nowhere else.</summary>
internal static class Governed
{
    /// <summary>The rule that a change of a topic here would break; null where headquarters does not govern it.</summary>
    public static async Task<Finding?> ProblemAsync(BorderContext db, Topic? topic, CancellationToken cancellation) =>
        topic is not null && await RowAsync(db, topic, cancellation) is { } row ? Broken(topic, row.Node) : null;

    /// <summary>What is held of the topic, or null.</summary>
    public static Task<HeldTopicRow?> RowAsync(BorderContext db, Topic topic, CancellationToken cancellation) =>
        db.HeldTopics.AsNoTracking().SingleOrDefaultAsync(h => h.Topic == topic.Name, cancellation);

    /// <summary>The hash of what is held of the topic, asked once in a transaction of the ledger's writer; null where nothing is held.</summary>
    public static async Task<string?> HashAsync(BorderContext db, Topic topic, CancellationToken cancellation)
    {
        var held = db.Notes?.Held ?? await db.HeldTopics.AsNoTracking().Select(h => new { h.Topic, h.ContentHash }).ToDictionaryAsync(h => h.Topic, h => h.ContentHash, cancellation);
        if (db.Notes is { } notes)
            notes.Held = held;
        return held.GetValueOrDefault(topic.Name);
    }

    public static Finding Broken(Topic topic, string node) => BorderRule.GovernedByHeadquarters.Broken("topic", ("topic", topic.Name), ("node", node));
}
