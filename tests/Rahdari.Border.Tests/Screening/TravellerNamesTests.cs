using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Screening;

/// <summary>Parts of names weigh by who crosses here: counted when the index is built anew, kept with its file, and changed by nobody who merely comes.</summary>
public class TravellerNamesTests
{
    private const int Entries = 400;

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_part_that_travellers_bear_weighs_less_from_the_next_whole_index_on(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, "");
        using var lists = Open(site);
        await lists.RefreshAsync(Cancellation);
        var before = lists.Current;
        for (var i = 0; i < 24; i++)
            await site.PassAsync(Specimens.Passport($"U{i:D8}", "NUMUNAWALA", $"GIVEN{(char)('A' + i)}"));
        // Nobody who comes changes what is searched.
        Assert.False(await lists.RefreshAsync(Cancellation));
        Assert.Same(before, lists.Current);
        using (var restarted = Open(site))
        {
            await restarted.RefreshAsync(Cancellation);
            Assert.Equal(before.Index.Population.Size, restarted.Current.Index.Population.Size);
            Assert.Equal(Answers(before.Index), Answers(restarted.Current.Index));
        }
        // Nor does a change that stands beside the whole.
        await ImportAsync(site, "", Lists.Person("new", "MITHAL EXEMPLAR"));
        Assert.True(await lists.RefreshAsync(Cancellation));
        Assert.Equal((1, before.Index.Population.Size), (lists.Current.Index.Changes, lists.Current.Index.Population.Size));
        Assert.Equal(Answers(before.Index), Answers(lists.Current.Index));
        await ImportAsync(site, "OTHER ");
        await lists.RefreshAsync(Cancellation);
        var built = lists.Current.Index;
        Assert.Equal((0, before.Index.Population.Size + 24), (built.Changes, built.Population.Size));
        // From one in 100,000 at most to 25: two bits at least, of what a single part may weigh.
        Assert.True(OfPart(built) < OfPart(before.Index) - 2, $"{OfPart(before.Index):F1} before, {OfPart(built):F1} now.");
        using var later = Open(site);
        await site.PassAsync(Specimens.Passport("U00000099", "NUMUNAWALA", "LATER"));
        await later.RefreshAsync(Cancellation);
        Assert.Equal(built.Population.Size, later.Current.Index.Population.Size);
        Assert.Equal(Answers(built), Answers(later.Current.Index));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_who_passed_counts_once_by_the_name_read_last_and_nobody_else(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (entry, exit) = (Direction.Entry, Direction.Exit);
        foreach (var direction in new[] { entry, exit, entry, exit })
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            await site.PassAsync(Specimens.Passport("U00000001", "NUMUNAWALA", "OFTEN"), direction);
        }
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Specimens.Passport("U00000001", "NUMUNAWALA SPECIMENZAI", "OFTEN"));
        await site.PassAsync(Specimens.Passport("U00000002", "ONCE", "KHANUM"));
        await site.PresentAsync(Specimens.Passport("U00000003", "PRESENTED", "ONLY"));
        var refused = await site.PresentAsync(Specimens.Passport("U00000004", "REFUSED", "ALWAYS"));
        Assert.True((await site.DecideAsync(refused, new Decision(DecisionKind.Refuse, "test"))).Succeeded);
        await using var db = site.Get<BorderStorage>().Open();
        await using var transaction = await db.BeginSnapshotAsync(Cancellation);
        Assert.Equal(["NUMUNAWALA SPECIMENZAI OFTEN", "ONCE KHANUM"], TravellerNames.Of(db).Order());
    }

    /// <summary>As a site with large lists has it: from few entries on there is a file, and changes stand beside.</summary>
    private static SearchedLists Open(TestSite site) => new(site.Folder, site.Get<BorderStorage>(), smallLists: 100);

    private static double OfPart(ScreeningIndex index) => index.Compare(new PersonQuery("NUMUNAWALA"), "un/0")!.Alignment.Single(p => p.Queried == "NUMUNAWALA").Points;

    private static (string, double)[] Answers(ScreeningIndex index) =>
        [.. new[] { "NUMUNAWALA ZARBAKHT", "NUMUNAWALA", "BEISPIEL LOREM" }.SelectMany(name => index.Search(new PersonQuery(name), 0.0001, most: 20)).Select(h => (h.Person.Key, h.Points))];

    private static async Task ImportAsync(TestSite site, string word, params WatchlistEntry[] more)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        WatchlistEntry[] entries = [.. Enumerable.Range(0, Entries).Select(i => Lists.Person($"{i}", i == 0 ? "NUMUNAWALA ZARBAKHT" : $"BEISPIEL {word}{Word(i)}")), .. more];
        var imported = await site.Get<WatchlistRegister>().ImportAsync(new PublishedList("un", site.Clock.GetUtcNow(), entries), site.ListManager, allowShrink: true, cancellation: Cancellation);
        Assert.True(imported.Succeeded, imported.Problem?.ToString());
    }

    private static string Word(int i) => string.Concat(new[] { 1, 26, 676 }.Select(place => "BAKELOMURI"[i / place % 10])) + "ZAI" + (char)('A' + (i % 26));
}
