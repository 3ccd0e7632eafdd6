using System.Collections.Concurrent;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>What each node reported last, at headquarters. Thread-safe; after a restart nodes are unknown until they report, within seconds.</summary>
public sealed class NodeBoard
{
    private readonly ConcurrentDictionary<string, NodeReport> reports = new(StringComparer.Ordinal);

    /// <summary>An empty board.</summary>
    public NodeBoard(TimeProvider clock) => Since = clock.GetUtcNow();

    /// <summary>What a node reported last, or null.</summary>
    public NodeReport? Find(string node) => reports.GetValueOrDefault(node);

    /// <summary>Since when headquarters listens; UTC.</summary>
    public DateTimeOffset Since { get; }

    internal void Put(PortReport report, long received, DateTimeOffset now) =>
        reports.AddOrUpdate(report.Node, _ => Arrived(report, received, now, null), (_, before) => Arrived(report, received, now, before));

    private static NodeReport Arrived(PortReport report, long received, DateTimeOffset now, NodeReport? before) => new(report, received, now)
    {
        // As long as the same record is the oldest that is lacking, it is lacking since it was first seen to be.
        LackingSince = report.Head <= received ? null : before?.Received == received ? before.LackingSince ?? now : now,
    };
}

/// <summary>A node's report as it arrived.</summary>
/// <param name="Report">What it told.</param>
/// <param name="Received">The last of its records that is committed here.</param>
/// <param name="At">When it arrived, by headquarters' clock; UTC.</param>
public sealed record NodeReport(PortReport Report, long Received, DateTimeOffset At)
{
    /// <summary>Since when the record behind <see cref="Received"/> is known to be lacking (UTC), or null where none is.</summary>
    public DateTimeOffset? LackingSince { get; init; }

    /// <summary>By how much the node's clock is ahead of headquarters'.</summary>
    public TimeSpan Skew => Report.Clock - At;

    /// <summary>Records that the node signed and headquarters lacks.</summary>
    public long Lag => Math.Max(0, Report.Head - Received);
}
