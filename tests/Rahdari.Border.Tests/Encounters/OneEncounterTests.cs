using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Encounters;

public class OneEncounterTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_document_presented_twice_passes_once(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var first = await site.PresentAsync(Specimens.Passport());
        var second = await site.PresentAsync(Specimens.Passport());
        Assert.Equal("ENCOUNTER_SUPERSEDED", (await site.DecideAsync(first, new Decision(DecisionKind.Pass))).Problem?.Code);
        Assert.True((await site.DecideAsync(second, new Decision(DecisionKind.Pass))).Succeeded);
        Assert.Equal("ENCOUNTER_SUPERSEDED", (await site.DecideAsync(first, new Decision(DecisionKind.Refer))).Problem?.Code);
        var listed = await site.Get<CrossingRegister>().ListAsync(new CrossingFilter(), 0, 10, site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal(1, listed.Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_is_awaited_in_the_second_line_does_not_slip_through_another_counter(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var referred = await site.PresentAsync(Specimens.Passport());
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "nervous"))).Succeeded);

        var elsewhere = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Refer, elsewhere.Advice.Level);
        Assert.Equal("1", Assert.Single(elsewhere.Advice.Reasons, r => r.Code == "IDENTITY_AWAITED_IN_SECOND_LINE").Evidence["counter"]);
        Assert.Equal("SUPERVISOR_REQUIRED", (await site.DecideAsync(elsewhere, new Decision(DecisionKind.Pass, "in a hurry"))).Problem?.Code);
        Assert.Equal("SUPERVISOR_REQUIRED", (await site.DecideAsync(elsewhere, new Decision(DecisionKind.Refuse, "in a hurry"))).Problem?.Code);

        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Pass, "explained"), site.Supervisor)).Succeeded);
        Assert.Equal("ENCOUNTER_SUPERSEDED", (await site.DecideAsync(elsewhere, new Decision(DecisionKind.Pass, "explained"))).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_rescan_leaves_behind_does_not_wait_in_the_second_line(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Khanum SPECIMENA"));
        var first = await site.PresentAsync(Specimens.Passport());
        var second = await site.PresentAsync(Specimens.Passport(), accompanied: true);
        var cancellation = TestContext.Current.CancellationToken;

        var waiting = await site.Get<EncounterDesk>().WaitingAsync(0, 10, site.Supervisor, cancellation);
        Assert.Equal(second.Id, Assert.Single(waiting.Value!.Items).Id);
        Assert.Equal(1, (await site.Get<EncounterDesk>().WaitingStandingAsync(site.Supervisor, cancellation)).Value!.Encounters);
        var open = await site.Get<HitQueue>().ListAsync(HitState.Open, 0, 10, site.Supervisor, cancellation);
        Assert.Equal(second.Id, Assert.Single(open.Value!.Items).EncounterId);
        var late = await site.Get<HitQueue>().ResolveAsync(first.Hits[0].Id, HitState.Dismissed, "another person", site.Supervisor, cancellation: cancellation);
        Assert.Equal("ENCOUNTER_SUPERSEDED", late.Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_list_that_comes_into_force_meanwhile_locks_the_decision(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Nobody SPECIMENOV"));
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Clear, encounter.Advice.Level);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Nobody SPECIMENOV"), Lists.Person("SPEi.2", "Khanum SPECIMENA"));

        var stopped = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass));
        Assert.Equal("HITS_OPEN", stopped.Problem?.Code);
        var cancellation = TestContext.Current.CancellationToken;
        var now = (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, cancellation)).Value!;
        Assert.Equal(["un@2"], now.ScreenedAgainst);
        Assert.Equal(AdviceLevel.Refer, now.Advice.Level);
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);

        var hit = Assert.Single(now.Hits);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(hit.Id, HitState.Dismissed, "another person", site.Supervisor, cancellation: cancellation)).Succeeded);
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_encounter_of_this_morning_passes_nobody_tonight(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromHours(4.1));
        Assert.Equal("ENCOUNTER_TOO_OLD", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Refer))).Succeeded);
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "explained"), site.Supervisor)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whoever_carries_a_known_number_under_another_name_is_another_traveller(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var holder = await site.PassAsync(Specimens.Passport());
        var impostor = await site.PresentAsync(Specimens.Passport(surname: "OTHERSPECIMEN", given: "ZAR", born: "1991-01-01"));
        Assert.Contains(impostor.Advice.Reasons, r => r.Code == "EARLIER_ANOTHER_PERSON");
        Assert.NotEqual(holder.TravellerId, impostor.Traveller.Id);
        Assert.Equal(0, impostor.Traveller.Crossings);
        Assert.True((await site.DecideAsync(impostor, new Decision(DecisionKind.Refuse, "number of another person"))).Succeeded);

        var again = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(holder.TravellerId, again.Traveller.Id);
        Assert.Equal(0, again.Traveller.Refusals);
        Assert.Contains(again.Advice.Reasons, r => r.Code == "EARLIER_ANOTHER_PERSON");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_reading_that_nobody_decided_changes_nothing_that_is_known(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var holder = await site.PassAsync(Specimens.Passport());
        await site.PresentAsync(Specimens.Passport(given: "KHANVM"));
        await site.PresentAsync(Specimens.Passport(surname: "MISREAD", given: "ZONE", born: "1991-01-01"));
        var cancellation = TestContext.Current.CancellationToken;
        var history = await site.Get<TravellerRegister>().HistoryAsync(holder.TravellerId, site.Officer, cancellation);
        Assert.Equal("KHANUM", Assert.Single(history.Value!.Documents).SecondaryIdentifier);
        Assert.DoesNotContain((await site.PresentAsync(Specimens.Passport())).Advice.Reasons, r => r.Code == "EARLIER_ANOTHER_PERSON");

        Assert.Equal(holder.TravellerId, (await site.PassAsync(Specimens.Passport(given: "KHANUM BIBI"))).TravellerId);
        history = await site.Get<TravellerRegister>().HistoryAsync(holder.TravellerId, site.Officer, cancellation);
        Assert.Equal("KHANUM BIBI", Assert.Single(history.Value!.Documents).SecondaryIdentifier);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_referrals_key_serves_that_referral_alone(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var other = await site.PresentAsync(Specimens.Passport("U00000002", "EXEMPLAR", born: "1991-11-21"));
        var key = Guid.NewGuid().ToString();
        Assert.Equal("nervous", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refer, " nervous "), key: key)).Value!.Encounter.ReferralReason);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refer, "calm"), key: key)).Problem?.Code);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(other, new Decision(DecisionKind.Refer, "nervous"), key: key)).Problem?.Code);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(other, new Decision(DecisionKind.Pass), key: key)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_is_to_be_spoken_with_apart_is_not_decided_on_before(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal("INTERVIEW_NOT_REFERRED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "no visa", Interview: true))).Problem?.Code);
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Refer, Interview: true))).Value!.Encounter.IsInterviewAsked);
        foreach (var kind in new[] { DecisionKind.Pass, DecisionKind.Refuse })
            Assert.Equal("INTERVIEW_AWAITED", (await site.DecideAsync(encounter, new Decision(kind, "in a hurry"), site.Supervisor)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Everything_done_with_a_traveller_is_found_by_their_key(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        await site.PassAsync(Specimens.Passport("U00000002", "EXEMPLAR", born: "1991-11-21"));
        var cancellation = TestContext.Current.CancellationToken;
        var key = Guid.NewGuid().ToString();
        var crossing = (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: key)).Value!.Crossing!;
        await site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: key);
        await site.Get<CrossingRegister>().FindAsync(crossing.Id, site.Officer, cancellation);
        await site.Get<TravellerRegister>().HistoryAsync(encounter.Traveller.Id, site.Officer, cancellation);

        var found = await site.Get<AuditLog>().ListAsync(
            new AuditFilter { SubjectId = encounter.Traveller.Id.ToString().ToUpperInvariant() }, 0, 50, site.Auditor, cancellation);
        Assert.Equal(
            [AuditAction.CrossingRead, AuditAction.EncounterDecided, AuditAction.EncounterOpened, AuditAction.EncounterRead, AuditAction.TravellerRead],
            found.Value!.Items.Select(a => a.Action).Order());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_port_reads_the_history_of_those_who_came_to_it(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var crossing = await site.PassAsync(Specimens.Passport());
        var cancellation = TestContext.Current.CancellationToken;
        var stranger = new Actor("officer9", new HashSet<string> { Roles.Officer }, "PKLHE");
        var register = site.Get<TravellerRegister>();
        Assert.Equal("TRAVELLER_NOT_FOUND", (await register.HistoryAsync(crossing.TravellerId, stranger, cancellation)).Problem?.Code);
        Assert.True((await register.HistoryAsync(crossing.TravellerId, site.Officer, cancellation)).Succeeded);
        Assert.True((await register.HistoryAsync(crossing.TravellerId, site.Auditor, cancellation)).Succeeded);
    }
}
