using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Stays;

/// <summary>Who is listed as in the country past the last permitted day, and to whom.</summary>
public class OverstayRegisterTests
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
        Assert.Equal((first.TravellerId, first.Id, "SPECIMENA, KHANUM", 1, first.PermittedUntil!.Value, "PKKHI"), (over.TravellerId, over.EntryId, over.Name, over.DaysOver, over.PermittedUntil, over.EntryPort));
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

    [Fact]
    public async Task It_is_read_by_supervisors_of_the_port_and_auditors_and_every_read_is_audited()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"));
        site.Clock.Advance(TimeSpan.FromDays(40));
        foreach (var actor in new[] { site.Officer, site.ListManager })
            Assert.Equal("ROLE_REQUIRED", (await site.Get<OverstayRegister>().ListAsync(null, 0, 10, actor, Cancellation)).Problem?.Code);
        Assert.Single(await OverstaysAsync(site, actor: site.Supervisor));
        Assert.Empty(await OverstaysAsync(site, actor: site.Supervisor with { Port = "PKLHE" }));
        Assert.Single(await OverstaysAsync(site, nationality: "UTO"));
        var audited = (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.OverstaysRead }, 0, 10, site.Auditor, Cancellation)).Value!;
        Assert.Equal([null, null, "UTO"], audited.Items.Select(record => record.Detail).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<Overstay>> OverstaysAsync(TestSite site, string? nationality = null, int offset = 0, Actor? actor = null) =>
        (await site.Get<OverstayRegister>().ListAsync(nationality, offset, 10, actor ?? site.Auditor, Cancellation)).Value!.Items;
}
