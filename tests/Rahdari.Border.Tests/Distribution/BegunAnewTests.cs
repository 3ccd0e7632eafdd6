using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Border.Tests.Permissions;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>A headquarters that was restored from a backup counts from lower numbers than ports hold.</summary>
public class BegunAnewTests
{
    private const string Un = "watchlist/un";

    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task Ports_keep_what_they_hold_until_headquarters_begins_anew_and_then_take_what_it_has(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        for (var version = 1; version <= 3; version++)
            await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"), Lists.Person($"SP.OLD{version}", $"VETERAN EXEMPLAR {version}"));
        await sites.CatchUpAsync();
        var before = await sites.Published.CatalogueAsync(Cancellation);
        var (_, parts) = await sites.PartsAsync(Un, 0);

        await sites.RestoreHeadquartersAsync(engine);
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"), Lists.Person("SP.NEW", "NEWCOMER EXEMPLAR"));
        var refused = await sites.Received.MissingAsync(await sites.Published.CatalogueAsync(Cancellation), sites.Trusted, Cancellation);
        Assert.Equal("PUBLISHED_OLDER", refused.Problem?.Code);
        Assert.NotEmpty(Screened(sites, "VETERAN EXEMPLAR 3"));

        var begun = await sites.Series.BeginAsync("restored", Administrator, Cancellation);
        Assert.True(begun.Succeeded, begun.Problem?.ToString());
        Assert.Equal([new MissingTopic(Un, 0, 1)], await sites.MissingAsync());
        // Until it has come whole, the port goes on screening with what it holds.
        Assert.NotEmpty(Screened(sites, "VETERAN EXEMPLAR 3"));
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((1L, true), (terms.To, terms.IsSnapshot));
        Assert.Equal(["un@1"], sites.Port.Get<WatchlistScreen>().Versions);
        Assert.NotEmpty(Screened(sites, "NEWCOMER EXEMPLAR"));
        Assert.Empty(Screened(sites, "VETERAN EXEMPLAR 3"));
        Assert.Empty(await sites.MissingAsync());
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);

