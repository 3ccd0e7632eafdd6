using System.Collections.Concurrent;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>What each node reported last, at headquarters. Thread-safe; after a restart nodes are unknown until they report, within seconds.</summary>
public sealed class NodeBoard
{
    private readonly ConcurrentDictionary<string, NodeReport> reports = new(StringComparer.Ordinal);

    /// <summary>What a node reported last, or null.</summary>
    public NodeReport? Find(string node) => reports.GetValueOrDefault(node);

    internal void Put(PortReport report, long received, DateTimeOffset now) => reports[report.Node] = new NodeReport(report, received, now);
}

/// <summary>A node's report as it arrived.</summary>
/// <param name="Report">What it told.</param>
/// <param name="Received">The last of its records that is committed here.</param>
/// <param name="At">When it arrived, by headquarters' clock; UTC.</param>
public sealed record NodeReport(PortReport Report, long Received, DateTimeOffset At)
{
    /// <summary>By how much the node's clock is ahead of headquarters'.</summary>
    public TimeSpan Skew => Report.Clock - At;

    /// <summary>Records that the node signed and headquarters lacks.</summary>
    public long Lag => Math.Max(0, Report.Head - Received);
}
