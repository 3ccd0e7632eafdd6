using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;
using Rahdari.Links.Nodes;
using Rahdari.Links.Tests.Pki;
using Rahdari.Matching;

namespace Rahdari.Links.Tests.Nodes;

public sealed class NodeOverviewTests
{
    private static readonly WatchlistEntry Listed = new()
    {
        Reference = "SP.1",
        Kind = WatchlistEntryKind.Individual,
        Programme = "SPECIMEN",
        Names = [new ListedName("SPECIMEN KHANUM", ListedNameKind.Primary)],
        BirthDates = [],
    };

    private static readonly Actor Auditor = new("auditor1", new HashSet<string> { Roles.Auditor }, null);

    [Fact]
    public async Task Headquarters_sees_each_certified_node_with_what_it_reported()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        await using var headquarters = await LinkedAsync(sites, sites.Headquarters.Folder, LinkEnd.Headquarters);
        var overview = headquarters.GetRequiredService<NodeOverview>();
        var never = Assert.Single((await ListAsync(overview)).Nodes);
        Assert.Equal(("khi-1", "PKKHI", NodeState.Never, null, 0L), (never.Node, never.Port, never.State, never.Lag, never.Received));
        Assert.Empty(never.Alerts);

        await headquarters.GetRequiredService<WatchlistRegister>().ImportAsync(new PublishedList("un", sites.Clock.GetUtcNow(), [Listed]), Actor.CommandLine, cancellation: TestContext.Current.CancellationToken);
        var at = sites.Clock.GetUtcNow();
        var board = headquarters.GetRequiredService<NodeBoard>();
        board.Put(Report(head: 3, at.AddSeconds(40)), 0, at);
        await headquarters.GetRequiredService<RecordIntake>().RefuseAsync("khi-1", new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);
        await headquarters.GetRequiredService<RecordIntake>().RefuseAsync("khi-1", new byte[] { 4 }, TestContext.Current.CancellationToken);
        var heard = Assert.Single((await ListAsync(overview)).Nodes);
        Assert.Equal((NodeState.Up, 3L, 40.0, 7_000_000_000L, "1.2.3", 2), (heard.State, heard.Lag!.Value, heard.ClockAheadSeconds!.Value, heard.DiskFree!.Value, heard.Version, heard.Refused));
        Assert.Equal((at, at, at.AddMinutes(-1), at), (heard.ReportedAt, heard.LackingSince, heard.LastCrossing, heard.RefusedAt));
        Assert.Equal([new ScreenedList("lost", 2, null), new ScreenedList("un", null, 1)], heard.Lists);
        Assert.Equal([NodeAlert.Refused, NodeAlert.ListOlder, NodeAlert.ClockOff], heard.Alerts);
        Assert.True(heard.CertificateUntil > at.AddDays(30));

        // The same record is lacking still; a later report of no progress does not begin anew.
        sites.Clock.Advance(TimeSpan.FromMinutes(11));
        board.Put(Report(head: 4, sites.Clock.GetUtcNow()), 0, sites.Clock.GetUtcNow());
        Assert.Contains(NodeAlert.Behind, Assert.Single((await ListAsync(overview)).Nodes).Alerts);
        board.Put(Report(head: 5, sites.Clock.GetUtcNow()), 1, sites.Clock.GetUtcNow());
        Assert.Equal(sites.Clock.GetUtcNow(), board.Find("khi-1")!.LackingSince);
        board.Put(Report(head: 5, sites.Clock.GetUtcNow()), 5, sites.Clock.GetUtcNow());
        Assert.Null(board.Find("khi-1")!.LackingSince);

        sites.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(NodeState.Silent, Assert.Single((await ListAsync(overview)).Nodes).State);
    }

    [Fact]
    public async Task Who_may_not_is_told_so_and_each_reading_is_audited_but_not_each_look_of_an_open_page()
    {
        await using var sites = await PkiSites.OpenAsync();
        await using var headquarters = await LinkedAsync(sites, sites.Headquarters.Folder, LinkEnd.Headquarters);
        var overview = headquarters.GetRequiredService<NodeOverview>();
        foreach (var (role, port, may) in new[]
        {
            (Roles.Administrator, "PKKHI", true), (Roles.Auditor, null, true), (Roles.Supervisor, null, true), (Roles.Supervisor, "PKKHI", false), (Roles.Officer, null, false), (Roles.WatchlistManager, null, false),
        })
        {
            var actor = new Actor(role, new HashSet<string> { role }, port);
            Assert.Equal(may, (await overview.ListAsync(actor, TestContext.Current.CancellationToken)).Succeeded);
            Assert.Equal(may, (await overview.LookAgainAsync(actor, TestContext.Current.CancellationToken)).Succeeded);
        }
        Assert.Equal([Roles.Administrator, Roles.Auditor, Roles.Supervisor], (await PkiSites.AuditedAsync(headquarters.GetRequiredService<AuditLog>(), AuditAction.NodesRead)).Select(a => a.Actor).Order());
        Assert.False(overview.Own(new Actor("w", new HashSet<string> { Roles.WatchlistManager }, null)).Succeeded);
        Assert.Equal(new OwnLink(LinkPlace.Headquarters, null), overview.Own(new Actor("o", new HashSet<string> { Roles.Officer }, "PKKHI")).Value);
    }

    [Fact]
    public async Task A_port_sees_its_own_link_and_a_site_without_links_that_it_stands_alone()
    {
        await using var sites = await PkiSites.OpenAsync();
        await using var port = await LinkedAsync(sites, sites.Port.Folder, LinkEnd.Port);
        var overview = port.GetRequiredService<NodeOverview>();
        var link = port.GetRequiredService<LinkState>();
        var now = sites.Clock.GetUtcNow();
        link.Queued(7);
        link.Failed("no route");
        Assert.Equal(new PortLinkView(false, null, null, 0, 7, "no route"), (await ListAsync(overview)).Link);
        link.Answered(now, now.AddSeconds(2), 12);
        Assert.Equal(new OwnLink(LinkPlace.Port, new PortLinkView(true, now, -2, 12, 7, null)), overview.Own(Auditor).Value);
        sites.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False((await ListAsync(overview)).Link!.IsUp);

        await using var alone = await LinkedAsync(sites, (await sites.SiteAsync("alone-1", "PKLHE")).Folder, null);
        var nothing = await ListAsync(alone.GetRequiredService<NodeOverview>());
        Assert.Equal((LinkPlace.Alone, 0, null), (nothing.Place, nothing.Nodes.Count, nothing.Link));
    }

    private static PortReport Report(long head, DateTimeOffset clock) =>
        new(1, "khi-1", "1.2.3", "stream", head, 0, clock, 7_000_000_000, new Dictionary<string, int> { ["lost"] = 2 }, PkiSites.Start.AddMinutes(-1));

    private static async Task<NodesView> ListAsync(NodeOverview overview) => PkiSites.Value(await overview.ListAsync(Auditor, TestContext.Current.CancellationToken));

    private static async Task<ServiceProvider> LinkedAsync(PkiSites sites, SiteFolder folder, LinkEnd? end)
    {
        if (end is { } of)
            new LinkSettings { End = of, Headquarters = "headquarters" }.Write(folder);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(sites.Clock).AddLinks(folder).AddBorder(folder).AddNodeOverview().BuildServiceProvider();
        await services.OpenBorderAsync(TestContext.Current.CancellationToken);
        services.GetService<NodeBoard>();
        return services;
    }
}
