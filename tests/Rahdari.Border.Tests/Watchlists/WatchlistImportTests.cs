using System.Text;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Lists read from files become versions in force, on both engines.</summary>
public class WatchlistImportTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_import_is_a_difference(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var register = site.Get<WatchlistRegister>();
        var first = await ImportAsync(site, SpecimenLists.UnText);
        Assert.Equal((1, 5, 4, 5, 0, 0), (first.Number, first.Entries, first.Individuals, first.Added, first.Changed, first.Delisted));

        var again = await ImportAsync(site, SpecimenLists.UnText);
        Assert.Equal((1, 0, 0, 0), (again.Number, again.Added, again.Changed, again.Delisted));

        var newer = SpecimenLists.UnText
            .Replace("2026-01-15", "2026-02-15", StringComparison.Ordinal)
            .Replace("Zarbakht Namunawala", "Zarbakht Mithalwala", StringComparison.Ordinal)
            .Replace("SPi.103", "SPi.105", StringComparison.Ordinal);
        var second = await ImportAsync(site, newer, allowShrink: true);
        Assert.Equal((2, 1, 1, 1), (second.Number, second.Added, second.Changed, second.Delisted));
        var changes = await register.ChangesAsync("un", 2, 0, 10, site.ListManager, TestContext.Current.CancellationToken);
        Assert.Equal(
            [(WatchlistChangeKind.Changed, "SPi.101"), (WatchlistChangeKind.Delisted, "SPi.103"), (WatchlistChangeKind.Added, "SPi.105")],
            changes.Value!.Items.Select(c => (c.Kind, c.Reference)));
        Assert.Contains(changes.Value!.Items[0].Before!.Names, n => n.Text == "Zarbakht Namunawala");
        Assert.Contains(changes.Value!.Items[0].After!.Names, n => n.Text == "Zarbakht Mithalwala");
        Assert.Equal("WATCHLIST_SHRINKS", (await register.ImportAsync(SpecimenLists.ReadUn(SpecimenLists.UnText.Replace("2026-01-15", "2026-03-15", StringComparison.Ordinal)).Usable(), site.ListManager)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_stored_is_what_was_read(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var list = SpecimenLists.ReadUn(SpecimenLists.Un).Usable();
        await ImportAsync(site, SpecimenLists.UnText);
        var stored = await site.Get<WatchlistRegister>().EntriesAsync("un", null, 0, 10, site.ListManager, TestContext.Current.CancellationToken);
        Assert.Equal(list.Entries.OrderBy(e => e.Reference, StringComparer.Ordinal).Select(e => e.ContentHash()), stored.Value!.Items.OrderBy(e => e.Reference, StringComparer.Ordinal).Select(e => e.ContentHash()));
        await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal("un/SPi.101", site.Get<WatchlistScreen>().Screen(new PersonQuery("NAMUNAWALA ZARBAKHT"))[0].Person.Key);
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_import_cancelled_half_way_leaves_the_version_in_force(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, SpecimenLists.UnText);
        var many = string.Concat(Enumerable.Range(1, 2000).Select(i => $"<ENTITY><REFERENCE_NUMBER>SPe.{i + 1000}</REFERENCE_NUMBER><FIRST_NAME>SPECIMEN {i}</FIRST_NAME></ENTITY>"));
        var larger = SpecimenLists.ReadUn(SpecimenLists.UnText.Replace("2026-01-15", "2026-02-15", StringComparison.Ordinal).Replace("</ENTITIES>", many + "</ENTITIES>", StringComparison.Ordinal)).Usable();
        using var cancellation = new CancellationTokenSource();
        var half = new Recorder(_ => cancellation.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Get<WatchlistRegister>().ImportAsync(larger, site.ListManager, progress: half, cancellation: cancellation.Token));
        var inForce = Assert.Single((await site.Get<WatchlistRegister>().InForceAsync(site.ListManager)).Value!);
        Assert.Equal((1, 5), (inForce.Number, inForce.Entries));
        Assert.Equal(5, (await site.Get<WatchlistRegister>().EntriesAsync("un", null, 0, 10, site.ListManager)).Value!.Total);

        var imported = await site.Get<WatchlistRegister>().ImportAsync(larger, site.ListManager);
        Assert.Equal((2, 2000), (imported.Value!.Number, imported.Value.Added));
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_file_cut_off_anywhere_changes_nothing(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, SpecimenLists.UnText);
        var end = SpecimenLists.Un.AsSpan().LastIndexOf("</CONSOLIDATED_LIST>"u8) + "</CONSOLIDATED_LIST>".Length;
        for (var length = 0; length < end; length += 97)
            Assert.Null(SpecimenLists.ReadUn(SpecimenLists.Un[..length]).List);
        var inForce = Assert.Single((await site.Get<WatchlistRegister>().InForceAsync(site.ListManager)).Value!);
        Assert.Equal((1, 5), (inForce.Number, inForce.Entries));
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_whole_published_lists_are_imported_and_again_without_a_change(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var register = site.Get<WatchlistRegister>();
        foreach (var read in new Func<PublishedList>[] { ReadUn, ReadOfac })
        {
            var list = read();
            var imported = await register.ImportAsync(list, site.ListManager, cancellation: TestContext.Current.CancellationToken);
            Assert.True(imported.Succeeded, imported.Problem?.Code);
            Assert.Equal((list.Entries.Count, list.Entries.Count, 0, 0), (imported.Value.Entries, imported.Value.Added, imported.Value.Changed, imported.Value.Delisted));
            var again = await register.ImportAsync(read(), site.ListManager, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal((1, 0, 0, 0), (again.Value!.Number, again.Value.Added, again.Value.Changed, again.Value.Delisted));
            output.WriteLine($"[measure] {engine}, {list.Code} list imported: {list.Entries.Count} entries; again: 0 changes");
        }
    }

    private static PublishedList ReadUn()
    {
        using var file = File.OpenRead(SharedData.Path("watchlists", "un-consolidated.xml"));
        return UnConsolidatedList.Read(file, "un-consolidated.xml").Usable();
    }

    private static PublishedList ReadOfac()
    {
        using var sdn = File.OpenRead(SharedData.Path("watchlists", "ofac", "sdn.csv"));
        using var alt = File.OpenRead(SharedData.Path("watchlists", "ofac", "alt.csv"));
        using var add = File.OpenRead(SharedData.Path("watchlists", "ofac", "add.csv"));
        return OfacList.Read([("sdn.csv", sdn), ("alt.csv", alt), ("add.csv", add)]).Usable();
    }

    private static async Task<WatchlistVersion> ImportAsync(TestSite site, string xml, bool allowShrink = false)
    {
        var list = SpecimenLists.ReadUn(Encoding.UTF8.GetBytes(xml)).Usable();
        var imported = await site.Get<WatchlistRegister>().ImportAsync(list, site.ListManager, allowShrink, cancellation: TestContext.Current.CancellationToken);
        Assert.True(imported.Succeeded, imported.Problem?.Code);
        return imported.Value;
    }
}
