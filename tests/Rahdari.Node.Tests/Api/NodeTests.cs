using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;

namespace Rahdari.Node.Tests.Api;

public sealed class NodeTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Headquarters_tells_how_its_nodes_stand_and_what_was_refused(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine, prepare: HeadquartersAsync);
        var now = site.Clock.GetUtcNow();
        site.Get<NodeBoard>().Put(new PortReport(1, "lhe-1", "1.2.3", "stream", 6001, 0, now, 4_000_000_000, new Dictionary<string, int>()), 0, now);
        await site.Get<RecordIntake>().RefuseAsync("lhe-1", "SPECIMEN"u8.ToArray(), TestContext.Current.CancellationToken);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.Get<RecordIntake>().RefuseAsync("lhe-1", "SPECIMEN 2"u8.ToArray(), TestContext.Current.CancellationToken);

        var client = await site.SignInAsync(Roles.Administrator);
        var nodes = (await client.GetAsync("/api/v1/nodes")).Json;
        Assert.Equal("headquarters", nodes.GetProperty("place").GetString());
        var node = Assert.Single(nodes.GetProperty("nodes").EnumerateArray());
        Assert.Equal(("lhe-1", "PKLHE", "up"), (node.GetProperty("node").GetString(), node.GetProperty("port").GetString(), node.GetProperty("state").GetString()));
        Assert.Equal(["refused", "behind", "diskLow"], node.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString()));
        Assert.Equal((6001, 2), (node.GetProperty("lag").GetInt64(), node.GetProperty("refused").GetInt32()));
        Assert.Equal(now.AddSeconds(1), node.GetProperty("refusedAt").GetDateTimeOffset());
        Assert.Single(await site.AuditAsync(AuditAction.NodesRead));

        var page = (await client.GetAsync("/api/v1/nodes/quarantine?sender=lhe-1&offset=1&take=1")).Json;
        Assert.Equal(2, page.GetProperty("total").GetInt32());
        Assert.Equal("unreadable", Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal(0, (await client.GetAsync("/api/v1/nodes/quarantine?sender=khi-9")).Json.GetProperty("total").GetInt32());
        Assert.Equal(2, (await site.AuditAsync(AuditAction.QuarantineRead)).Count);

        // A supervisor of one port is no one of headquarters.
        var ofPort = await (await site.SignInAsync("supervisor9", RunningSite.Port, Roles.Supervisor)).GetAsync("/api/v1/nodes");
        Assert.Equal((403, "ROLE_REQUIRED"), (ofPort.Status, ofPort.Code));
        Assert.Equal(200, (await (await site.SignInAsync("supervisor1", null, Roles.Supervisor)).GetAsync("/api/v1/nodes")).Status);
    }

    [Fact]
    public async Task A_port_tells_how_its_own_link_stands()
    {
        await using var site = await RunningSite.StartAsync(prepare: folder =>
        {
            new LinkSettings { End = LinkEnd.Port, Headquarters = "headquarters" }.Write(folder);
            return Task.CompletedTask;
        });
        var officer = await site.SignInAsync(Roles.Officer);
        var link = (await officer.GetAsync("/api/v1/link")).Json;
        Assert.Equal("port", link.GetProperty("place").GetString());
        Assert.False(link.GetProperty("link").GetProperty("isUp").GetBoolean());
        site.Get<LinkState>().Answered(site.Clock.GetUtcNow(), site.Clock.GetUtcNow(), 12);
        Assert.True((await officer.GetAsync("/api/v1/link")).Json.GetProperty("link").GetProperty("isUp").GetBoolean());
        Assert.Empty(await site.AuditAsync(AuditAction.NodesRead));
        Assert.Equal(2, Islands((await officer.GetAsync("/counter")).Body));
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        Assert.Equal(12, (await supervisor.GetAsync("/api/v1/nodes")).Json.GetProperty("link").GetProperty("confirmed").GetInt64());
    }

    [Fact]
    public async Task A_site_without_links_tells_that_it_stands_alone()
    {
        await using var site = await RunningSite.StartAsync();
        var nodes = (await (await site.SignInAsync(Roles.Auditor)).GetAsync("/api/v1/nodes")).Json;
        Assert.Equal(("alone", 0, JsonValueKind.Null), (nodes.GetProperty("place").GetString(), nodes.GetProperty("nodes").GetArrayLength(), nodes.GetProperty("link").ValueKind));
        var officer = await site.SignInAsync(Roles.Officer);
        Assert.Equal(JsonValueKind.Null, (await officer.GetAsync("/api/v1/link")).Json.GetProperty("link").ValueKind);
        Assert.Equal(1, Islands((await officer.GetAsync("/counter")).Body));
    }

    /// <summary>The live parts of a page: the counter's desk, and at a port the mark of its link.</summary>
    private static int Islands(string page) => page.Split("<!--Blazor:{\"type\":\"server\"").Length - 1;

    /// <summary>Makes the site headquarters, and certifies one node.</summary>
    private static async Task HeadquartersAsync(SiteFolder folder)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RunningSite.Start);
        var port = SiteFolder.Create(Path.Combine(folder.FullPath, "..", "lhe-1"), new SiteSettings { Node = "lhe-1", Port = "PKLHE", PortName = "Lahore (test)", Counters = ["1"] }).Value!;
        await using var here = await BorderAsync(folder, clock);
        await using var there = await BorderAsync(port, clock);
        var authority = new NationalAuthority(folder, here.GetRequiredService<AuditLog>(), clock);
        var enrolment = new NodeEnrolment(port, there.GetRequiredService<AuditLog>(), clock);
        Assert.True((await authority.InitAsync("PAK", null, null, Actor.CommandLine)).Succeeded);
        var code = (await authority.InviteAsync("lhe-1", "PKLHE", 7, Actor.CommandLine)).Value!.Code;
        Assert.True((await authority.IssueAsync((await enrolment.RequestAsync(code, Actor.CommandLine)).Value!, Actor.CommandLine)).Succeeded);
        new LinkSettings { End = LinkEnd.Headquarters, Headquarters = folder.Settings.Node }.Write(folder);
    }

    private static async Task<ServiceProvider> BorderAsync(SiteFolder folder, TimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock).AddBorder(folder).BuildServiceProvider();
        await services.OpenBorderAsync(TestContext.Current.CancellationToken);
        return services;
    }
}
