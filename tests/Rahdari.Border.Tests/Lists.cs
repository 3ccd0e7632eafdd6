using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests;

/// <summary>Lists of invented people.</summary>
internal static class Lists
{
    public static WatchlistEntry Person(string reference, string name, string? born = null, params string[] aliases) => new()
    {
        Reference = reference,
        Kind = WatchlistEntryKind.Individual,
        Programme = "SPECIMEN",
        Names = [new ListedName(name, ListedNameKind.Primary), .. aliases.Select(a => new ListedName(a, ListedNameKind.GoodAlias))],
        BirthDates = born is null ? [] : [DateSpan.Parse(born)],
    };

    public static PublishedList Of(params WatchlistEntry[] entries) => new("un", TestSite.Start, entries);

    public static async Task<WatchlistVersion> ImportAsync(TestSite site, params WatchlistEntry[] entries)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var version = await site.Get<WatchlistRegister>().ImportAsync(Of(entries), site.ListManager, cancellation: cancellation);
        Assert.True(version.Succeeded, version.Problem?.ToString());
        await site.Get<WatchlistScreen>().RefreshAsync(cancellation);
        return version.Value;
    }
}
