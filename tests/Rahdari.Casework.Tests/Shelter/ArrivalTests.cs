using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Arrivals;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class ArrivalTests
{
    private static readonly Interviewed Person = new("SPECIMENPUR", "ZARBAKHT", "2004-03-18", "UTO", "SPC4711777", Sex.Female);
    private static readonly Actor Supervisor = CaseworkSite.Of("supervisor1", Roles.Supervisor);

    public static TheoryData<string> Engines => ShelterSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static InterviewTold Told { get; } = new()
    {
        Language = "urd",
        IsApart = true,
        Sex = Sex.Female,
        AgeGroup = AgeGroup.YoungAdult,
        Answers = [new InterviewAnswer("idea", "An aunt of the neighbours arranged everything"), new InterviewAnswer("wants", new string('x', 3990)), new InterviewAnswer("debt", "", IsDeclined: true)],
        Needs = [UrgentNeed.MedicalCare, UrgentNeed.ChildProtection],
        Outcome = InterviewOutcome.PossibleVictim,
        Why = "A debt that grows",
        Forms = [ExploitationForm.DomesticServitude],
        Circle = "AHTC-LHE",
        Province = "PK-PB",
        Organisation = "DAR-1",
        MayBeTold = true,
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_organisation_alone_learns_who_arrives_and_takes_them_in_once(string engine)
    {
        await using var site = await ShelterSite.FoundedAsync(engine);
        var (desk, id) = (site.Get<ArrivalDesk>(), Guid.NewGuid());
        var ended = await site.Get<InterviewDesk>().EndAsync(Guid.NewGuid(), id, Told, Person, "KHI", Supervisor, Cancellation);
        Assert.True(ended.Succeeded, ended.Problem?.ToString());
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            var box = await db.CaseReferrals.Select(r => r.Sealed!).SingleAsync(Cancellation);
            Assert.DoesNotContain("ZARBAKHT", System.Text.Encoding.Latin1.GetString(box), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty((await desk.ListAsync(site.ClinicCabinet, site.Clinic, Cancellation)).Value!);
        Assert.Equal("SHELTER_ARRIVAL_NOT_FOUND", (await desk.ReadAsync(site.ClinicCabinet, id, site.Clinic, Cancellation)).Problem?.Code);
        Assert.Equal("SHELTER_ARRIVAL_NOT_FOUND", (await desk.TakeInAsync(site.ClinicCabinet, id, site.Clinic, Cancellation)).Problem?.Code);
        foreach (var role in Roles.All.Except([Roles.Caseworker]))
            Assert.Equal("ROLE_REQUIRED", (await desk.ReadAsync(site.Cabinet, id, CaseworkSite.Of("somebody", role), Cancellation)).Problem?.Code);
        // Nothing is made anew while somebody waits whose account only these keys open.
        Assert.Equal("SHELTER_ARRIVALS_WAIT", (await site.Get<OrganisationRegister>().RemoveAsync(site.Cabinet, "bibi", site.Amal, Cancellation)).Problem?.Code);

        var arrival = Assert.Single((await desk.ListAsync(site.Cabinet, site.Amal, Cancellation)).Value!);
        var account = (await desk.ReadAsync(site.Cabinet, id, site.Amal, Cancellation)).Value!;
        Assert.Equal((arrival.Pseudonym, "ZARBAKHT SPECIMENPUR", 3), (account.Pseudonym, account.Identity.Name, account.Told.Answers.Count));
        var taken = await desk.TakeInAsync(site.Cabinet, id, site.Amal, Cancellation);
        Assert.True(taken.Succeeded, taken.Problem?.ToString());
        Assert.Equal((id, arrival.Pseudonym), (taken.Value.Id, taken.Value.Pseudonym));
        Assert.Equal(id, (await desk.TakeInAsync(site.Cabinet, id, site.Amal, Cancellation)).Value?.Id);
        Assert.Empty((await desk.ListAsync(site.Cabinet, site.Amal, Cancellation)).Value!);

        var files = site.Get<VictimFiles>();
        var assessment = (AssessmentSection)(await files.ReadAsync(site.Cabinet, id, FileSection.Assessment, null, site.Amal, Cancellation)).Value!.Content;
        Assert.Contains("An aunt of the neighbours arranged everything", assessment.Notes, StringComparison.Ordinal);
        Assert.Equal([ServiceKind.Medical, ServiceKind.Other], assessment.Needs.Select(need => need.Kind));
        var safety = (SafetySection)(await files.ReadAsync(site.Cabinet, id, FileSection.Safety, null, site.Amal, Cancellation)).Value!.Content;
        Assert.Contains(safety.Notes, note => note.Text.Contains(new string('x', 3000), StringComparison.Ordinal));
        var referral = (await site.Get<CaseReferralRegister>().FindAsync(id, CaseworkSite.Of("investigator1", Roles.Investigator) with { Circle = "AHTC-LHE" }, Cancellation)).Value!;
        Assert.Equal((true, "DAR-1", arrival.Pseudonym), (referral.IsTakenIn, referral.Interview.Organisation, referral.Interview.Victim));
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
        await using (var db = site.Get<CaseworkStorage>().Open())
            Assert.Null(await db.CaseReferrals.Select(r => r.Sealed).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task A_referral_to_an_organisation_that_is_none_ends_nothing()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var encounter = Guid.NewGuid();
        Assert.Equal("SHELTER_ORGANISATION_UNKNOWN", (await site.Get<InterviewDesk>().EndAsync(encounter, Guid.NewGuid(), Told with { Organisation = "NOBODY" }, Person, "KHI", Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal(InterviewHold.None, await site.Get<InterviewDesk>().HoldAsync(encounter, Cancellation));
    }

    [Fact]
    public async Task What_was_changed_while_it_waited_is_not_taken_in()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var (desk, id) = (site.Get<ArrivalDesk>(), Guid.NewGuid());
        await site.Get<InterviewDesk>().EndAsync(Guid.NewGuid(), id, Told, Person, "KHI", Supervisor, Cancellation);
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            var row = await db.CaseReferrals.SingleAsync(Cancellation);
            row.Sealed = [.. row.Sealed![..^1], (byte)(row.Sealed[^1] ^ 1)];
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.Equal("SHELTER_ARRIVAL_UNREADABLE", (await desk.ReadAsync(site.Cabinet, id, site.Amal, Cancellation)).Problem?.Code);
        Assert.Equal("SHELTER_ARRIVAL_UNREADABLE", (await desk.TakeInAsync(site.Cabinet, id, site.Amal, Cancellation)).Problem?.Code);
        Assert.Contains((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults, fault => fault.Code == "ROW_CHANGED");
    }
}
