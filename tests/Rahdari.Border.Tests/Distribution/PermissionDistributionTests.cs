using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Storage;
using Rahdari.Border.Tests.Permissions;
using Rahdari.Border.Tests.Watchlists;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>A visa issued at headquarters lets in at the port, and no longer once it is revoked.</summary>
public class PermissionDistributionTests
{
    private const string Topic = "permissions";

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_visa_of_headquarters_is_found_at_the_counter_and_its_revocation_arrives(string engine)
    {
        await using var sites = await OpenAsync(engine);
        var visa = await Entries.IssueAsync(sites.Headquarters, Entries.Issued());
        await Entries.IssueAsync(sites.Headquarters, Entries.Issued("V-2") with { DocumentNumber = "SPC000002" });
        var extension = Entries.Succeed(await sites.Headquarters.Get<ExtensionRegister>().GrantAsync(Entries.Granted(), sites.Headquarters.VisaOfficer, Cancellation));
        var first = (await sites.CatchUpAsync()).Single(terms => terms.Topic == Topic);
        Assert.Equal((0L, 3L), (first.From, first.To));
        var encounter = await sites.Port.PresentAsync(Entries.Passport);
        Assert.Equal(visa.Id, encounter.Entry?.Best?.PermissionId);
        await AssertSameAsync(sites);
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);

        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await sites.Port.Get<PermissionRegister>().RevokeAsync(visa.Id, "here", sites.Port.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await sites.Port.Get<ExtensionRegister>().RevokeAsync(extension.Id, "here", sites.Port.VisaOfficer, Cancellation)).Problem?.Code);
        Entries.Succeed(await sites.Headquarters.Get<PermissionRegister>().RevokeAsync(visa.Id, "a mistake", sites.Headquarters.VisaOfficer, Cancellation));
        Entries.Succeed(await sites.Headquarters.Get<ExtensionRegister>().RevokeAsync(extension.Id, "a mistake", sites.Headquarters.VisaOfficer, Cancellation));
        var second = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((Topic, 3L, 5L), (second.Topic, second.From, second.To));
        // Whom the officer was about to let in is judged again.
        Assert.Equal("PERMISSION_CHANGED_SINCE", (await sites.Port.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        await AssertSameAsync(sites);
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
        await sites.Port.RestartAsync();
        Assert.Empty(await sites.MissingAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_the_port_recorded_stays_beside_what_headquarters_did_under_the_same_number(string engine)
    {
        await using var sites = await OpenAsync(engine);
        await sites.CatchUpAsync(); // The rules of entry.
        var own = await Entries.IssueAsync(sites.Port, Entries.Issued(kind: "BUSINESS"));
        var theirs = await Entries.IssueAsync(sites.Headquarters, Entries.Issued());
        await sites.CatchUpAsync();
        await using (var db = sites.Port.Get<BorderStorage>().Open())
            Assert.Equal(new[] { own.Id, theirs.Id }.Order(), (await db.Permissions.Select(p => p.Id).ToListAsync(Cancellation)).Order());
        Assert.Equal(own.Id, (await Entries.IssueAsync(sites.Port, Entries.Issued(kind: "BUSINESS"))).Id);
        Entries.Succeed(await sites.Port.Get<PermissionRegister>().RevokeAsync(own.Id, "here", sites.Port.VisaOfficer, Cancellation));
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
        await AssertSameAsync(sites);
        Assert.Empty(await sites.MissingAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_changed_here_or_purged_there_is_mended_by_a_snapshot(string engine)
    {
        await using var sites = await OpenAsync(engine);
        var visas = new List<Permission>();
        for (var i = 0; i < 4; i++)
        {
            sites.Headquarters.Clock.Advance(TimeSpan.FromMinutes(1));
            visas.Add(await Entries.IssueAsync(sites.Headquarters, Entries.Issued($"V-{i}")));
        }
        await sites.CatchUpAsync();
        await using (var db = sites.Port.Get<BorderStorage>().Open())
            await db.Permissions.Where(p => p.Id == visas[1].Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.ValidUntil, new DateOnly(2040, 1, 1)), Cancellation);
        Assert.Equal("ROW_CHANGED", Assert.Single((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults).Code);
        await Entries.IssueAsync(sites.Headquarters, Entries.Issued("V-9"));
        var (terms, parts) = await sites.PartsAsync(Topic, 4);
        Assert.False(terms.IsSnapshot);
        Assert.Equal("PUBLISHED_DIFFERS", (await sites.Received.ApplyAsync(TwoSites.Sent(parts), sites.Trusted)).Problem?.Code);
        await using (var db = sites.Port.Get<BorderStorage>().Open())
            Assert.Equal(4, await db.Permissions.CountAsync(Cancellation));
        Assert.True(Assert.Single(await sites.CatchUpAsync()).IsSnapshot);
        await AssertSameAsync(sites);

        await using (var db = sites.Headquarters.Get<BorderStorage>().Open())
            await db.Permissions.Where(p => p.Id == visas[0].Id).ExecuteDeleteAsync(Cancellation);
        sites.Headquarters.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Assert.Single(await sites.CatchUpAsync()).IsSnapshot);
        await AssertSameAsync(sites);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Cut_off_before_the_last_moment_nothing_is_there(string engine)
    {
        await using var sites = await OpenAsync(engine);
        for (var i = 0; i < 3; i++)
            await Entries.IssueAsync(sites.Headquarters, Entries.Issued($"V-{i}"));
        foreach (var part in (await sites.PartsAsync(Topic, 0)).Parts)
            Assert.True((await sites.Received.TakeAsync(part, sites.Trusted)).Succeeded);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sites.Received.ApplyAsync(Topic, sites.Trusted, new Recorder(_ => cancellation.Cancel()), cancellation.Token));
        await using (var db = sites.Port.Get<BorderStorage>().Open())
            Assert.Equal(0, await db.Permissions.CountAsync(Cancellation));
        Assert.True((await sites.Received.ApplyAsync(Topic, sites.Trusted)).Succeeded);
        await AssertSameAsync(sites);
    }

    [Fact]
    public async Task Each_change_of_a_unit_has_a_number_of_its_own()
    {
        await using var sites = await OpenAsync(TestSite.Sqlite);
        var file = string.Join('\n', Enumerable.Range(0, 5).Select(i => $"{{\"authority\":\"Mission\",\"number\":\"B-{i}\",\"class\":\"TOURIST\",\"issuingState\":\"BGD\",\"documentNumber\":\"SPC00010{i}\",\"nationality\":\"BGD\",\"primaryIdentifier\":\"SPECIMENA\",\"secondaryIdentifier\":\"KHANUM\",\"dateOfBirth\":\"1980-05-17\",\"validFrom\":\"2026-01-01\",\"validUntil\":\"2026-12-31\"}}"));
        var import = Entries.Succeed(await sites.Headquarters.Get<PermissionIntake>().ImportAsync(Entries.File(file), "visas.jsonl", sites.Headquarters.VisaOfficer, cancellation: Cancellation));
        Assert.Equal(5, import.Recorded);
        await Entries.IssueAsync(sites.Headquarters, Entries.Issued());
        await using var db = sites.Headquarters.Get<BorderStorage>().Open();
        Assert.Equal([1, 2, 3, 4, 5, 6], (await db.Permissions.Select(p => p.Sequence).ToListAsync(Cancellation)).Order());
    }

    private static async Task<TwoSites> OpenAsync(string engine)
    {
        var sites = await TwoSites.OpenAsync(engine);
        Entries.Succeed(await sites.Headquarters.Get<EntryRulesRegister>().PublishAsync(Entries.Rules, "specimen", sites.Headquarters.VisaOfficer, Cancellation));
        return sites;
    }

    private static async Task AssertSameAsync(TwoSites sites)
    {
        var (here, there) = (await ReadAsync(sites.Headquarters), await ReadAsync(sites.Port));
        Assert.NotEmpty(here);
        Assert.Equal(here, there);

        static async Task<List<string>> ReadAsync(TestSite site)
        {
            await using var db = site.Get<BorderStorage>().Open();
            var permissions = await db.Permissions.AsNoTracking().Where(p => p.Node == "hq-1").ToListAsync();
            var extensions = await db.StayExtensions.AsNoTracking().Where(x => x.Node == "hq-1").ToListAsync();
            return
            [
                .. permissions.Select(p => $"{p.Sequence} {p.NumberAsRead} {p.Read() with { Ports = [] }} {p.Ports}").Order(StringComparer.Ordinal),
                .. extensions.Select(x => $"{x.Sequence} {x.DecidedBefore:O} {x.Read()}").Order(StringComparer.Ordinal),
            ];
        }
    }
}
