using Rahdari.Border.Audit;
using Rahdari.Border.Permissions;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Who may record, revoke and read extensions, and whom they keep from being an overstay.</summary>
public class ExtensionRegisterTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_visa_officers_write_and_every_reading_is_audited()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<ExtensionRegister>();
        var extension = Entries.Succeed(await register.GrantAsync(Entries.Granted(), site.VisaOfficer, Cancellation));
        foreach (var role in Roles.All.Where(role => role != Roles.VisaOfficer))
        {
            var actor = new Actor("somebody", new HashSet<string> { role }, null);
            Assert.Equal("ROLE_REQUIRED", (await register.GrantAsync(Entries.Granted("X-2"), actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.RevokeAsync(extension.Id, "why", actor, Cancellation)).Problem?.Code);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor, (await register.ListAsync("x-", 0, 10, actor, Cancellation)).Succeeded);
        }
        var audited = Entries.Succeed(await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.ExtensionsRead }, 0, 50, site.Auditor, Cancellation));
        Assert.Equal(["x-", "x-"], audited.Items.Select(record => record.Detail));
    }

    [Fact]
    public async Task The_same_again_is_the_same_record_another_is_refused_and_it_is_revoked_once()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<ExtensionRegister>();
        var first = Entries.Succeed(await register.GrantAsync(Entries.Granted(), site.VisaOfficer, Cancellation));
        Assert.Equal(first.Id, Entries.Succeed(await register.GrantAsync(Entries.Granted() with { Authority = " Passport office " }, site.VisaOfficer, Cancellation)).Id);
        var other = await register.GrantAsync(Entries.Granted() with { Until = new DateOnly(2026, 12, 31) }, site.VisaOfficer, Cancellation);
        Assert.Equal("EXTENSION_REFERENCE_TAKEN", other.Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.RevokeAsync(first.Id, "", site.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Equal("EXTENSION_NOT_FOUND", (await register.RevokeAsync(Guid.NewGuid(), "why", site.VisaOfficer, Cancellation)).Problem?.Code);
        Entries.Succeed(await register.RevokeAsync(first.Id, "a mistake", site.VisaOfficer, Cancellation));
        Assert.Equal(first.Id, Entries.Succeed(await register.RevokeAsync(first.Id, "a mistake", site.VisaOfficer, Cancellation)).Id);
        Assert.Equal("EXTENSION_ALREADY_REVOKED", (await register.RevokeAsync(first.Id, "another", site.VisaOfficer, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task Nothing_is_extended_by_a_decision_of_tomorrow_or_until_before_it()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<ExtensionRegister>();
        var today = Entries.Granted().DecidedOn;
        Assert.Equal("decidedOn", (await register.GrantAsync(Entries.Granted() with { DecidedOn = today.AddDays(1) }, site.VisaOfficer, Cancellation)).Problem?.Field);
        Assert.Equal("until", (await register.GrantAsync(Entries.Granted() with { Until = today.AddDays(-1) }, site.VisaOfficer, Cancellation)).Problem?.Field);
        Assert.Equal("legalBasis", (await register.GrantAsync(Entries.Granted() with { LegalBasis = " " }, site.VisaOfficer, Cancellation)).Problem?.Field);
        Assert.Equal("reference", (await register.GrantAsync(Entries.Granted("X\nY"), site.VisaOfficer, Cancellation)).Problem?.Field);
        Assert.Equal("X", Entries.Succeed(await register.GrantAsync(Entries.Granted("X\n"), site.VisaOfficer, Cancellation)).Reference);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_was_extended_is_no_overstay_until_the_extension_ends_or_is_revoked(string engine)
    {
        await using var site = await Entries.OpenAsync(engine);
        await Entries.IssueAsync(site, Entries.Issued());
        var entry = await site.PassAsync(Entries.Passport);
        Assert.Equal(entry.PermittedUntil, TestSite.Settings.LocalDay(entry.At).AddDays(29));
        site.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(11, Assert.Single(await OverstaysAsync(site)).DaysOver);
        var decided = TestSite.Settings.LocalDay(site.Clock.GetUtcNow());
        var granted = Entries.Succeed(await site.Get<ExtensionRegister>().GrantAsync(Entries.Granted() with { DecidedOn = decided, Until = decided.AddDays(20) }, site.VisaOfficer, Cancellation));
        Assert.Empty(await OverstaysAsync(site));
        site.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Empty(await OverstaysAsync(site)); // The last day is a permitted one.
        site.Clock.Advance(TimeSpan.FromDays(1));
        var over = Assert.Single(await OverstaysAsync(site));
        Assert.Equal((1, decided.AddDays(20)), (over.DaysOver, over.PermittedUntil));
        Entries.Succeed(await site.Get<ExtensionRegister>().RevokeAsync(granted.Id, "a mistake", site.VisaOfficer, Cancellation));
        Assert.Equal(32, Assert.Single(await OverstaysAsync(site)).DaysOver);
    }

    [Fact]
    public async Task An_extension_of_a_later_stay_does_not_lengthen_one_whose_exit_is_missing()
    {
        await using var site = await Entries.OpenAsync(TestSite.Sqlite, [.. Entries.Rules]);
        await Entries.IssueAsync(site, Entries.Issued(kind: "BUSINESS"));
        var first = await site.PassAsync(Entries.Passport);
        site.Clock.Advance(TimeSpan.FromDays(5));
        await site.PassAsync(Entries.Passport);
        site.Clock.Advance(TimeSpan.FromDays(5));
        var decided = TestSite.Settings.LocalDay(site.Clock.GetUtcNow());
        Entries.Succeed(await site.Get<ExtensionRegister>().GrantAsync(Entries.Granted() with { DecidedOn = decided }, site.VisaOfficer, Cancellation));
        var stays = Entries.Succeed(await site.Get<TravellerRegister>().HistoryAsync(first.TravellerId, site.Auditor, Cancellation)).Stays;
        Assert.Equal([("Passport office X-1", StayState.Open), (null, StayState.ExitMissing)], stays.Select(stay => (stay.ExtendedBy, stay.State)));
        Assert.Equal(first.PermittedUntil, stays[1].PermittedUntil);
        var missing = Assert.Single(Entries.Succeed(await site.Get<StayRegister>().ListAsync(StayListing.ExitMissing, null, 0, 10, site.Auditor, Cancellation)).Items);
        Assert.Equal((first.Id, first.PermittedUntil), (missing.EntryId, missing.PermittedUntil));
    }

    private static async Task<IReadOnlyList<ListedStay>> OverstaysAsync(TestSite site) =>
        Entries.Succeed(await site.Get<StayRegister>().ListAsync(StayListing.Overstayed, null, 0, 10, site.Auditor, Cancellation)).Items;
}
