using System.Text;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Several lists of one form, each with a name.</summary>
public class ListNameTests
{
    private static readonly ListForm OpenSanctions = ListForm.Find("opensanctions")!;

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [InlineData("opensanctions", null, true)]
    [InlineData("opensanctions", "", true)]
    [InlineData("opensanctions", "opensanctions", true)]
    [InlineData("opensanctions", "peps-2", true)]
    [InlineData("opensanctions", "un", false)]
    [InlineData("opensanctions", "Peps", false)]
    [InlineData("opensanctions", "peps@1", false)]
    [InlineData("opensanctions", "پیپس", false)]
    [InlineData("opensanctions", "a23456789012345678901234567890123456789012", false)]
    [InlineData("un", "un", true)]
    [InlineData("un", "peps", false)]
    [InlineData("csv", "peps", false)]
    public void A_name_is_one_that_no_form_has_and_that_the_form_takes(string form, string? name, bool isFree)
    {
        var problem = ListForm.Find(form)!.NameProblem(name);
        Assert.Equal(isFree ? null : "WATCHLIST_NAME_INVALID", problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_second_collection_stands_beside_the_first_and_neither_takes_the_place_of_a_list_of_another_form_unasked(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        Assert.Equal(("opensanctions", 1), await ImportAsync(site, Read(null)));
        Assert.Equal(("peps", 1), await ImportAsync(site, Read("peps")));
        await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["opensanctions@1", "peps@1"], site.Get<WatchlistScreen>().Versions);
        Assert.Equal(["opensanctions/sp-1", "peps/sp-1"], site.Get<WatchlistScreen>().Screen(new PersonQuery("Namuna Specimenzada"), cancellation: TestContext.Current.CancellationToken).Select(h => h.Person.Key).Order());

        var table = ListForm.Find("csv")!.Read([("a.csv", Bytes("No,Name\nSP-1,Zarbakht Mustermani\n")), ("a.json", Bytes("""{"list":"peps","columns":{"reference":"No","name":"Name"}}"""))]).Usable();
        var refused = (await site.Get<WatchlistRegister>().ImportAsync(table, site.ListManager, allowShrink: true, cancellation: TestContext.Current.CancellationToken)).Problem!;
        Assert.Equal(("WATCHLIST_OTHER_FORM", "opensanctions", "csv"), (refused.Code, refused.Evidence["inForce"], refused.Evidence["published"]));
        var imported = (await site.Get<WatchlistRegister>().ImportAsync(table, site.ListManager, allowShrink: true, allowOtherForm: true, cancellation: TestContext.Current.CancellationToken)).Value!;
        Assert.Equal((2, "csv"), (imported.Number, imported.Form));
    }

    private static PublishedList Read(string? name) => OpenSanctions.Read([("targets.nested.json", Bytes(OpenSanctionsTests.Nested))], name).Usable();

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<(string, int)> ImportAsync(TestSite site, PublishedList list)
    {
        var version = (await site.Get<WatchlistRegister>().ImportAsync(list, site.ListManager, cancellation: TestContext.Current.CancellationToken)).Value!;
        return (version.List, version.Number);
    }
}
