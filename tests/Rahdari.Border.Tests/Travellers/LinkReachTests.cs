using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>Whom a link concerns where many are linked, and how many are asked for it.</summary>
public class LinkReachTests
{
    /// <summary>More than any person has documents.</summary>
    private const int Many = 250;

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task However_many_were_told_apart_from_a_traveller_a_renewed_passport_is_theirs(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var entry = await site.PassAsync(Renewed("SPC000001"));
        await AddAsync(site, entry.TravellerId, LinkState.Rejected);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(entry.Id, (await site.PresentAsync(Renewed("SPC000002"), Direction.Exit)).OpenStay?.EntryId);
    }

    [Theory]
    [InlineData(LinkState.Proposed)]
    [InlineData(LinkState.Automatic)]
    public async Task What_a_supervisor_decides_holds_however_many_are_linked(LinkState others)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var entry = await site.PassAsync(Namesake("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var other = await site.PresentAsync(Namesake("SPC000002"), Direction.Exit);
        var link = Assert.Single((await site.Get<TravellerLinks>().ListAsync(LinkState.Proposed, 0, 10, site.Supervisor, Cancellation)).Value!.Items);
        await AddAsync(site, entry.TravellerId, others);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await site.Get<TravellerLinks>().ConfirmAsync(link.Id, "the visa names it", site.Supervisor, Cancellation)).Succeeded);
        Assert.Contains(entry.TravellerId, await PersonAsync(site, other.Traveller.Id));
        Assert.Equal(others == LinkState.Automatic ? Many + 2 : 2, (await PersonAsync(site, other.Traveller.Id)).Length);
        Assert.Empty(await PersonsAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await site.Get<TravellerLinks>().UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Succeeded);
        Assert.Equal([other.Traveller.Id], await PersonAsync(site, other.Traveller.Id));
        Assert.Empty(await PersonsAsync(site));
    }

    [Fact]
    public async Task A_weak_likeness_settles_nothing_of_whom_it_leads_to()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var entry = await site.PassAsync(Namesake("SPC000001"));
        var elsewhere = Guid.CreateVersion7(TestSite.Start);
        await using (var db = site.Get<BorderStorage>().Open())
            await db.Travellers.Where(t => t.Id == entry.TravellerId).ExecuteUpdateAsync(set => set.SetProperty(t => t.PersonId, elsewhere), Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single((await site.PresentAsync(Namesake("SPC000002"))).Advice.Reasons, reason => reason.Code == "IDENTITY_PERHAPS_KNOWN");
        await using (var db = site.Get<BorderStorage>().Open())
            Assert.Equal(elsewhere, (await db.Travellers.SingleAsync(t => t.Id == entry.TravellerId, Cancellation)).PersonId);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_more_than_are_compared_those_with_most_in_common_are(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var entry = await site.PassAsync(Rare("SPC000001"));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var keys = await db.TravellerKeys.Where(k => k.TravellerId == entry.TravellerId).Select(k => k.Key).ToListAsync(Cancellation);
            // Each key is shared by many who were seen earlier, and by each of them alone.
            db.TravellerKeys.AddRange(keys.SelectMany((key, i) => Enumerable.Range(1, 510).Select(n => new TravellerKeyRow { Key = key, TravellerId = new Guid(n, (short)i, 0, new byte[8]) })));
            await db.SaveChangesAsync(Cancellation);
        }
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(entry.Id, (await site.PresentAsync(Rare("SPC000002"), Direction.Exit)).OpenStay?.EntryId);
    }

    [Fact]
    public async Task One_opening_asks_once_who_the_person_is()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var watch = await SqlWatch.OverAsync(site);
        Assert.NotNull((await site.PresentAsync(Renewed("SPC000002"), Direction.Exit)).OpenStay);
        Assert.Single(watch.Statements, statement => statement.StartsWith("SELECT \"t0\".\"id\"", StringComparison.Ordinal) && statement.Contains("ON \"t\".\"person_id\" = \"t0\".\"person_id\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_one_person_is_verified_without_reading_why()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        using var watch = await SqlWatch.OverAsync(site);
        Assert.Empty(await PersonsAsync(site));
        Assert.NotEmpty(watch.Statements);
        Assert.All(watch.Statements, statement => Assert.DoesNotContain("evidence", statement, StringComparison.Ordinal));
    }

    /// <summary>Adds travellers who are linked to one, each by a strong link.</summary>
    private static async Task AddAsync(TestSite site, Guid to, LinkState state)
    {
        await using var db = site.Get<BorderStorage>().Open();
        for (var i = 0; i < Many; i++)
        {
            var id = Guid.CreateVersion7(site.Clock.GetUtcNow());
            db.Travellers.Add(new TravellerRow { Id = id, PersonId = state == LinkState.Automatic ? to : id, FirstSeen = site.Clock.GetUtcNow(), KeysVersion = IdentityKeys.Version });
            db.TravellerLinks.Add(new TravellerLinkRow
            {
                Id = Guid.CreateVersion7(site.Clock.GetUtcNow()),
                OneId = to,
                OtherId = id,
                Strength = LinkStrength.Strong,
                IsByNumber = false,
                Evidence = "[]",
                FoundAt = site.Clock.GetUtcNow(),
                State = state,
                Changes = 1,
            });
        }
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<Guid[]> PersonAsync(TestSite site, Guid traveller)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await Person.TravellersAsync(db, traveller, Cancellation);
    }

    private static async Task<IReadOnlyList<Guid>> PersonsAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await LedgerLinks.PersonsAsync(db, Cancellation);
    }

    private static string Renewed(string number) => Specimens.Passport(number, "SPECIMENZAI", "ZARMINA GUL", "PAK", "1980-05-17", optional: "4210100000002");

    private static string Rare(string number) => Specimens.Passport(number, "SPECIMENZAI", "ZARMINA GULALAI", "AFG", "1980-05-17");

    private static string Namesake(string number) => Specimens.Passport(number, "AHMADI", "ALI", "AFG", "1980-05-17", sex: Sex.Male);
}
