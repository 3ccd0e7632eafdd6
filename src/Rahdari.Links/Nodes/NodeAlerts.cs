namespace Rahdari.Links.Nodes;

/// <summary>When something at a node is to be looked after.</summary>
public static class NodeAlerts
{
    /// <summary>A node reports every few seconds; after so long it is silent.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    /// <summary>More records that are lacking are a backlog.</summary>
    public const long MostLacking = 5000;

    /// <summary>A record that is lacking for longer is stuck.</summary>
    public static readonly TimeSpan LongestLacking = TimeSpan.FromMinutes(10);

    /// <summary>Clocks may differ by so much.</summary>
    public static readonly TimeSpan MostClockDifference = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that a disk must have left.</summary>
    public const long LeastDisk = 5_000_000_000;

    /// <summary>So long before its end a certificate is to be renewed.</summary>
    public static readonly TimeSpan BeforeEnd = TimeSpan.FromDays(30);

    /// <summary>What was refused is told for so long.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromHours(24);

    private static readonly (NodeAlert Alert, Func<NodeView, DateTimeOffset, DateTimeOffset, bool> Holds)[] Table =
    [
        (NodeAlert.RevokedKnocking, (node, now, _) => node.RevokedAt is { } revoked && (IsAfter(node.RefusedAt, revoked, now) || IsAfter(node.ReportedAt, revoked, now))),
        (NodeAlert.Refused, (node, now, _) => node.RefusedAt is { } at && now - at < Recently),
        (NodeAlert.Silent, (node, now, since) => node.State is NodeState.Silent || (node.State is NodeState.Never && now - since > LongestSilence)),
        (NodeAlert.Behind, (node, now, _) => node is { State: not NodeState.Revoked, Lag: > 0 } && (node.Lag > MostLacking || now - node.LackingSince > LongestLacking)),
        (NodeAlert.DiskLow, (node, _, _) => node is { State: not NodeState.Revoked, DiskFree: < LeastDisk }),
        (NodeAlert.ListOlder, (node, _, _) => node.State is not NodeState.Revoked && node.Lists.Any(list => list.IsOlder)),
        (NodeAlert.ListNewer, (node, _, _) => node.State is not NodeState.Revoked && node.Lists.Any(list => list.IsNewer)),
        (NodeAlert.ClockOff, (node, _, _) => node.State is not NodeState.Revoked && Math.Abs(node.ClockAheadSeconds ?? 0) > MostClockDifference.TotalSeconds),
        (NodeAlert.CertificateEnding, (node, now, _) => node.State is not NodeState.Revoked && node.CertificateUntil - now < BeforeEnd),
    ];

    /// <summary>What is to be looked after, the worst first. Of a revoked node only what still comes from it.</summary>
    /// <param name="node">The node; its own alerts are not looked at.</param>
    /// <param name="now">UTC, headquarters' clock.</param>
    /// <param name="since">Since when headquarters listens: whoever was never heard is silent from a minute after.</param>
    public static IReadOnlyList<NodeAlert> Of(NodeView node, DateTimeOffset now, DateTimeOffset since) => [.. Table.Where(row => row.Holds(node, now, since)).Select(row => row.Alert)];

    /// <summary>The state of a node's link.</summary>
    /// <param name="isRevoked">True where it takes part no more.</param>
    /// <param name="reportedAt">When it reported last, or null.</param>
    /// <param name="now">UTC, headquarters' clock.</param>
    public static NodeState State(bool isRevoked, DateTimeOffset? reportedAt, DateTimeOffset now) =>
        isRevoked ? NodeState.Revoked : reportedAt is not { } at ? NodeState.Never : now - at > LongestSilence ? NodeState.Silent : NodeState.Up;

    /// <summary>The worst first: by the heaviest alert, then by how many, then by name; revoked nodes that are quiet come last.</summary>
    public static IReadOnlyList<NodeView> WorstFirst(IEnumerable<NodeView> nodes) =>
    [
        .. nodes.OrderByDescending(node => node.Alerts.Select(alert => (int?)alert.Weight()).Max() ?? -1)
            .ThenByDescending(node => node.Alerts.Count)
            .ThenBy(node => node.State is NodeState.Revoked)
            .ThenBy(node => node.Node, StringComparer.Ordinal),
    ];

    private static bool IsAfter(DateTimeOffset? at, DateTimeOffset revoked, DateTimeOffset now) => at > revoked && now - at < Recently;
}
