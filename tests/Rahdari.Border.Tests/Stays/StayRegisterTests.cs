using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Stays;

/// <summary>Who is listed as in the country, as past the last permitted day and as gone without a record, and to whom.</summary>
public class StayRegisterTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_stays_past_the_last_permitted_day_is_listed_until_they_leave(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var first = await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"));
        site.Clock.Advance(TimeSpan.FromDays(10));
        var second = await site.PassAsync(Specimens.Passport("U00000002", "MUSTERMANI", "GUL"));
        Assert.Empty(await OverstaysAsync(site));
        site.Clock.Advance(TimeSpan.FromDays(20)); // The last permitted day of the first.
        Assert.Empty(await OverstaysAsync(site));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var over = Assert.Single(await OverstaysAsync(site));
        Assert.Equal((first.TravellerId, first.Id, "SPECIMENA, KHANUM", 1, first.PermittedUntil!.Value, "PKKHI"), (over.TravellerId, over.EntryId, over.Name, over.DaysOver, over.PermittedUntil!.Value, over.EntryPort));
        site.Clock.Advance(TimeSpan.FromDays(30));
        // Longest over first.
        Assert.Equal([first.TravellerId, second.TravellerId], (await OverstaysAsync(site)).Select(o => o.TravellerId));
        Assert.Equal(2, (await OverstaysAsync(site, nationality: " uto ")).Count);
        Assert.Empty(await OverstaysAsync(site, nationality: "AFG"));
        Assert.Equal(second.TravellerId, Assert.Single(await OverstaysAsync(site, offset: 1)).TravellerId);

        await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), Direction.Exit);
        Assert.Equal(second.TravellerId, Assert.Single(await OverstaysAsync(site)).TravellerId);
        var history = (await site.Get<TravellerRegister>().HistoryAsync(first.TravellerId, site.Auditor, Cancellation)).Value!;
        var stay = Assert.Single(history.Stays);
        Assert.Equal((StayState.Ended, 62, 31), (stay.State, stay.Days, stay.DaysOver));
        Assert.Null(history.OpenStay);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_is_in_the_country_and_whose_exit_is_missing_are_listed(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var first = await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var second = await site.PassAsync(Specimens.Passport("U00000002", "MUSTERMANI", "GUL"));
        await site.PassAsync(Specimens.Passport("SP0000001", "SPECIMENZAI", "GUL", nationality: "PAK"));
        Assert.Empty(await ListAsync(site, StayListing.ExitMissing));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var again = await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"));
        // Aliens alone, the latest first; an entry that another follows is no stay that anybody is in.
        Assert.Equal([again.Id, second.Id], (await ListAsync(site, StayListing.InCountry)).Select(s => s.EntryId));
        var missing = Assert.Single(await ListAsync(site, StayListing.ExitMissing));
        Assert.Equal((first.Id, 0), (missing.EntryId, missing.DaysOver));
        site.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, Assert.Single(await ListAsync(site, StayListing.ExitMissing)).DaysOver);
        await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), Direction.Exit);
        Assert.Equal(second.Id, Assert.Single(await ListAsync(site, StayListing.InCountry)).EntryId);
        Assert.Single(await ListAsync(site, StayListing.ExitMissing));
    }

    [Fact]
    public async Task It_is_read_by_supervisors_of_the_port_and_auditors_and_every_read_is_audited()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"));
        site.Clock.Advance(TimeSpan.FromDays(40));
        foreach (var actor in new[] { site.Officer, site.ListManager })
            Assert.Equal("ROLE_REQUIRED", (await site.Get<StayRegister>().ListAsync(StayListing.InCountry, null, 0, 10, actor, Cancellation)).Problem?.Code);
        Assert.Single(await OverstaysAsync(site, actor: site.Supervisor));
        Assert.Empty(await OverstaysAsync(site, actor: site.Supervisor with { Port = "PKLHE" }));
        Assert.Single(await OverstaysAsync(site, nationality: "UTO"));
        var audited = (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.StaysRead }, 0, 10, site.Auditor, Cancellation)).Value!;
        Assert.Equal(["Overstayed", "Overstayed", "Overstayed UTO"], audited.Items.Select(record => record.Detail).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<ListedStay>> ListAsync(TestSite site, StayListing listing) =>
        (await site.Get<StayRegister>().ListAsync(listing, null, 0, 10, site.Auditor, Cancellation)).Value!.Items;

    private static async Task<IReadOnlyList<ListedStay>> OverstaysAsync(TestSite site, string? nationality = null, int offset = 0, Actor? actor = null) =>
        (await site.Get<StayRegister>().ListAsync(StayListing.Overstayed, nationality, offset, 10, actor ?? site.Auditor, Cancellation)).Value!.Items;
}
