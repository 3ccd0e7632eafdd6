using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Border.Tests.Watchlists;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>What headquarters lists is screened at the ports, in the very version, whole or not at all.</summary>
public class ListDistributionTests
{
    private const string Un = "watchlist/un";

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_port_takes_up_a_list_and_finds_whom_headquarters_listed(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync([.. Some(0, 1200), Lists.Person("SP.X", "NAMUNA MITHALZADA", "1971-08-14")]);
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((Un, 0L, 1L, true), (terms.Topic, terms.From, terms.To, terms.IsSnapshot));
        Assert.Equal(["un@1"], sites.Port.Get<WatchlistScreen>().Versions);
        var encounter = await sites.Port.PresentAsync(Specimens.Passport("SPC000001", surname: "MITHALZADA", given: "NAMUNA"));
        Assert.Contains(encounter.Hits, hit => hit.Reference == "SP.X");
        await AssertSameAsync(sites);
        Assert.Empty(await sites.MissingAsync());
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
        var audit = await sites.Port.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TopicApplied }, 0, 10, sites.Port.Auditor);
        Assert.Equal(("hq-1", Un), (Assert.Single(audit.Value!.Items).Actor, audit.Value.Items[0].SubjectId));
        var sent = await sites.Headquarters.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TopicSent }, 0, 10, sites.Headquarters.Auditor);
        Assert.Equal("khi-1", Assert.Single(sent.Value!.Items).Actor);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_port_that_missed_ten_versions_catches_up_by_what_changed(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Some(0, 1200));
        await sites.CatchUpAsync();
        var kept = await RowAsync(sites.Port, "SP.00999");
        for (var version = 2; version <= 11; version++)
            await sites.ImportAsync([.. Some(version, 1200 - version), Lists.Person($"SPX.{version}", $"MITHAL EXEMPLAR {version}"), Lists.Person("SPX.CHANGING", $"MITHAL {new string('X', version)}")]);
        Assert.Equal([new MissingTopic(Un, 1, 11)], await sites.MissingAsync());
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((1L, 11L, false), (terms.From, terms.To, terms.IsSnapshot));
        await AssertSameAsync(sites);
        var inForce = Assert.Single((await sites.Port.Get<WatchlistRegister>().InForceAsync(sites.Port.ListManager)).Value!);
        Assert.Equal((11, "hq-1", 1189 + 2), (inForce.Number, inForce.ImportedBy, inForce.Entries));
        // Whom nothing was said of anew is the row that was vetted and suppressed by.
        Assert.Equal(kept.Id, (await RowAsync(sites.Port, "SP.00999")).Id);
        Assert.NotEmpty(sites.Port.Get<WatchlistScreen>().Screen(new PersonQuery("MITHAL EXEMPLAR 11")));
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_port_catches_up_by_a_snapshot_where_that_says_less(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Some(0, 1200));
        await sites.CatchUpAsync();
        await sites.ImportAsync(Some(1190, 10));
        Assert.Equal([new MissingTopic(Un, 1, 2)], await sites.MissingAsync());
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((0L, 2L), (terms.From, terms.To));
        await AssertSameAsync(sites);
        Assert.Equal((0, 0, 1190), (await VersionAsync(sites.Port)) is var v ? (v.Added, v.Changed, v.Delisted) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_delta_and_a_snapshot_make_the_same_content(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await using var other = await TestSite.OpenAsync(engine);
        await sites.ImportAsync(Some(0, 700));
        await sites.CatchUpAsync();
        await sites.ImportAsync([.. Some(20, 600), .. Some(2000, 50)]);
        var delta = Assert.Single(await sites.CatchUpAsync());
        var (snapshot, parts) = await sites.PartsAsync(Un, 0);
        Assert.True((await other.Get<ReceivedTopics>().ApplyAsync(TwoSites.Sent(parts), sites.Trusted)).Succeeded);
        Assert.True(snapshot.IsSnapshot && !delta.IsSnapshot);
        Assert.Equal(snapshot.ContentHash, delta.ContentHash);
        Assert.Equal(await ContentsAsync(sites.Port), await ContentsAsync(other));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Wherever_it_is_cut_off_the_version_before_is_screened_and_the_next_try_needs_no_part_again(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Some(0, 1100));
        await sites.CatchUpAsync();
        await sites.ImportAsync([.. Some(0, 300), .. Some(3000, 1400)]);
        foreach (var part in (await sites.PartsAsync(Un, 1)).Parts)
            Assert.Empty((await sites.Received.TakeAsync(part, sites.Trusted)).Value!.Missing);
        var (cut, last) = (0, 0.0);
        for (var isCut = true; isCut;)
        {
            using var cancellation = new CancellationTokenSource();
            var reports = 0;
            var recorder = new Recorder(share =>
            {
                if (++reports <= cut)
                    return;
                (cut, last) = (reports, share);
                cancellation.Cancel();
            });
            try
            {
                var applied = await sites.Received.ApplyAsync(Un, sites.Trusted, recorder, cancellation.Token);
                Assert.True(applied.Succeeded, applied.Problem?.ToString());
                isCut = false;
            }
            catch (OperationCanceledException)
            {
                await sites.Port.RestartAsync();
                Assert.Equal(["un@1"], sites.Port.Get<WatchlistScreen>().Versions);
                Assert.Equal(1100, (await sites.Port.Get<WatchlistRegister>().EntriesAsync("un", null, 0, 1, sites.Port.ListManager)).Value!.Total);
                Assert.Equal(1, Assert.Single(await sites.Received.HeldAsync()).Version);
            }
        }
        // The last time all was written and hashed: only the moment that brings it into force was missing.
        Assert.Equal((6, 1.0), (cut, last));
        Assert.Equal(["un@2"], sites.Port.Get<WatchlistScreen>().Versions);
        await AssertSameAsync(sites);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_of_the_ports_own_is_replaced_and_from_then_on_governed(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        for (var version = 1; version <= 3; version++)
            await Lists.ImportAsync(sites.Port, [.. Some(0, 20), Lists.Person("OWN", $"SPECIMEN EIGEN {new string('X', version)}")]);
        await sites.ImportAsync(Some(0, 30));
        await sites.CatchUpAsync();
        Assert.Equal(["un@1"], sites.Port.Get<WatchlistScreen>().Versions);
        await AssertSameAsync(sites);
        Assert.DoesNotContain(sites.Port.Get<WatchlistScreen>().Screen(new PersonQuery("SPECIMEN EIGEN XXX")), hit => hit.Person.Key == "un/OWN");
        var audit = await sites.Port.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TopicApplied }, 0, 10, sites.Port.Auditor);
        Assert.EndsWith("replaced the site's own un@3", Assert.Single(audit.Value!.Items).Detail, StringComparison.Ordinal);
        var refused = await sites.Port.Get<WatchlistRegister>().ImportAsync(Lists.Of(Some(0, 30)), sites.Port.ListManager);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", refused.Problem?.Code);
        Assert.Equal("hq-1", refused.Problem!.Evidence["node"]);
        var own = await sites.Port.Get<WatchlistRegister>().ImportAsync(Lists.Of(Some(0, 5)) with { Code = "local" }, sites.Port.ListManager);
        Assert.True(own.Succeeded, own.Problem?.ToString());
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
        await sites.ImportAsync(Some(5, 30));
        Assert.Equal(1, Assert.Single(await sites.CatchUpAsync()).From);
        await AssertSameAsync(sites);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entry_that_was_changed_at_the_port_is_found_and_mended_by_a_snapshot(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Some(0, 40));
        await sites.CatchUpAsync();
        await using (var db = sites.Port.Get<BorderStorage>().Open())
            await db.WatchlistEntries.Where(e => e.Reference == "SP.00007").ExecuteUpdateAsync(set => set.SetProperty(e => e.Content, e => e.Content.Replace("NAMUNA", "NEMUNA")));
        Assert.Equal("ROW_CHANGED", Assert.Single((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults).Code);
        await sites.ImportAsync(Some(0, 41));
        var (delta, parts) = await sites.PartsAsync(Un, 1);
        Assert.False(delta.IsSnapshot);
        Assert.Equal("PUBLISHED_DIFFERS", (await sites.Received.ApplyAsync(TwoSites.Sent(parts), sites.Trusted)).Problem?.Code);
        Assert.Equal(["un@1"], sites.Port.Get<WatchlistScreen>().Versions);
        Assert.Equal([new MissingTopic(Un, 0, 2)], await sites.MissingAsync());
        Assert.True(Assert.Single(await sites.CatchUpAsync()).IsSnapshot);
        await AssertSameAsync(sites);
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
    }

    [Fact]
    public async Task Crossings_are_recorded_while_an_update_is_brought_into_force()
    {
        await using var sites = await TwoSites.OpenAsync(TestSite.Sqlite);
        await sites.ImportAsync(Some(0, 8000));
        foreach (var part in (await sites.PartsAsync(Un, 0)).Parts)
            await sites.Received.TakeAsync(part, sites.Trusted);
        var begun = new TaskCompletionSource();
        var apply = Task.Run(() => sites.Received.ApplyAsync(Un, sites.Trusted, new Recorder(_ => begun.TrySetResult())), TestContext.Current.CancellationToken);
        await begun.Task;
        for (var i = 0; !apply.IsCompleted; i++)
            await sites.Port.PassAsync(Specimens.Passport($"U{i:00000000}", surname: "MITHALA" + (char)('A' + (i % 26))));
        Assert.True((await apply).Succeeded);
        await using var db = sites.Port.Get<BorderStorage>().Open();
        var applied = await db.Audit.Where(a => a.Action == AuditAction.TopicApplied).Select(a => a.Id).SingleAsync();
        var inForce = await db.Ledger.Where(e => e.Id == applied).Select(e => e.Sequence).SingleAsync();
        var before = await db.Ledger.CountAsync(e => e.Kind == LedgerKind.Crossing && e.Sequence < inForce);
        Assert.True(before >= 3, $"{before} crossings were recorded before the list came into force.");
    }

    [Fact]
    public async Task What_headquarters_published_under_the_same_number_but_otherwise_is_taken_as_its_newest_catalogue_has_it()
    {
        await using var sites = await TwoSites.OpenAsync(TestSite.Sqlite);
        await sites.ImportAsync(Some(0, 40));
        await sites.CatchUpAsync();
        var before = (await sites.PartsAsync(Un, 0)).Parts;
        await using (var db = sites.Headquarters.Get<BorderStorage>().Open())
            await db.WatchlistEntries.Where(e => e.Reference == "SP.00007").ExecuteDeleteAsync();
        await sites.Headquarters.RestartAsync(); // As after a restored backup.
        sites.Headquarters.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([new MissingTopic(Un, 0, 1)], await sites.MissingAsync());
        await sites.CatchUpAsync();
        Assert.Equal(await ContentsAsync(sites.Headquarters), await ContentsAsync(sites.Port));
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.ApplyAsync(TwoSites.Sent(before), sites.Trusted)).Problem?.Code);
        Assert.Equal(await ContentsAsync(sites.Headquarters), await ContentsAsync(sites.Port));
    }

    internal static WatchlistEntry[] Some(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => Lists.Person($"SP.{i:00000}", $"SPECIMEN NAMUNA {(char)('A' + (i % 26))}{i}") with { Remarks = new string('x', 200) })];

    internal static async Task AssertSameAsync(TwoSites sites)
    {
        var (here, there) = (await ContentsAsync(sites.Headquarters), await ContentsAsync(sites.Port));
        Assert.Equal(here, there);
        var (published, received) = (await VersionAsync(sites.Headquarters), await VersionAsync(sites.Port));
        Assert.Equal(
            (published.Number, published.Form, published.PublishedAt, published.Entries, published.Individuals), (received.Number, received.Form, received.PublishedAt, received.Entries, received.Individuals));
    }

    internal static async Task<WatchlistVersion> VersionAsync(TestSite site) => Assert.Single((await site.Get<WatchlistRegister>().InForceAsync(site.ListManager)).Value!, v => v.List == "un");

    private static async Task<List<string>> ContentsAsync(TestSite site)
    {
        var number = (await VersionAsync(site)).Number;
        await using var db = site.Get<BorderStorage>().Open();
        var rows = await db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In("un", number)).ToListAsync();
        return [.. rows.Select(e => $"{e.Reference} {e.Kind} {e.ContentHash} {e.SearchText} {e.Content}").Order(StringComparer.Ordinal)];
    }

    private static async Task<WatchlistEntryRow> RowAsync(TestSite site, string reference)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await db.WatchlistEntries.AsNoTracking().SingleAsync(e => e.Reference == reference && e.UntilVersion == null);
    }
}
