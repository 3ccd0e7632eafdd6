using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Permissions;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Visas;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>By what an officer may let somebody in, and what was changed between showing and deciding.</summary>
public class PermissionDecisionTests
{
    private static readonly DateOnly Today = TestSite.Settings.LocalDay(TestSite.Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_permission_revoked_between_showing_and_deciding_is_not_used()
    {
        await using var site = await Entries.OpenAsync();
        var permission = await Entries.IssueAsync(site, Entries.Issued());
        var encounter = await site.PresentAsync(Entries.Passport);
        Assert.Equal(permission.Id, encounter.Entry?.Best?.PermissionId);
        Entries.Succeed(await site.Get<PermissionRegister>().RevokeAsync(permission.Id, "a mistake", site.VisaOfficer, Cancellation));
        Assert.Equal("PERMISSION_CHANGED_SINCE", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        // What is shown then says so, and to let them in needs a reason.
        var again = Entries.Succeed(await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation));
        Assert.Null(again.Entry?.Best);
        Assert.Contains(again.Advice.Reasons, reason => reason.Code == "PERMISSION_REVOKED");
        Assert.Equal("REASON_REQUIRED", (await site.DecideAsync(again, new Decision(DecisionKind.Pass))).Problem?.Code);
        var passed = Entries.Succeed(await site.DecideAsync(again, new Decision(DecisionKind.Pass, "on the word of the mission"))).Crossing!;
        Assert.Null(passed.PermissionId);
        Assert.Null(passed.Permission);
    }

    [Fact]
    public async Task A_permission_of_the_same_number_by_another_authority_does_not_stand_for_one_that_was_revoked()
    {
        await using var site = await Entries.OpenAsync();
        var first = await Entries.IssueAsync(site, Entries.Issued(kind: "BUSINESS") with { StayDays = 90 });
        var second = await Entries.IssueAsync(site, Entries.Issued(kind: "BUSINESS") with { Authority = "Mission at Utopolis", StayDays = 90 });
        var encounter = await site.PresentAsync(Entries.Passport);
        var shown = encounter.Entry!.Best!.PermissionId!.Value;
        Entries.Succeed(await site.Get<PermissionRegister>().RevokeAsync(shown, "a mistake", site.VisaOfficer, Cancellation));
        Assert.Equal("PERMISSION_CHANGED_SINCE", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Problem?.Code);
        var passed = Entries.Succeed(await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Crossing!;
        Assert.Equal(shown == first.Id ? second.Id : first.Id, passed.PermissionId);
    }

    [Fact]
    public async Task One_that_was_used_up_meanwhile_is_not_used_again()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued());
        await site.PassAsync(Entries.Passport);
        await site.PassAsync(Entries.Passport, Direction.Exit);
        var encounter = await site.PresentAsync(Entries.Passport);
        var option = Assert.Single(encounter.Entry!.All);
        Assert.Equal(("PERMISSION_ENTRIES_USED", 0), (Assert.Single(option.Against).Code, option.EntriesLeft));
        // Chosen all the same it is refused for what it is, not as if it had changed.
        var answer = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test", Permission: option.Key));
        Assert.Equal(("PERMISSION_NOT_USABLE", "permission"), (answer.Problem?.Code, answer.Problem?.Field));
        Assert.Equal("PERMISSION_NOT_USABLE", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test", Permission: "TOURIST/V-9"))).Problem?.Code);
        Assert.Equal("PERMISSION_NOT_USABLE", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "test", Permission: option.Key))).Problem?.Code);
    }

    [Fact]
    public async Task Longer_than_the_permission_allows_needs_a_reason()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued());
        await Lists.ImportAsync(site, Lists.Person("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var encounter = await site.PresentAsync(Entries.Passport);
        Assert.Equal(Today.AddDays(29), encounter.DefaultPermittedUntil);
        Assert.Equal("REASON_REQUIRED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, PermittedUntil: Today.AddDays(30)))).Problem?.Code);
        var passed = Entries.Succeed(await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "flight cancelled", Today.AddDays(30)))).Crossing!;
        Assert.Equal((Today.AddDays(30), "TOURIST/V-1"), (passed.PermittedUntil, passed.Permission));
    }

    [Fact]
    public async Task A_shorter_stay_needs_none_and_another_option_may_be_chosen()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued());
        var business = await Entries.IssueAsync(site, Entries.Issued("V-2", "BUSINESS"));
        await Lists.ImportAsync(site, Lists.Person("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var encounter = await site.PresentAsync(Entries.Passport);
        Assert.Equal(business.Id, encounter.Entry?.Best?.PermissionId);
        var passed = Entries.Succeed(await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, PermittedUntil: Today.AddDays(10), Permission: "TOURIST/V-1"))).Crossing!;
        Assert.Equal(("TOURIST/V-1", Today.AddDays(10)), (passed.Permission, passed.PermittedUntil));
    }

    [Fact]
    public async Task A_resident_may_be_given_every_day_of_a_permit_of_many_years()
    {
        await using var site = await Entries.OpenAsync();
        var until = Today.AddDays(4000);
        await Entries.IssueAsync(site, Entries.Issued(kind: "RESIDENT") with { ValidUntil = until });
        await Lists.ImportAsync(site, Lists.Person("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var encounter = await site.PresentAsync(Specimens.Passport(Entries.Number, Entries.Surname, "KHANUM", nationality: "BGD", expires: $"{until:yyyy-MM-dd}"));
        var best = encounter.Entry!.Best!;
        Assert.Equal(until, best.Until);
        Assert.Equal(until, Entries.Succeed(await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "specimen", until))).Crossing!.PermittedUntil);
    }

    [Fact]
    public async Task Nobody_is_let_in_by_a_document_that_has_expired_until_a_day_that_is_past()
    {
        await using var site = await Entries.OpenAsync(TestSite.Sqlite, Entries.Class("FREE", PermissionKind.VisaFree) with { Issued = false, StayDays = 90, LimitDays = 90, LimitWindow = 180 });
        var encounter = await site.PresentAsync(Specimens.Passport(Entries.Number, Entries.Surname, "KHANUM", nationality: "BGD", expires: $"{Today.AddDays(-1):yyyy-MM-dd}"));
        var option = Assert.Single(encounter.Entry!.All);
        Assert.Equal(["PERMISSION_DOCUMENT_TOO_SHORT"], option.Against.Select(finding => finding.Code));
        Assert.Null(option.Until);
        Assert.True(encounter.DefaultPermittedUntil >= Today);
        // On its last day it still lets in, for that day.
        var last = await site.PresentAsync(Specimens.Passport("SPC000002", Entries.Surname, "KHANUM", nationality: "BGD", expires: $"{Today:yyyy-MM-dd}"));
        Assert.Equal(Today, last.Entry?.Best?.Until);
    }

    [Fact]
    public async Task A_visa_that_ended_is_not_said_to_have_used_up_its_days()
    {
        await using var site = await Entries.OpenAsync(TestSite.Sqlite, Entries.Class("RESIDENT", PermissionKind.Residence) with { StaysWithinValidity = true, LimitDays = 90, LimitWindow = 180 });
        await Entries.IssueAsync(site, Entries.Issued(kind: "RESIDENT") with { ValidUntil = Today.AddDays(-1) });
        var option = Assert.Single((await site.PresentAsync(Entries.Passport)).Entry!.All);
        Assert.Equal(["PERMISSION_EXPIRED"], option.Against.Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_visa_issued_to_a_national_of_one_State_is_not_used_with_a_passport_of_another()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued() with { Nationality = "AFG" });
        var option = Assert.Single((await site.PresentAsync(Entries.Passport)).Entry!.All);
        Assert.Equal(["PERMISSION_OTHER_NATIONALITY"], option.Against.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("SPECIMENA", "KHANUM", "1980-05-17", true)]
    [InlineData("SPECIMENA", "", "1980-05-17", true)]
    [InlineData("SPECIMENA", "KHANUM", "1980", false)] // Half a date agrees with too many.
    [InlineData("SPECIMENA", "KHANUM", "XXXX", false)]
    [InlineData("MUSTERMANI", "KHANUM", "1980-05-17", false)] // A name in common is not a person in common.
    public async Task A_visa_scanned_with_another_passport_than_its_own_lets_in_its_holder_alone(string surname, string given, string born, bool isUsable)
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued("U0000000-1") with { DocumentNumber = "SPC000009", PrimaryIdentifier = surname, SecondaryIdentifier = given, DateOfBirth = Dates.PartialDate.Parse(born) });
        var encounter = await site.PresentAsync(Entries.Passport);
        Assert.Empty(encounter.Entry!.All);
        var visa = Entries.Succeed(await site.Get<VisaDesk>().PresentAsync(encounter.Id, Specimens.Visa("U00000001", nationality: "BGD"), site.Officer, Cancellation));
        Assert.Equal(isUsable ? [] : ["PERMISSION_OTHER_HOLDER"], Assert.Single(visa.Entry!.All).Against.Select(finding => finding.Code));
        Assert.DoesNotContain(visa.Advice.Reasons, reason => reason.Code == "VISA_NOT_RECORDED");
    }

    [Fact]
    public async Task A_visa_issued_under_a_class_that_had_ended_is_not_used()
    {
        await using var site = await Entries.OpenAsync(TestSite.Sqlite, Entries.Class("TOURIST") with { Until = new DateOnly(2025, 12, 31) });
        await Entries.IssueAsync(site, Entries.Issued("V-1"));
        await Entries.IssueAsync(site, Entries.Issued("V-2") with { ValidFrom = new DateOnly(2025, 12, 31) });
        var entry = (await site.PresentAsync(Entries.Passport)).Entry!;
        Assert.Equal("TOURIST/V-2", entry.Best?.Key);
        var against = Assert.Single(entry.Find("TOURIST/V-1")!.Against);
        Assert.Equal(("PERMISSION_CLASS_NOT_IN_FORCE", "2020-01-01", "2025-12-31"), (against.Code, against.Evidence["from"], against.Evidence["until"]));
    }

    [Fact]
    public async Task What_was_issued_under_a_class_that_ended_stays_usable_also_where_the_class_comes_again()
    {
        await using var site = await Entries.OpenAsync(
            TestSite.Sqlite, Entries.Class("TOURIST") with { StayDays = 30, Until = new DateOnly(2025, 12, 31) }, Entries.Class("TOURIST") with { StayDays = 5, From = new DateOnly(2027, 1, 1) });
        await Entries.IssueAsync(site, Entries.Issued() with { ValidFrom = new DateOnly(2025, 6, 1) });
        var option = Assert.Single((await site.PresentAsync(Entries.Passport)).Entry!.All);
        Assert.Equal((true, new DateOnly(2026, 3, 30)), (option.IsUsable, option.Until));
    }

    [Fact]
    public async Task A_visa_in_another_passport_of_the_traveller_is_asked_for()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued() with { DocumentNumber = "SPC000009" });
        var encounter = await site.PresentAsync(Specimens.Passport(Entries.Number, Entries.Surname, "KHANUM", nationality: "BGD"));
        Assert.Contains(encounter.Advice.Reasons, reason => reason.Code == "PERMISSION_NONE");
        var scanned = Entries.Succeed(await site.Get<Border.Visas.VisaDesk>().PresentAsync(
            encounter.Id, Specimens.Visa("V1", Entries.Surname, nationality: "BGD"), site.Officer, Cancellation));
        Assert.Equal("BGD SPC000009", scanned.Entry!.Best!.OtherDocument);
        var asked = Assert.Single(scanned.Advice.Reasons, reason => reason.Code == "PERMISSION_ON_OTHER_DOCUMENT");
        Assert.Equal("BGD SPC000009", asked.Evidence["document"]);
    }

    [Fact]
    public async Task Nothing_is_issued_of_a_class_for_which_the_nationality_is_enough()
    {
        await using var site = await Entries.OpenAsync(TestSite.Sqlite, Entries.Class("FREE", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["BGD"], StayDays = 10 });
        var answer = await site.Get<PermissionRegister>().IssueAsync(Entries.Issued(kind: "FREE") with { StayDays = 3000 }, site.VisaOfficer, Cancellation);
        Assert.Equal(("PERMISSION_INVALID", "class"), (answer.Problem?.Code, answer.Problem?.Field));
    }

    [Fact]
    public async Task Who_crossed_far_away_a_moment_ago_is_referred()
    {
        await using var site = await Entries.OpenAsync();
        await Entries.IssueAsync(site, Entries.Issued());
        var crossing = await site.PassAsync(Entries.Passport);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Crossings.Where(c => c.Id == crossing.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Port, "PKLHE"), Cancellation);
            await db.LastCrossings.Where(c => c.CrossingId == crossing.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Port, "PKLHE"), Cancellation);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        var encounter = await site.PresentAsync(Entries.Passport, Direction.Exit);
        var finding = Assert.Single(encounter.Advice.Reasons, reason => reason.Code == "STAY_IMPOSSIBLE_TRAVEL");
        Assert.Equal(("PKLHE", "40"), (finding.Evidence["port"], finding.Evidence["minutes"]));
        Assert.Equal(AdviceLevel.Refer, encounter.Advice.Level);
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.DoesNotContain((await site.PresentAsync(Entries.Passport, Direction.Exit)).Advice.Reasons, reason => reason.Code == "STAY_IMPOSSIBLE_TRAVEL");
    }

    [Fact]
    public void The_shortest_way_is_that_of_the_fastest_aircraft()
    {
        // Karachi to Lahore: some 1,020 km by the great circle.
        Assert.InRange(TravelTime.Shortest("PKKHI", "PKLHE")!.Value.TotalMinutes, 63, 66);
        Assert.Equal(TravelTime.Shortest("PKKHI", "PKLHE"), TravelTime.Shortest("PKLHE", "PKKHI"));
        Assert.Null(TravelTime.Shortest("PKKHI", "PKKHI"));
        Assert.Null(TravelTime.Shortest("PKKHI", "XXXXX"));
    }
}
