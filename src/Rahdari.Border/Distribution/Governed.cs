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

    public static Finding Broken(Topic topic, string node) => BorderRule.GovernedByHeadquarters.Broken("topic", ("topic", topic.Name), ("node", node));
}
