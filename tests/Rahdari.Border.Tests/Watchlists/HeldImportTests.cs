using Rahdari.Border.Audit;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>An entry that would stop very many comes into force when two people want it.</summary>
public class HeldImportTests
{
    private static readonly WatchlistEntry Narrow = Lists.Person("SPEi.1", "Bashar SPECIMENOV", "1975-02-03");
    private static readonly WatchlistEntry Wide = Lists.Person("SPEi.2", "Muhammad Khan");

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_import_that_adds_an_entry_which_would_stop_very_many_waits_for_a_second_person(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport("U00000001", "KHAN", "MUHAMMAD"));
        await site.PassAsync(Specimens.Passport("U00000002", "KHAN", "MUHAMMAD", born: "1991-01-02"));
        await Lists.ImportAsync(site, Narrow);
        var (register, held, screen, cancellation) = (site.Get<WatchlistRegister>(), site.Get<HeldImports>(), site.Get<WatchlistScreen>(), TestContext.Current.CancellationToken);
        var refused = await register.ImportAsync(Lists.Of(Narrow, Wide), site.ListManager, cancellation: cancellation);
        Assert.Equal("WATCHLIST_IMPORT_HELD", refused.Problem?.Code);
        Assert.Equal("SPEi.2 (2)", refused.Problem!.Evidence["examples"]);
        Assert.False(await screen.RefreshAsync(cancellation));
        Assert.Empty(screen.Screen(new PersonQuery("Muhammad Khan")));

        var waiting = Assert.Single((await held.ListAsync(site.Auditor, cancellation)).Value!);
        Assert.Equal((2, "lists1", 1, 0), (waiting.Version.Number, waiting.Version.ImportedBy, waiting.Version.Added, waiting.Version.Changed));
        Assert.Equal(new WideEntry("SPEi.2", "Muhammad Khan", 2), Assert.Single(waiting.Wide));
        var at = waiting.Version.ImportedAt;
        Assert.Equal("SECOND_PERSON_REQUIRED", (await held.DecideAsync("un", at, true, null, site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await held.DecideAsync("un", at, true, null, site.Officer, cancellation)).Problem?.Code);
        Assert.Equal("WATCHLIST_HELD_IMPORT_NOT_FOUND", (await held.DecideAsync("ofac", waiting.Version.ImportedAt, true, null, site.Supervisor, cancellation)).Problem?.Code);

        Assert.Equal(2, (await held.DecideAsync("un", at, true, "Wanted", site.Supervisor, cancellation)).Value!.Number);
        Assert.True(await screen.RefreshAsync(cancellation));
        Assert.Equal("un/SPEi.2", Assert.Single(screen.Screen(new PersonQuery("Muhammad Khan"))).Person.Key);
        Assert.Empty((await held.ListAsync(site.Auditor, cancellation)).Value!);
        // Whoever was agreed to once does not hold the next import up.
        Assert.True((await register.ImportAsync(Lists.Of(Narrow, Wide with { Remarks = "More." }), site.ListManager, cancellation: cancellation)).Succeeded);
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { SubjectId = "un@2" }, 0, 10, site.Auditor, cancellation);
        Assert.Equal([AuditAction.WatchlistHeld, AuditAction.WatchlistImported], audited.Value!.Items.Select(a => a.Action).Order());
    }

    [Fact]
    public async Task A_held_import_of_a_list_without_a_date_is_read_again()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport("U00000001", "KHAN", "MUHAMMAD"));
        Assert.Equal("WATCHLIST_IMPORT_HELD", (await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Narrow, Wide) with { PublishedAt = null }, site.ListManager)).Problem?.Code);
        Assert.Null(Assert.Single((await site.Get<HeldImports>().ListAsync(site.Auditor)).Value!).Version.PublishedAt);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_held_import_is_dropped_with_a_reason_or_gives_way_to_the_next(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport("U00000001", "KHAN", "MUHAMMAD"));
        await Lists.ImportAsync(site, Narrow);
        var (register, held, cancellation) = (site.Get<WatchlistRegister>(), site.Get<HeldImports>(), TestContext.Current.CancellationToken);
        Assert.Equal("WATCHLIST_IMPORT_HELD", (await register.ImportAsync(Lists.Of(Narrow, Wide), site.ListManager, cancellation: cancellation)).Problem?.Code);
        var first = await HeldAtAsync();
        Assert.Equal("REASON_REQUIRED", (await held.DecideAsync("un", first, false, null, site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal(2, (await held.DecideAsync("un", first, false, "A mistake", site.ListManager, cancellation)).Value!.Number);
        Assert.Equal(1, (await register.EntriesAsync("un", null, 0, 10, site.ListManager, cancellation)).Value!.Total);

        Assert.Equal("WATCHLIST_IMPORT_HELD", (await register.ImportAsync(Lists.Of(Narrow, Wide), site.ListManager, cancellation: cancellation)).Problem?.Code);
        // What another took the place of cannot be approved for the other, and its end is told.
        var shown = await HeldAtAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("WATCHLIST_IMPORT_HELD", (await register.ImportAsync(Lists.Of(Narrow, Wide with { Remarks = "Not seen." }), site.ListManager, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("WATCHLIST_IMPORT_SUPERSEDED", (await held.DecideAsync("un", shown, true, "Wanted", site.Supervisor, cancellation)).Problem?.Code);
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { SubjectId = "un@2" }, 0, 20, site.Auditor, cancellation);
        Assert.Single(audited.Value!.Items, a => a.Action == AuditAction.WatchlistDropped && a.Detail!.Contains("replaced", StringComparison.Ordinal));

        var next = await register.ImportAsync(Lists.Of(Narrow, Lists.Person("SPEi.3", "Other EXEMPLAR")), site.ListManager, cancellation: cancellation);
        Assert.Equal(2, next.Value!.Number);
        Assert.Equal("WATCHLIST_HELD_IMPORT_NOT_FOUND", (await held.DecideAsync("un", shown, true, null, site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal(["SPEi.1", "SPEi.3"], (await register.EntriesAsync("un", null, 0, 10, site.ListManager, cancellation)).Value!.Items.Select(e => e.Reference));

        async Task<DateTimeOffset> HeldAtAsync() => Assert.Single((await held.ListAsync(site.Auditor, cancellation)).Value!).Version.ImportedAt;
    }

    [Fact]
    public async Task A_wide_entry_that_would_have_stopped_nobody_of_late_holds_nothing_up()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        Assert.Equal(2, (await Lists.ImportAsync(site, Narrow, Wide)).Added);
    }

    [Fact]
    public async Task An_entry_that_loses_what_narrowed_it_is_held_too()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport("U00000001", "KHAN", "MUHAMMAD"));
        await Lists.ImportAsync(site, [Lists.Person("SPEi.2", "Muhammad Khan", "1960"), .. Enumerable.Range(10, 20).Select(i => Lists.Person($"SPEi.{i}", $"Specimen NUMBER{i}", "1970"))]);
        WatchlistEntry[] entries = [Wide, .. Enumerable.Range(10, 20).Select(i => Lists.Person($"SPEi.{i}", $"Specimen NUMBER{i}", "1970"))];
        Assert.Equal("WATCHLIST_IMPORT_HELD", (await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(entries), site.ListManager, cancellation: TestContext.Current.CancellationToken)).Problem?.Code);
    }
}
