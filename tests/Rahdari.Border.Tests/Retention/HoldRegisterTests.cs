using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Retention;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;
using static Rahdari.Border.Tests.Retention.Kept;

namespace Rahdari.Border.Tests.Retention;

/// <summary>What a court or an inquiry needs is not purged, whoever it turns out to be of.</summary>
public class HoldRegisterTests
{
    private static readonly HoldTerms Terms = new("High Court (specimen)", "C.M. 7/2026", "Inquiry (specimen)");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_is_held_is_not_purged_until_two_people_lifted_the_hold(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var held = await JourneyAsync(site, Passport("SPC000001", "SPECIMENHELD", "1981-01-02"));
        await JourneyAsync(site, Passport("SPC000002", "SPECIMENGONE", "1982-01-02"));
        var register = site.Get<HoldRegister>();
        var hold = (await register.PlaceAsync(Terms with { Travellers = [held.TravellerId] }, Administrator, Cancellation)).Value!;
        Assert.Equal(hold.Id, (await register.PlaceAsync(Terms with { Travellers = [held.TravellerId] }, Administrator, Cancellation)).Value!.Id);
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));

        var plan = (await site.Get<RetentionPurge>().PlanAsync(Administrator, Cancellation)).Value!;
        var report = await PurgeAsync(site);

        Assert.Equal((2, 2), (Of(plan, RecordClass.Crossings).Records, Of(plan, RecordClass.Crossings).Held));
        Assert.Equal((2, 2), (Of(report.Erased, RecordClass.Crossings).Records, Of(report.Erased, RecordClass.Crossings).Held));
        Assert.Equal(4, Of(report.Erased, RecordClass.Audit).Held);
        Assert.All(await CrossingsAsync(site), c => Assert.Equal(held.TravellerId, c.TravellerId));
        Assert.Empty(await FaultsAsync(site));

        var asked = (await register.AskLiftingAsync(1, "C.M. 9/2027", "closed", Administrator, Cancellation)).Value!;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(asked.Lifting, (await register.AskLiftingAsync(1, " C.M. 9/2027", "closed ", Administrator, Cancellation)).Value!.Lifting); // Sent again: what the second person reads stands.
        Assert.Equal("SECOND_PERSON_REQUIRED", (await register.LiftAsync(1, asked.Lifting!.AskedAt, Administrator, Cancellation)).Problem?.Code);
        Assert.Equal("HOLD_LIFTING_CHANGED", (await register.LiftAsync(1, asked.Lifting!.AskedAt.AddSeconds(1), Second, Cancellation)).Problem?.Code);
        Assert.Equal(2, Of((await PurgeAsync(site)).Erased, RecordClass.Crossings).Held);
        Assert.Equal("admin2", (await register.LiftAsync(1, asked.Lifting!.AskedAt, Second, Cancellation)).Value!.Lifting!.LiftedBy);
        Assert.Equal("HOLD_ALREADY_LIFTED", (await register.AskLiftingAsync(1, "again", "again", Administrator, Cancellation)).Problem?.Code);
        await PurgeAsync(site);
        Assert.Empty(await CrossingsAsync(site));
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task A_hold_keeps_the_audit_of_an_order_that_names_the_persons_passport()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var keeper = new Actor("exits1", new HashSet<string> { Roles.ExitControl }, null);
        var held = await JourneyAsync(site, Passport("SPC000001", "SPECIMENHELD", "1981-01-02"));
        foreach (var number in new[] { "SPC000001", "SPC000002" })
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            var terms = ExitControl.ExitScenario.Counter.ByPassport with { AuthorityReference = number, Documents = [new OrderDocument(number)] };
            var entered = await site.Get<ExitOrderRegister>().EnterAsync(terms, keeper, Cancellation);
            Assert.True(entered.Succeeded, entered.Problem?.ToString());
        }
        Assert.True((await site.Get<HoldRegister>().PlaceAsync(Terms with { Travellers = [held.TravellerId] }, Administrator, Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Audit, 12));
        await PurgeAsync(site);
        var kept = await ReadAsync(site, db => db.Audit.Where(a => a.Action == AuditAction.ExitOrderEntered).Select(a => a.SubjectId).ToListAsync(Cancellation));
        var orders = await ReadAsync(site, db => db.ExitOrders.OrderBy(o => o.Number).Select(o => o.Id).ToListAsync(Cancellation));
        Assert.Equal([orders[0].ToString()], kept);
    }

    [Fact]
    public async Task A_hold_keeps_whoever_is_linked_later()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var named = await JourneyAsync(site, Passport("SPC000001", "SPECIMENHELD"));
        Assert.True((await site.Get<HoldRegister>().PlaceAsync(Terms with { Travellers = [named.TravellerId] }, Administrator, Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(1));
        var other = await JourneyAsync(site, Passport("SPC000077", "SPECIMENHELD"));
        Assert.NotEqual(named.TravellerId, other.TravellerId);
        var link = await ReadAsync(site, db => db.TravellerLinks.AsNoTracking().SingleAsync(Cancellation));
        if (link.State == LinkState.Proposed)
            Assert.True((await site.Get<TravellerLinks>().ConfirmAsync(link.Id, "same person", site.Supervisor, Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Links, 1));
        Assert.Equal(4, Of((await PurgeAsync(site)).Erased, RecordClass.Crossings).Held);
        Assert.Equal(4, (await CrossingsAsync(site)).Count);
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task What_is_no_hold_is_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<HoldRegister>();
        var somebody = Guid.CreateVersion7();
        Assert.Equal("ROLE_REQUIRED", (await register.PlaceAsync(Terms with { Travellers = [somebody] }, site.Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("HOLD_OF_UNKNOWN", (await register.PlaceAsync(Terms with { Travellers = [somebody] }, Administrator, Cancellation)).Problem?.Code);
        Assert.Equal("HOLD_OF_UNKNOWN", (await register.PlaceAsync(Terms with { ExitOrder = 3 }, Administrator, Cancellation)).Problem?.Code);
        Assert.Equal(("HOLD_INVALID", "travellers"), Told(await register.PlaceAsync(Terms, Administrator, Cancellation)));
        Assert.Equal(("HOLD_INVALID", "authority"), Told(await register.PlaceAsync(Terms with { Authority = " " }, Administrator, Cancellation)));
        Assert.Equal(("HOLD_INVALID", "authorityReference"), Told(await register.PlaceAsync(Terms with { AuthorityReference = new string('x', 501) }, Administrator, Cancellation)));
        Assert.Equal("REASON_REQUIRED", (await register.PlaceAsync(Terms with { Reason = "" }, Administrator, Cancellation)).Problem?.Code);
        Assert.Equal("HOLD_NOT_FOUND", (await register.AskLiftingAsync(9, "x", "x", Administrator, Cancellation)).Problem?.Code);
        Assert.Equal("HOLD_NOT_FOUND", (await register.LiftAsync(9, site.Clock.GetUtcNow(), Administrator, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(0, 10, site.Officer, Cancellation)).Problem?.Code);

        static (string? Code, string? Field) Told(Answer<LegalHold> answer) => (answer.Problem?.Code, answer.Problem?.Field);
    }

    [Fact]
    public async Task A_hold_lifted_or_changed_behind_its_back_is_found()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var held = await JourneyAsync(site, Passport("SPC000001", "SPECIMENHELD"));
        Assert.True((await site.Get<HoldRegister>().PlaceAsync(Terms with { Travellers = [held.TravellerId] }, Administrator, Cancellation)).Succeeded);
        Assert.Empty(await FaultsAsync(site));
        await using var db = site.Get<BorderStorage>().Open();
        await db.LegalHolds.ExecuteUpdateAsync(h => h.SetProperty(x => x.LiftedBy, "x").SetProperty(x => x.LiftedAt, site.Clock.GetUtcNow()), Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f is { Code: "ROW_INSERTED", Kind: "lifting of hold" });
        await db.LegalHolds.ExecuteUpdateAsync(h => h.SetProperty(x => x.LiftedBy, (string?)null).SetProperty(x => x.LiftedAt, (DateTimeOffset?)null).SetProperty(x => x.Terms, "{}"), Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f is { Code: "ROW_CHANGED", Kind: LedgerKind.Hold });
        await db.LegalHolds.ExecuteDeleteAsync(Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f is { Code: "ROW_DELETED", Kind: LedgerKind.Hold });
    }
}
