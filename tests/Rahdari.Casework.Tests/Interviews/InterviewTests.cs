using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Interviews;

public sealed class InterviewTests
{
    private static readonly Interviewed Person = new("SPECIMENPUR", "ZARBAKHT", "2004-03-18", "UTO", "SPC4711777", Sex.Female);
    private static readonly Actor Supervisor = CaseworkSite.Of("supervisor1", Roles.Supervisor);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => CaseworkSite.Engines;

    private static InterviewTold Victim { get; } = new()
    {
        Language = "urd",
        Interpreter = "Interpreter 7",
        IsApart = true,
        Sex = Sex.Female,
        AgeGroup = AgeGroup.YoungAdult,
        Answers = [new InterviewAnswer("idea", "An aunt of the neighbours arranged everything"), new InterviewAnswer("threats", "", IsDeclined: true)],
        Needs = [UrgentNeed.Safety],
        Outcome = InterviewOutcome.PossibleVictim,
        Why = "Papers held by another, a debt that grows, fear of whom she travels with",
        Forms = [ExploitationForm.DomesticServitude],
        Suspicion = "A recruiter of Lahore sends three girls a month",
        Circle = "AHTC-LHE",
        Province = "PK-PB",
        MayBeAsked = true,
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_interview_is_kept_encrypted_and_divided_when_it_ends(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var desk = site.Get<InterviewDesk>();
        var (encounter, id) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(InterviewHold.None, await desk.HoldAsync(encounter, Cancellation));

        Assert.True((await desk.KeepAsync(encounter, Victim, Supervisor, Cancellation)).Succeeded);
        await site.RestartAsync();
        desk = site.Get<InterviewDesk>();
        var kept = await desk.FindAsync(encounter, Supervisor, Cancellation);
        Assert.Equal("An aunt of the neighbours arranged everything", kept.Value?.Draft?.Answers[0].Text);
        Assert.Equal(InterviewHold.UnderWay, await desk.HoldAsync(encounter, Cancellation));
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            var draft = await db.InterviewDrafts.SingleAsync(Cancellation);
            Assert.DoesNotContain("aunt", Encoding.UTF8.GetString(draft.Sealed), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(encounter.ToString("N"), draft.Encounter, StringComparison.OrdinalIgnoreCase);
        }

        var ended = await desk.EndAsync(encounter, id, Victim, Person, "KHI", Supervisor, Cancellation);
        Assert.True(ended.Succeeded, ended.Problem?.ToString());
        Assert.Equal(("KHI/2026/0001", true), (ended.Value.Number, ended.Value.IsReferred));
        Assert.Equal(ended.Value, (await desk.EndAsync(encounter, id, Victim, Person, "KHI", Supervisor, Cancellation)).Value);
        Assert.Equal("CASE_KEY_TAKEN", (await desk.EndAsync(encounter, id, Victim with { MayBeAsked = false }, Person, "KHI", Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("INTERVIEW_ENDED", (await desk.EndAsync(encounter, Guid.NewGuid(), Victim, Person, "KHI", Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("INTERVIEW_ENDED", (await desk.KeepAsync(encounter, Victim, Supervisor, Cancellation)).Problem?.Code);
        Assert.Null((await desk.FindAsync(encounter, Supervisor, Cancellation)).Value?.Draft);

        var read = await site.Get<CaseReferralRegister>().FindAsync(id, site.Investigator, Cancellation);
        Assert.NotNull(read.Value?.Interview.Victim);
        Assert.Equal(("AHTC-LHE", true), (read.Value.Interview.Circle, read.Value.Interview.MayBeAsked));
        Assert.Null(read.Value.Interview.Suspect);
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            Assert.Empty(await db.InterviewDrafts.ToListAsync(Cancellation));
            var all = string.Join('\n', (await db.Ledger.Select(l => l.Payload).ToListAsync(Cancellation)).Concat(await db.CaseReferrals.Select(r => r.State).ToListAsync(Cancellation)));
            foreach (var told in new[] { "SPECIMENPUR", "ZARBAKHT", "SPC4711777", "2004-03-18", "aunt", "Interpreter 7", encounter.ToString(), encounter.ToString("N") })
                Assert.DoesNotContain(told, all, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
    }

    [Fact]
    public async Task Nothing_of_the_person_is_kept_where_nothing_is_referred()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, encounter, id) = (site.Get<InterviewDesk>(), Guid.NewGuid(), Guid.NewGuid());
        var told = Victim with { Outcome = InterviewOutcome.NoIndication, Why = "Nothing", Suspicion = "Nobody in particular" };
        var ended = await desk.EndAsync(encounter, id, told, Person, "KHI", Supervisor, Cancellation);
        Assert.False(ended.Value!.IsReferred);
        Assert.Equal(InterviewHold.Ended, await desk.HoldAsync(encounter, Cancellation));
        await using var db = site.Get<CaseworkStorage>().Open();
        var state = await db.CaseReferrals.Select(r => r.State).SingleAsync(Cancellation);
        foreach (var kept in new[] { "female", "youngAdult", "urd", "domesticServitude", "Nobody in particular", "Nothing" })
            Assert.DoesNotContain(kept, state, StringComparison.Ordinal);
        Assert.Equal("CASE_REFERRAL_NOT_FOUND", (await site.Get<CaseReferralRegister>().FindAsync(id, site.Head, Cancellation)).Problem?.Code);
    }

    public static TheoryData<string, InterviewTold> Broken => new()
    {
        { "INTERVIEW_NOT_APART", Victim with { IsApart = false } },
        { "INTERVIEW_CHILD_ALONE", Victim with { AgeGroup = AgeGroup.Adolescent } },
        { "INTERVIEW_CHILD_ALONE", Victim with { AgeGroup = AgeGroup.Unknown } },
        { "INTERVIEW_CHILD_UNHELPED", Victim with { AgeGroup = AgeGroup.Child, With = "Officer 3" } },
        { "INTERVIEW_CONSENT_MISSING", Victim with { Organisation = "SHELTER-1" } },
        { "INTERVIEW_CONSENT_MISSING", Victim with { Organisation = "SHELTER-1", BestInterests = "They are an adult" } },
        { "INTERVIEW_NAMES_VICTIM", Victim with { Suspicion = "Zarbakht Specimenpur was recruited by an aunt" } },
        { "INTERVIEW_NAMES_VICTIM", Victim with { Why = "Holder of spc4711777" } },
        { "INTERVIEW_NAMES_VICTIM", Victim with { Why = "Holder of SPC 471-1777" } },
        { "INTERVIEW_NAMES_VICTIM", new InterviewTold { Course = InterviewCourse.NotHeld, Why = "Zarbakht Specimenpur left with the consul" } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Answers = [new InterviewAnswer("idea", "\uD800")] } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Language = "Urdu" } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Outcome = null } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Circle = null } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Province = "PB" } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Forms = [] } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Why = " " } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Outcome = InterviewOutcome.PossibleTrafficker, Suspicion = null } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Answers = [new InterviewAnswer("nonsense", "x")] } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Answers = [new InterviewAnswer("idea", "x"), new InterviewAnswer("idea", "y")] } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Why = "\0" } },
        { "INTERVIEW_FIELD_INVALID", Victim with { Course = InterviewCourse.NotHeld } },
        { "INTERVIEW_FIELD_INVALID", new InterviewTold { Course = InterviewCourse.NotHeld } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_interview_ends_only_as_it_may(string code, InterviewTold told)
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, encounter) = (site.Get<InterviewDesk>(), Guid.NewGuid());
        Assert.Equal(code, (await desk.EndAsync(encounter, Guid.NewGuid(), told, Person, "KHI", Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal(InterviewHold.None, await desk.HoldAsync(encounter, Cancellation));
    }

    [Fact]
    public async Task Whom_the_document_calls_a_child_is_treated_as_one()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, child) = (site.Get<InterviewDesk>(), Person with { DateOfBirth = "2012-03-18" });
        Assert.Equal("INTERVIEW_CHILD_ALONE", (await desk.EndAsync(Guid.NewGuid(), Guid.NewGuid(), Victim, child, "KHI", Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("INTERVIEW_CHILD_UNHELPED", (await desk.EndAsync(Guid.NewGuid(), Guid.NewGuid(), Victim with { With = "Officer 3" }, child, "KHI", Supervisor, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_suspect_of_whom_neither_birth_nor_nationality_is_known_is_read()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var unknown = Person with { DateOfBirth = null, Nationality = null };
        var suspect = Victim with { Outcome = InterviewOutcome.PossibleTrafficker };
        Assert.Null((await site.Get<InterviewDesk>().EndAsync(Guid.NewGuid(), Guid.NewGuid(), suspect, unknown, "KHI", Supervisor, Cancellation)).Problem);
        Assert.Equal(unknown, Assert.Single((await site.Get<CaseReferralRegister>().ListAsync(null, 0, 10, site.Investigator, Cancellation)).Value!.Items).Interview.Suspect);
    }

    [Fact]
    public async Task A_draft_is_gone_after_three_days()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, encounter) = (site.Get<InterviewDesk>(), Guid.NewGuid());
        await desk.KeepAsync(encounter, Victim, Supervisor, Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        Assert.Null((await desk.FindAsync(encounter, Supervisor, Cancellation)).Value?.Draft);
        Assert.Equal(InterviewHold.None, await desk.HoldAsync(encounter, Cancellation));
    }

    [Fact]
    public async Task Under_another_key_nothing_is_opened()
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.Get<InterviewDesk>().KeepAsync(Guid.NewGuid(), Victim, Supervisor, Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(site.RestartWithAnotherVaultAsync);
    }

    [Fact]
    public async Task A_namesake_of_the_victim_may_be_named()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var told = Victim with { Suspicion = "Zarbakht Namunawala recruits, and somebody of the family Specimenpur pays" };
        Assert.True((await site.Get<InterviewDesk>().EndAsync(Guid.NewGuid(), Guid.NewGuid(), told, new Interviewed("OTHERPUR", "ZARBAKHT", null, null, "", Sex.Female), "KHI", Supervisor, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_possible_trafficker_is_named_to_the_circle_and_a_victim_who_was_made_to_it_is_not()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, register, first, second) = (site.Get<InterviewDesk>(), site.Get<CaseReferralRegister>(), Guid.NewGuid(), Guid.NewGuid());
        Assert.True((await desk.EndAsync(Guid.NewGuid(), first, Victim with { Outcome = InterviewOutcome.PossibleTrafficker }, Person, "KHI", Supervisor, Cancellation)).Succeeded);
        Assert.True((await desk.EndAsync(Guid.NewGuid(), second, Victim with { Outcome = InterviewOutcome.Both }, Person, "KHI", Supervisor, Cancellation)).Succeeded);
        var suspect = (await register.FindAsync(first, site.Investigator, Cancellation)).Value!.Interview;
        Assert.Equal((Person, null, false), (suspect.Suspect, suspect.Victim, suspect.MayBeAsked));
        var both = (await register.FindAsync(second, site.Investigator, Cancellation)).Value!.Interview;
        Assert.Null(both.Suspect);
        Assert.NotNull(both.Victim);
    }

    [Fact]
    public async Task Nobody_is_sent_back_before_the_head_of_the_circle_has_agreed()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, register, encounter, id, review) = (site.Get<InterviewDesk>(), site.Get<CaseReferralRegister>(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await desk.EndAsync(encounter, id, Victim, Person, "KHI", Supervisor, Cancellation);
        Assert.Equal(InterviewHold.Held, await desk.HoldAsync(encounter, Cancellation));
        Assert.Equal("ROLE_REQUIRED", (await register.ReviewAsync(id, review, true, "No danger", site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.ReviewAsync(id, review, true, "No danger", site.Head with { Circle = "AHTC-KHI" }, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_FIELD_INVALID", (await register.ReviewAsync(id, review, true, " ", site.Head, Cancellation)).Problem?.Code);
        Assert.True((await register.ReviewAsync(id, review, false, "They are in danger there", site.Head, Cancellation)).Succeeded);
        Assert.Equal(InterviewHold.Held, await desk.HoldAsync(encounter, Cancellation));
        Assert.True((await register.SetAsideAsync(id, Guid.NewGuid(), "Taken up by Karachi", site.Head, Cancellation)).Succeeded);
        Assert.Equal(InterviewHold.Held, await desk.HoldAsync(encounter, Cancellation));
        var agreed = Guid.NewGuid();
        Assert.True((await register.ReviewAsync(id, agreed, true, "They want to go home, and it is safe", site.Head, Cancellation)).Succeeded);
        Assert.Equal(4, (await register.ReviewAsync(id, agreed, true, "They want to go home, and it is safe", site.Head, Cancellation)).Value?.Version);
        Assert.Equal("CASE_KEY_TAKEN", (await register.ReviewAsync(id, agreed, true, "Another reason", site.Head, Cancellation)).Problem?.Code);
        Assert.Equal(InterviewHold.Agreed, await desk.HoldAsync(encounter, Cancellation));
        Assert.Equal("CASE_REFERRAL_TAKEN", (await register.SetAsideAsync(id, Guid.NewGuid(), "Once more", site.Head, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_case_takes_the_referral_up_once()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, referrals, cases, id) = (site.Get<InterviewDesk>(), site.Get<CaseReferralRegister>(), site.Get<CaseRegister>(), Guid.NewGuid());
        await desk.EndAsync(Guid.NewGuid(), id, Victim, Person, "KHI", Supervisor, Cancellation);
        Assert.Equal("CASE_REFERRAL_NOT_FOUND", (await cases.OpenAsync(Guid.NewGuid(), Told.Opened() with { Referral = Guid.NewGuid() }, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_REFERRAL_NOT_FOUND", (await cases.OpenAsync(Guid.NewGuid(), Told.Opened("AHTC-KHI") with { Referral = id }, site.Investigator with { Circle = "AHTC-KHI" }, Cancellation)).Problem?.Code);
        var opening = Guid.NewGuid();
        var opened = await cases.OpenAsync(opening, Told.Opened() with { Referral = id }, site.Investigator, Cancellation);
        Assert.True(opened.Succeeded, opened.Problem?.ToString());
        Assert.Equal(opened.Value.Id, (await cases.OpenAsync(opening, Told.Opened() with { Referral = id }, site.Investigator, Cancellation)).Value?.Id);
        Assert.Equal("CASE_REFERRAL_TAKEN", (await cases.OpenAsync(Guid.NewGuid(), Told.Opened() with { Referral = id }, site.Investigator, Cancellation)).Problem?.Code);
        var referral = (await referrals.FindAsync(id, site.Investigator, Cancellation)).Value!;
        Assert.Equal((CaseReferralStage.TakenUp, opened.Value.Id), (referral.Stage, referral.CaseId));
        Assert.Empty((await referrals.ListAsync(CaseReferralStage.Waiting, 0, 10, site.Investigator, Cancellation)).Value!.Items);
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
    }

    [Theory]
    [InlineData("UPDATE case_referrals SET state = replace(state, 'AHTC-LHE', 'AHTC-KHI')", "ROW_CHANGED")]
    [InlineData("UPDATE case_referrals SET stage = 'SetAside'", "ROW_CHANGED")]
    [InlineData("UPDATE case_referrals SET circle = 'AHTC-KHI'", "ROW_CHANGED")]
    [InlineData("DELETE FROM case_referrals", "ROW_DELETED")]
    [InlineData("DELETE FROM casework_events", "ROW_CHANGED")]
    public async Task Verify_finds_a_referral_that_was_changed(string tampering, string code)
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.Get<InterviewDesk>().EndAsync(Guid.NewGuid(), Guid.NewGuid(), Victim, Person, "KHI", Supervisor, Cancellation);
        await using (var db = site.Get<CaseworkStorage>().Open())
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(tampering, Cancellation));
        Assert.Contains((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults, fault => fault.Code == code);
    }

    [Fact]
    public async Task Everybody_else_is_refused()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (desk, register, encounter, id) = (site.Get<InterviewDesk>(), site.Get<CaseReferralRegister>(), Guid.NewGuid(), Guid.NewGuid());
        await desk.EndAsync(encounter, id, Victim, Person, "KHI", Supervisor, Cancellation);
        foreach (var role in Roles.All.Except([Roles.Supervisor]))
        {
            var actor = CaseworkSite.Of("somebody", role);
            Assert.Equal("ROLE_REQUIRED", (await desk.FindAsync(encounter, actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await desk.KeepAsync(encounter, Victim, actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await desk.EndAsync(encounter, Guid.NewGuid(), Victim, Person, "KHI", actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await desk.OrganisationsAsync(actor, Cancellation)).Problem?.Code);
        }
        foreach (var role in Roles.All.Except([Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor]))
        {
            var actor = CaseworkSite.Of("somebody", role);
            Assert.Equal("ROLE_REQUIRED", (await register.FindAsync(id, actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(null, 0, 10, actor, Cancellation)).Problem?.Code);
        }
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.FindAsync(id, site.Investigator with { Circle = "AHTC-KHI" }, Cancellation)).Problem?.Code);
        Assert.Empty((await register.ListAsync(null, 0, 10, site.Investigator with { Circle = "AHTC-KHI" }, Cancellation)).Value!.Items);
    }
}
