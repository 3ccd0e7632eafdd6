using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>A list is written while the counters work, and comes into force whole or not at all.</summary>
public class StagedImportTests(ITestOutputHelper output)
{
    /// <summary>Reports of progress of the import from <see cref="First"/> to <see cref="Second"/>: two units that close rows, three that add some.</summary>
    private const int Reports = 5;

    public static TheoryData<string> Engines => TestSite.Engines;

    private static WatchlistEntry[] First { get; } = [.. Enumerable.Range(0, 1200).Select(i => Lists.Person($"SP.{i:00000}", $"SPECIMEN NAMUNA {i}"))];

    /// <summary>600 changed, 100 delisted, 700 added.</summary>
    private static WatchlistEntry[] Second { get; } =
    [
        .. First[..500],
        .. Enumerable.Range(500, 600).Select(i => Lists.Person($"SP.{i:00000}", $"MITHAL EXEMPLAR {i}")),
        .. Enumerable.Range(2000, 700).Select(i => Lists.Person($"SP.{i:00000}", $"MITHAL EXEMPLAR {i}")),
    ];

    [Theory, MemberData(nameof(Engines))]
    public async Task Crossings_are_recorded_while_a_large_list_is_written(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SP.1", "SPECIMEN EINS"));
        var remarks = new string('x', 600); // As much as an entry of a published list says.
        var large = new PublishedList("large", null, [.. Enumerable.Range(0, 10_000).Select(i => Lists.Person($"SP.{i}", $"SPECIMEN {i}") with { Remarks = remarks })]);
        var begun = new TaskCompletionSource();
        var import = Task.Run(() => site.Get<WatchlistRegister>().ImportAsync(large, site.ListManager, progress: new Recorder(_ => begun.TrySetResult())), TestContext.Current.CancellationToken);
        await begun.Task;
        var (writes, longest) = (0, TimeSpan.Zero);
        async Task<T> Timed<T>(Func<Task<T>> write)
        {
            var watch = Stopwatch.StartNew();
            var result = await write();
            (writes, longest) = (writes + 1, watch.Elapsed > longest ? watch.Elapsed : longest);
            return result;
        }
        for (var i = 0; !import.IsCompleted; i++)
        {
            var encounter = await Timed(() => site.PresentAsync(Specimens.Passport($"U{i:00000000}", surname: "SPECIMENA" + (char)('A' + (i % 26)))));
            var decided = await Timed(() => site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test")));
            Assert.True(decided.Succeeded, decided.Problem?.Code);
        }
        Assert.True((await import).Succeeded);
        await using var db = site.Get<BorderStorage>().Open();
        var imported = await db.Audit.Where(a => a.Action == AuditAction.WatchlistImported && a.SubjectId == "large@1").Select(a => a.Id).SingleAsync(TestContext.Current.CancellationToken);
        var inForce = await db.Ledger.Where(e => e.Id == imported).Select(e => e.Sequence).SingleAsync(TestContext.Current.CancellationToken);
        var before = await db.Ledger.CountAsync(e => e.Kind == LedgerKind.Crossing && e.Sequence < inForce, TestContext.Current.CancellationToken);
        output.WriteLine($"[measure] {engine}, {large.Entries.Count} entries imported: {before} crossings recorded meanwhile in {writes} writes, the longest wait for one {longest.TotalMilliseconds:0} ms");
        Assert.True(before >= 3, $"{before} crossings were recorded before the list came into force.");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Wherever_an_import_is_cancelled_the_version_before_stays_in_force_and_the_next_import_clears_what_it_left(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, First);
        for (var at = 1; at <= Reports; at++)
        {
            using var cancellation = new CancellationTokenSource();
            var reports = 0;
            var recorder = new Recorder(_ => { if (++reports == at) cancellation.Cancel(); });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Second), site.ListManager, progress: recorder, cancellation: cancellation.Token));
            Assert.Equal(at, reports);
            await AssertFirstInForceAsync(site);
        }
        // What the dead left is there, and after a restart it is as invisible.
        Assert.True((await RowsAsync(site)).Count > First.Length);
        await site.RestartAsync();
        await AssertFirstInForceAsync(site);
        await AssertSecondComesIntoForceAsync(site);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_row_that_the_database_refuses_leaves_the_version_before_in_force(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, First);
        await ExecuteAsync(site, engine == TestSite.Sqlite
            ? "CREATE TRIGGER broken BEFORE INSERT ON watchlist_entries WHEN NEW.reference = 'SP.02600' BEGIN SELECT RAISE(ABORT, 'broken'); END"
            : "ALTER TABLE border.watchlist_entries ADD CONSTRAINT broken CHECK (reference <> 'SP.02600')");
        await Assert.ThrowsAsync<DbUpdateException>(() => site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Second), site.ListManager));
        await AssertFirstInForceAsync(site);
        await ExecuteAsync(site, engine == TestSite.Sqlite ? "DROP TRIGGER broken" : "ALTER TABLE border.watchlist_entries DROP CONSTRAINT broken");
        await AssertSecondComesIntoForceAsync(site);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_unit_that_is_run_again_because_another_spoilt_its_transaction_is_applied_once(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, First);
        var ledger = site.Get<LedgerWriter>();
        var spoilers = new List<Task>();
        var runs = 0;
        // At each report, before the import asks for its next unit: one that holds the writer until that unit waits, and then puts the spoiler behind it.
        var recorder = new Recorder(_ =>
        {
            var holds = new TaskCompletionSource();
            spoilers.Add(ledger.WriteAsync(
                async _ =>
                {
                    holds.SetResult();
                    await Task.Delay(50);
                    spoilers.Add(Assert.ThrowsAsync<InvalidOperationException>(() => ledger.WriteAsync<bool>(_ => throw new InvalidOperationException($"spoilt {++runs}"), CancellationToken.None)));
                    return true;
                },
                CancellationToken.None));
            holds.Task.Wait();
        });
        var imported = await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Second), site.ListManager, progress: recorder);
        Assert.Equal(2, imported.Value!.Number);
        await Task.WhenAll(spoilers.ToArray());
        Assert.True(runs > Reports, $"{runs} runs of {Reports} spoilers: no transaction was spoilt.");
        await AssertSecondInForceAsync(site);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_later_import_takes_the_place_of_one_under_way(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, First);
        var register = site.Get<WatchlistRegister>();
        Task<Answer<WatchlistVersion>>? later = null;
        var recorder = new Recorder(_ => (later ??= Task.Run(() => register.ImportAsync(Lists.Of(Second), site.ListManager))).Wait());
        var earlier = await register.ImportAsync(Lists.Of(Second[..1150]), site.ListManager, progress: recorder, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("WATCHLIST_IMPORT_SUPERSEDED", earlier.Problem?.Code);
        Assert.Equal(2, (await later!).Value!.Number);
        await AssertSecondInForceAsync(site);
    }

    private static async Task AssertFirstInForceAsync(TestSite site)
    {
        var register = site.Get<WatchlistRegister>();
        var inForce = Assert.Single((await register.InForceAsync(site.ListManager)).Value!);
        Assert.Equal((1, First.Length), (inForce.Number, inForce.Entries));
        Assert.Equal(First.Length, (await register.EntriesAsync("un", null, 0, 1, site.ListManager)).Value!.Total);
        Assert.Equal(0, (await register.EntriesAsync("un", "MITHAL", 0, 1, site.ListManager)).Value!.Total);
        Assert.Equal("WATCHLIST_NOT_FOUND", (await register.ChangesAsync("un", 2, 0, 1, site.ListManager)).Problem?.Code);
        Assert.Equal(First.Length, (await register.ChangesAsync("un", 1, 0, 1, site.ListManager)).Value!.Total);
        // A screen of its own, so that it loads what is in force now.
        using var lists = new SearchedLists(site.Folder, site.Get<BorderStorage>());
        var screen = new WatchlistScreen(lists, site.Get<LedgerWriter>(), site.Get<PolicyInForce>());
        await screen.RefreshAsync();
        Assert.Equal(["un@1"], screen.Versions);
        Assert.StartsWith("SPECIMEN NAMUNA", screen.Screen(new PersonQuery("SPECIMEN NAMUNA"))[0].Name.Text, StringComparison.Ordinal);
        Assert.Empty(screen.Screen(new PersonQuery("MITHAL EXEMPLAR")));
    }

    private static async Task AssertSecondComesIntoForceAsync(TestSite site)
    {
        var imported = (await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Second), site.ListManager)).Value!;
        Assert.Equal((2, 700, 600, 100), (imported.Number, imported.Added, imported.Changed, imported.Delisted));
        await AssertSecondInForceAsync(site);
    }

    private static async Task AssertSecondInForceAsync(TestSite site)
    {
        var rows = await RowsAsync(site);
        Assert.Equal(First.Length + 1300, rows.Count);
        Assert.Equal(700, rows.Count(r => r.UntilVersion == 2));
        Assert.Equal(Second.Select(e => e.ContentHash()).Order(), rows.Where(r => r.UntilVersion is null).Select(r => r.ContentHash).Order());
        var changes = (await site.Get<WatchlistRegister>().ChangesAsync("un", 2, 0, 1, site.ListManager)).Value!;
        Assert.Equal(1400, changes.Total);
        await site.Get<WatchlistScreen>().RefreshAsync();
        Assert.Equal(["un@2"], site.Get<WatchlistScreen>().Versions);
        Assert.StartsWith("MITHAL EXEMPLAR", site.Get<WatchlistScreen>().Screen(new PersonQuery("MITHAL EXEMPLAR"))[0].Name.Text, StringComparison.Ordinal);
        await using var db = site.Get<BorderStorage>().Open();
        Assert.Equal(0, await db.WatchlistImports.CountAsync());
        Assert.Equal(2, await db.Audit.CountAsync(a => a.Action == AuditAction.WatchlistImported));
    }

    private static async Task<List<WatchlistEntryRow>> RowsAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await db.WatchlistEntries.AsNoTracking().ToListAsync();
    }

    private static async Task ExecuteAsync(TestSite site, string sql)
    {
        await using var db = site.Get<BorderStorage>().Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
