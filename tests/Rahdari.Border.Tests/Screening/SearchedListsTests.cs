using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Screening;

/// <summary>The index at the lists in force: opened from the file, changed by differences, built anew behind; whichever way, its answers are those of one built anew.</summary>
public class SearchedListsTests
{
    private const int Entries = 640;

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_start_opens_what_was_saved_and_takes_up_what_has_changed_since(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, "un", Many());
        using (var first = Open(site))
        {
            Assert.True(await first.RefreshAsync(Cancellation));
            Assert.False(await first.RefreshAsync(Cancellation));
            Assert.Equal(["un@1"], first.Current.Versions.Names);
        }
        var saved = File.GetLastWriteTimeUtc(site.Folder.IndexFile);
        using (var same = Open(site))
        {
            await same.RefreshAsync(Cancellation);
            Assert.Equal((Entries, 0), (same.Current.Index.Count, same.Current.Index.Changes));
        }
        // New, changed, delisted, no longer an individual; and one more that only the second change touches.
        var second = Many();
        second[1] = Lists.Person("1", "NUMUNAWALA MUSTERMANI");
        second[2] = second[2] with { Kind = WatchlistEntryKind.Entity };
        second = [.. second[..^1], Lists.Person("new", "MITHAL EXEMPLAR", "1971-08-14")];
        await ImportAsync(site, "un", second);
        second[3] = Lists.Person("3", "ZARBAKHT BEISPIEL");
        await ImportAsync(site, "un", second);
        await ImportAsync(site, "ofac", Lists.Person("7", "OTHERMAN SPECIMENZAI"));
        using var later = Open(site);
        await later.RefreshAsync(Cancellation);
        Assert.Equal(["ofac@1", "un@3"], later.Current.Versions.Names);
        // Gone: 1, 2, 3 and the last. Come: 1, 3, the new one and the other list's.
        Assert.Equal((Entries, 8), (later.Current.Index.Count, later.Current.Index.Changes));
        await AssertAsBuiltAnewAsync(site, later);
        Assert.Equal("un/1", Assert.Single(later.Current.Index.Search(new PersonQuery("NUMUNAWALA MUSTERMANI"))).Person.Key);
        Assert.Equal(saved, File.GetLastWriteTimeUtc(site.Folder.IndexFile));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_change_that_has_grown_is_built_into_the_whole_behind(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, "un", Many());
        using var lists = Open(site);
        await lists.RefreshAsync(Cancellation);
        var changed = Many();
        for (var i = 0; i < 12; i++)
            changed[i] = Lists.Person($"{i}", $"MITHAL {Word(i)}");
        await ImportAsync(site, "un", changed);
        await lists.RefreshAsync(Cancellation);
        Assert.Equal(["un@2"], lists.Current.Versions.Names);
        await AssertAsBuiltAnewAsync(site, lists);
        await lists.Behind;
        Assert.Equal((Entries, 0), (lists.Current.Index.Count, lists.Current.Index.Changes));
        await AssertAsBuiltAnewAsync(site, lists);
        Assert.Equal("2", lists.Current.Index.SavedAs.Split(' ')[0]);
    }

    [Fact]
    public async Task A_damaged_file_is_made_again()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, "un", Many());
        using (var first = Open(site))
            await first.RefreshAsync(Cancellation);
        var bytes = await File.ReadAllBytesAsync(site.Folder.IndexFile, Cancellation);
        // A letter of a record: nothing but its sum tells.
        var name = bytes.AsSpan().IndexOf("BEISPIEL"u8);
        foreach (var broken in new[] { [], bytes[..^1], [.. bytes[..name], (byte)'X', .. bytes[(name + 1)..]], "none of ours"u8.ToArray() })
        {
            await ReplaceAsync(site, broken);
            using var lists = Open(site);
            await lists.RefreshAsync(Cancellation);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(site.Folder.IndexFile, Cancellation));
            Assert.Equal(Entries, lists.Current.Index.Count);
        }
    }

    /// <summary>A database that was restored may give a number to another version.</summary>
    [Fact]
    public async Task A_file_of_another_database_is_not_used()
    {
        await using var one = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var other = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(one, "un", Many());
        using (var lists = Open(one))
            await lists.RefreshAsync(Cancellation);
        other.Clock.Advance(TimeSpan.FromSeconds(1));
        var differing = Many();
        differing[5] = Lists.Person("5", "MITHAL EXEMPLAR");
        await ImportAsync(other, "un", differing);
        File.Copy(one.Folder.IndexFile, other.Folder.IndexFile, overwrite: true);
        using var opened = Open(other);
        await opened.RefreshAsync(Cancellation);
        Assert.Single(opened.Current.Index.Search(new PersonQuery("MITHAL EXEMPLAR")));
        await ImportAsync(other, "un", Many());
        File.Copy(one.Folder.IndexFile, other.Folder.IndexFile, overwrite: true);
        using var later = Open(other);
        await later.RefreshAsync(Cancellation);
        Assert.Equal(["un@2"], later.Current.Versions.Names);
        Assert.Equal(0, later.Current.Index.Changes);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_keeps_nobody_from_being_searched()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, "un", Many());
        File.Delete(site.Folder.IndexFile);
        Directory.CreateDirectory(site.Folder.IndexFile); // In the place of the file.
        using var lists = Open(site);
        await lists.RefreshAsync(Cancellation);
        Assert.Equal(Entries, lists.Current.Index.Count);
        Assert.NotEmpty(lists.Current.Index.Search(new PersonQuery($"BEISPIEL {Word(9)}")));
        Assert.Empty(Directory.GetFiles(site.Folder.FullPath, "*.partial"));
    }

    [Fact]
    public async Task What_is_in_force_and_not_searched_yet_is_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, "un", Many());
        using var lists = Open(site);
        using (var stopped = new CancellationTokenSource())
        {
            // Stopped while it reads: nothing is searched, and what should be is known.
            var refreshing = lists.RefreshAsync(stopped.Token);
            while (lists.Awaited.Names.Count == 0 && !refreshing.IsCompleted)
                await Task.Yield();
            stopped.Cancel();
            try
            {
                await refreshing;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(0, lists.Current.Index.Count);
                Assert.Equal(["un@1"], lists.Awaited.Names);
            }
        }
        await lists.RefreshAsync(Cancellation);
        Assert.Equal((Entries, 0), (lists.Current.Index.Count, lists.Awaited.Names.Count));
    }

    /// <summary>As a site with large lists has it: from few entries on there is a file, and changes stand beside.</summary>
    private static SearchedLists Open(TestSite site) => new(site.Folder, site.Get<BorderStorage>(), smallLists: 100);

    private static async Task AssertAsBuiltAnewAsync(TestSite site, SearchedLists lists)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var searched = lists.Current; // It may be exchanged meanwhile.
        var anew = ScreeningIndex.Build(ListedEntries.Of(db, searched.Versions), searched.Index.Population, Cancellation);
        Assert.Equal(anew.Persons().Select(p => p.Key).Order(), searched.Index.Persons().Select(p => p.Key).Order());
        foreach (var person in anew.Persons().Where((p, i) => i % 20 == 0 || !p.Names[0].Text.StartsWith("BEISPIEL", StringComparison.Ordinal)))
        {
            var query = new PersonQuery(person.Names[0].Text) { DateOfBirth = person.BirthDates is [var born, ..] ? born.From : default };
            Assert.Equal(anew.Search(query, most: 20).Select(Told), searched.Index.Search(query, most: 20).Select(Told));
        }

        static (string, string, double) Told(Hit hit) => (hit.Person.Key, hit.Name.Text, Math.Round(hit.Points, 4));
    }

    private static async Task ImportAsync(TestSite site, string list, params WatchlistEntry[] entries)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var imported = await site.Get<WatchlistRegister>().ImportAsync(new PublishedList(list, site.Clock.GetUtcNow(), entries), site.ListManager, allowShrink: true, cancellation: Cancellation);
        Assert.True(imported.Succeeded, imported.Problem?.ToString());
    }

    private static async Task ReplaceAsync(TestSite site, byte[] bytes)
    {
        await File.WriteAllBytesAsync($"{site.Folder.IndexFile}.new", bytes, Cancellation);
        File.Move($"{site.Folder.IndexFile}.new", site.Folder.IndexFile, overwrite: true);
    }

    private static WatchlistEntry[] Many() => [.. Enumerable.Range(0, Entries).Select(i => Lists.Person($"{i}", $"BEISPIEL {Word(i)}", i % 3 == 0 ? "1968" : null))];

    private static string Word(int i) => string.Concat(new[] { 1, 26, 676 }.Select(place => "BAKELOMURI"[i / place % 10])) + "ZAI" + (char)('A' + (i % 26));
}
