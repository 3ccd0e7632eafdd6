using Rahdari.Links.Nodes;

namespace Rahdari.Links.Tests.Nodes;

public sealed class NodeAlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly NodeView Well = new()
    {
        Node = "khi-1",
        Port = "PKKHI",
        State = NodeState.Up,
        ReportedAt = Now.AddSeconds(-5),
        Lag = 0,
        Received = 100,
        ClockAheadSeconds = 0.2,
        DiskFree = NodeAlerts.LeastDisk,
        Version = "1.0",
        Lists = [new ScreenedList("un", 4, 4), new ScreenedList("own", 2, null)],
        CertificateUntil = Now.AddDays(30),
        Refused = 0,
    };

    public static TheoryData<string, NodeAlert?> Cases => new()
    {
        { "well", null },
        { "lag 5000", null },
        { "lag 5001", NodeAlert.Behind },
        { "one lacking for 10 min", null },
        { "one lacking for longer", NodeAlert.Behind },
        { "clock 30 s ahead", null },
        { "clock 30.1 s ahead", NodeAlert.ClockOff },
        { "clock 31 s behind", NodeAlert.ClockOff },
        { "disk short of a byte", NodeAlert.DiskLow },
        { "list older", NodeAlert.ListOlder },
        { "list lacking", NodeAlert.ListOlder },
        { "list newer", NodeAlert.ListNewer },
        { "certificate ends in less than 30 days", NodeAlert.CertificateEnding },
        { "certificate ended", NodeAlert.CertificateEnding },
        { "refused 23 h ago", NodeAlert.Refused },
        { "refused 24 h ago", null },
        { "silent", NodeAlert.Silent },
        { "never heard in a minute", null },
        { "never heard in longer", NodeAlert.Silent },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_alert_begins_where_it_is_said_to(string named, NodeAlert? expected)
    {
        var since = Now.AddHours(-1);
        var node = named switch
        {
            "well" => Well,
            "lag 5000" => Well with { Lag = 5000, LackingSince = Now.AddSeconds(-5) },
            "lag 5001" => Well with { Lag = 5001, LackingSince = Now.AddSeconds(-5) },
            "one lacking for 10 min" => Well with { Lag = 1, LackingSince = Now.AddMinutes(-10) },
            "one lacking for longer" => Well with { Lag = 1, LackingSince = Now.AddMinutes(-10).AddSeconds(-1) },
            "clock 30 s ahead" => Well with { ClockAheadSeconds = 30 },
            "clock 30.1 s ahead" => Well with { ClockAheadSeconds = 30.1 },
            "clock 31 s behind" => Well with { ClockAheadSeconds = -31 },
            "disk short of a byte" => Well with { DiskFree = NodeAlerts.LeastDisk - 1 },
            "list older" => Well with { Lists = [new ScreenedList("ofac", 3, 3), new ScreenedList("un", 3, 4)] },
            "list lacking" => Well with { Lists = [new ScreenedList("un", null, 1)] },
            "list newer" => Well with { Lists = [new ScreenedList("un", 5, 4)] },
            "certificate ends in less than 30 days" => Well with { CertificateUntil = Now.AddDays(30).AddSeconds(-1) },
            "certificate ended" => Well with { CertificateUntil = Now.AddDays(-1) },
            "refused 23 h ago" => Well with { Refused = 1, RefusedAt = Now.AddHours(-23) },
            "refused 24 h ago" => Well with { Refused = 1, RefusedAt = Now.AddHours(-24) },
            "silent" => Well with { State = NodeState.Silent },
            _ => Well with { State = NodeState.Never, ReportedAt = null, Lag = null, ClockAheadSeconds = null, DiskFree = null, Lists = [] },
        };
        if (named == "never heard in a minute")
            since = Now.AddSeconds(-60);
        Assert.Equal(expected is { } alert ? [alert] : [], NodeAlerts.Of(node, Now, since));
    }

    [Fact]
    public void A_revoked_node_is_told_of_only_where_it_still_knocks()
    {
        var revoked = Well with { State = NodeState.Revoked, RevokedAt = Now.AddHours(-2), Lag = 9000, DiskFree = 0, ClockAheadSeconds = 99, CertificateUntil = Now, Lists = [new ScreenedList("un", 1, 2)], ReportedAt = Now.AddHours(-3) };
        Assert.Empty(NodeAlerts.Of(revoked, Now, Now.AddDays(-1)));
        Assert.Equal([NodeAlert.Refused], NodeAlerts.Of(revoked with { RefusedAt = Now.AddHours(-2.5) }, Now, Now.AddDays(-1)));
        Assert.Equal([NodeAlert.RevokedKnocking, NodeAlert.Refused], NodeAlerts.Of(revoked with { RefusedAt = Now.AddHours(-1) }, Now, Now.AddDays(-1)));
        Assert.Equal([NodeAlert.RevokedKnocking], NodeAlerts.Of(revoked with { ReportedAt = Now.AddHours(-1) }, Now, Now.AddDays(-1)));
        Assert.Empty(NodeAlerts.Of(revoked with { RevokedAt = Now.AddDays(-9), ReportedAt = null, RefusedAt = Now.AddDays(-2) }, Now, Now.AddDays(-1)));
    }

    [Fact]
    public void A_link_is_up_for_a_minute_after_a_report()
    {
        Assert.Equal(NodeState.Up, NodeAlerts.State(false, Now.AddSeconds(-60), Now));
        Assert.Equal(NodeState.Silent, NodeAlerts.State(false, Now.AddSeconds(-60.1), Now));
        Assert.Equal(NodeState.Never, NodeAlerts.State(false, null, Now));
        Assert.Equal(NodeState.Revoked, NodeAlerts.State(true, Now, Now));
    }

    [Fact]
    public void The_worst_comes_first()
    {
        var nodes = NodeAlerts.WorstFirst([
            Well with { Node = "gone", State = NodeState.Revoked },
            Well with { Node = "well" },
            Well with { Node = "two-warnings", Alerts = [NodeAlert.ClockOff, NodeAlert.CertificateEnding] },
            Well with { Node = "silent", Alerts = [NodeAlert.Silent] },
            Well with { Node = "full", Alerts = [NodeAlert.Behind, NodeAlert.DiskLow] },
            Well with { Node = "also-well" },
        ]);
        Assert.Equal(["full", "silent", "two-warnings", "also-well", "well", "gone"], nodes.Select(node => node.Node));
    }
}