        // What the lost machine had signed brings nothing back.
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.MissingAsync(before, sites.Trusted, Cancellation)).Problem?.Code);
        Assert.Equal(("PUBLISHED_OLDER", "series"), (await sites.Received.TakeAsync(parts[0], sites.Trusted, Cancellation)).Problem is { } old ? (old.Code, old.Field) : default);

        // From here on it goes as ever.
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"), Lists.Person("SP.NEXT", "NEXT EXEMPLAR"));
        Assert.Equal([new MissingTopic(Un, 1, 2)], await sites.MissingAsync());
        await sites.CatchUpAsync();
        Assert.Equal(["un@2"], sites.Port.Get<WatchlistScreen>().Versions);
        var audited = await sites.Headquarters.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TopicsBegunAnew }, 0, 10, sites.Headquarters.Auditor, Cancellation);
        Assert.EndsWith(": restored", Assert.Single(audited.Value!.Items).Detail, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Rules_and_permissions_begin_anew_too_and_the_same_content_is_not_sent_again(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"));
        await PublishAsync(sites.Headquarters, 2);
        await sites.CatchUpAsync();
        Assert.Equal(["entry-rules@2", "permissions@2", "watchlist/un@1"], await HeldAsync(sites));

        await sites.RestoreHeadquartersAsync(engine);
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"));
        await PublishAsync(sites.Headquarters, 1);
        Assert.True((await sites.Series.BeginAsync("restored", Administrator, Cancellation)).Succeeded);
        Assert.Equal(["entry-rules", "permissions"], (await sites.CatchUpAsync()).Select(terms => terms.Topic));
        Assert.Equal(["entry-rules@1", "permissions@1", "watchlist/un@1"], await HeldAsync(sites));
        Assert.Empty(await sites.MissingAsync());
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);
    }

    [Fact]
    public async Task A_restored_headquarters_hands_nothing_out_until_it_begins_anew_and_a_port_cannot()
    {
        await using var sites = await TwoSites.OpenAsync("sqlite");
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"));
        await sites.CatchUpAsync();
        var before = await sites.Published.CatalogueAsync(Cancellation);
        await sites.Series.HoldBackAsync(Cancellation);
        await sites.ImportAsync(Lists.Person("SP.2", "EXEMPLAR SPECIMENOV"));
        Assert.True(await sites.Series.IsHeldBackAsync(Cancellation));
        Assert.Null(await sites.Published.CatalogueAsync(Cancellation));
        Assert.Equal("TOPIC_UNKNOWN", (await sites.Published.OpenAsync(Un, 1, "khi-1", Cancellation)).Problem?.Code);
        Assert.True((await sites.Series.BeginAsync("restored", Administrator, Cancellation)).Succeeded);
        await sites.CatchUpAsync();
        Assert.Equal(["un@2"], sites.Port.Get<WatchlistScreen>().Versions);

        var refused = await sites.Port.Get<PublishedSeries>().BeginAsync("mistaken", Administrator, Cancellation);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", refused.Problem?.Code);
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.MissingAsync(before, sites.Trusted, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_series_is_noted_also_where_it_says_the_same_and_what_was_collected_before_is_in_nobodys_way()
    {
        await using var sites = await TwoSites.OpenAsync("sqlite");
        for (var version = 1; version <= 3; version++)
            await sites.ImportAsync(Lists.Person("SP.1", $"NAMUNA MITHALZADA {version}"));
        // Fetched by the port, and never brought into force.
        var (_, parts) = await sites.PartsAsync(Un, 0);
        Assert.Empty(Entries.Succeed(await sites.Received.TakeAsync(parts[0], sites.Trusted, Cancellation)).Missing);
        var lost = await sites.Published.CatalogueAsync(Cancellation);

        await sites.RestoreHeadquartersAsync("sqlite");
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA 1"));
        Assert.True((await sites.Series.BeginAsync("restored", Administrator, Cancellation)).Succeeded);
        Assert.Equal(1, Assert.Single(await sites.CatchUpAsync()).To);
        Assert.True((await sites.Series.BeginAsync("again", Administrator, Cancellation)).Succeeded);
        var second = await sites.Published.CatalogueAsync(Cancellation);
        Assert.Empty(await sites.MissingAsync());
        Assert.Equal(("PUBLISHED_OLDER", "PUBLISHED_OLDER"), ((await sites.Received.MissingAsync(lost, sites.Trusted, Cancellation)).Problem?.Code, (await sites.Received.TakeAsync(parts[0], sites.Trusted, Cancellation)).Problem?.Code));
        Assert.True((await sites.Received.MissingAsync(second, sites.Trusted, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task It_is_the_administrators_with_a_reason_and_each_series_follows_the_last()
    {
        await using var sites = await TwoSites.OpenAsync("sqlite");
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"));
        Assert.Equal("ROLE_REQUIRED", (await sites.Series.BeginAsync("why", sites.Headquarters.ListManager, Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await sites.Series.BeginAsync(" ", Administrator, Cancellation)).Problem?.Code);
        var first = (await sites.Series.BeginAsync("why", Administrator, Cancellation)).Value!;
        var second = (await sites.Series.BeginAsync("why", Administrator, Cancellation)).Value!;
        Assert.Equal(first.Number + 1, second.Number);
        // A minute of the clock is a series: another machine, restored of the same backup later, goes beyond both.
        await sites.RestoreHeadquartersAsync("sqlite");
        sites.Headquarters.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await sites.Series.BeginAsync("why", Administrator, Cancellation)).Value!.Number > second.Number);
    }

    [Fact]
    public async Task Who_is_told_apart_from_what_a_number_said_before_is_not_told_apart_from_what_it_says_now()
    {
        await using var sites = await TwoSites.OpenAsync("sqlite");
        for (var version = 1; version <= 3; version++)
            await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA"), Lists.Person($"SP.OLD{version}", "VETERAN EXEMPLAR"));
        await sites.CatchUpAsync();
        var mrz = Specimens.Passport("SPC000001", surname: "MITHALZADA", given: "NAMUNA");
        var open = Assert.Single((await sites.Port.PresentAsync(mrz)).Hits);
        Assert.Equal(("SP.1", 3), (open.Reference, open.ListVersion));

        await sites.RestoreHeadquartersAsync("sqlite");
        await sites.ImportAsync(Lists.Person("SP.1", "NAMUNA MITHALZADA", "1971-08-14"));
        Assert.True((await sites.Series.BeginAsync("restored", Administrator, Cancellation)).Succeeded);
        await sites.CatchUpAsync();
        Assert.True((await sites.Port.Get<HitQueue>().ResolveAsync(open.Id, HitState.Dismissed, "another person", sites.Port.Supervisor, cancellation: Cancellation)).Succeeded);
        sites.Port.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = Assert.Single((await sites.Port.PresentAsync(mrz)).Hits);
        Assert.Equal((1, HitState.Open), (again.ListVersion, again.State));
    }

    private static IReadOnlyList<Hit> Screened(TwoSites sites, string name) => sites.Port.Get<WatchlistScreen>().Screen(new PersonQuery(name));

    /// <summary>So many versions of the rules of entry, and so many visas.</summary>
    private static async Task PublishAsync(TestSite site, int versions)
    {
        for (var version = 1; version <= versions; version++)
        {
            Entries.Succeed(await site.Get<EntryRulesRegister>().PublishAsync([Entries.Class("TOURIST"), Entries.Class($"SPC{version}")], "specimen", site.VisaOfficer, Cancellation));
            await Entries.IssueAsync(site, Entries.Issued($"V-{version}"));
        }
    }

    private static async Task<IEnumerable<string>> HeldAsync(TwoSites sites) => (await sites.Received.HeldAsync(Cancellation)).Select(held => $"{held.Topic}@{held.Version}");
}
