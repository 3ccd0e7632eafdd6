using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Tests.Encounters;

public class EncounterDeskTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_clear_traveller_passes_and_the_crossing_says_everything(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Nobody SPECIMENOV"));
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Clear, encounter.Advice.Level);
        Assert.Equal(["un@1"], encounter.ScreenedAgainst);

        var decided = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass));
        Assert.True(decided.Succeeded, decided.Problem?.Code);
        var crossing = decided.Value.Crossing!;
        Assert.Equal(CrossingOutcome.Admitted, crossing.Outcome);
        Assert.Equal("SPECIMENA", crossing.PrimaryIdentifier);
        Assert.Equal("KHANUM", crossing.SecondaryIdentifier);
        Assert.Equal("1980-05-17", crossing.DateOfBirth.ToString());
        Assert.Equal(new DateOnly(2026, 3, 31), crossing.PermittedUntil);
        Assert.Equal(site.Officer.Name, crossing.DecidedBy);

        await site.RestartAsync();
        var found = await site.Get<CrossingRegister>().FindAsync(crossing.Id, site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal(crossing, found.Value);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_request_sent_again_is_recorded_once(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: key)));
        Assert.All(answers, a => Assert.True(a.Succeeded, a.Problem?.Code));
        Assert.Single(answers.Select(a => a.Value!.Crossing!.Id).Distinct());
        Assert.Single(answers, a => !a.Value!.Replayed);
        var listed = await site.Get<CrossingRegister>().ListAsync(new CrossingFilter(), 0, 10, site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal(1, listed.Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_used_for_another_decision_is_refused_and_a_decided_encounter_stays_decided(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var other = await site.PresentAsync(Specimens.Passport("U00000002", "EXEMPLAR", born: "1991-11-21"));
        var key = Guid.NewGuid().ToString();
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: key)).Succeeded);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "no"), key: key)).Problem?.Code);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(other, new Decision(DecisionKind.Pass), key: key)).Problem?.Code);
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        Assert.Equal("IDEMPOTENCY_KEY_INVALID", (await site.DecideAsync(other, new Decision(DecisionKind.Pass), key: "short")).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_left_after_the_permitted_day_overstayed_and_is_referred(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromDays(45));
        var exit = await site.PresentAsync(Specimens.Passport(), Direction.Exit);
        var reason = Assert.Single(exit.Advice.Reasons, r => r.Code == "STAY_OVERSTAYED");
        Assert.Equal("15", reason.Evidence["days"]);
        Assert.Equal(AdviceLevel.Refer, exit.Advice.Level);
        Assert.Equal("REASON_REQUIRED", (await site.DecideAsync(exit, new Decision(DecisionKind.Pass))).Problem?.Code);
        var left = await site.DecideAsync(exit, new Decision(DecisionKind.Pass, "fine paid"));
        Assert.Equal(CrossingOutcome.Departed, left.Value!.Crossing!.Outcome);
        Assert.Null(left.Value.Crossing.PermittedUntil);
        Assert.Null((await site.PresentAsync(Specimens.Passport())).OpenStay);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_national_has_no_stay_to_count(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var crossing = await site.PassAsync(Specimens.Passport(nationality: "PAK", number: "SP0000001"));
        Assert.Null(crossing.PermittedUntil);
        site.Clock.Advance(TimeSpan.FromDays(400));
        var exit = await site.PresentAsync(Specimens.Passport(nationality: "PAK", number: "SP0000001"), Direction.Exit);
        Assert.DoesNotContain(exit.Advice.Reasons, r => r.Code.StartsWith("STAY_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_minor_alone_is_referred_and_with_a_responsible_adult_is_not(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var alone = await site.PresentAsync(Specimens.Passport(born: "2012-03-02"));
        Assert.Equal("13", Assert.Single(alone.Advice.Reasons, r => r.Code == "MINOR_ALONE").Evidence["age"]);
        Assert.Equal(AdviceLevel.Refer, alone.Advice.Level);
        var together = await site.PresentAsync(Specimens.Passport(born: "2012-03-02"), accompanied: true);
        Assert.DoesNotContain(together.Advice.Reasons, r => r.Code == "MINOR_ALONE");
        var adult = await site.PresentAsync(Specimens.Passport("U00000009", born: "2008-03-01"));
        Assert.DoesNotContain(adult.Advice.Reasons, r => r.Code == "MINOR_ALONE");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Without_any_list_in_force_the_officer_is_told(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal("SCREENING_NO_WATCHLIST", Assert.Single(encounter.Advice.Reasons, r => r.Severity >= Severity.Warning).Code);
        Assert.Equal(AdviceLevel.Ask, encounter.Advice.Level);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_referred_traveller_is_decided_by_a_supervisor_alone(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var key = Guid.NewGuid().ToString();
        var referral = await site.DecideAsync(encounter, new Decision(DecisionKind.Refer, "nervous"), key: key);
        Assert.Null(referral.Value!.Crossing);
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Refer, "nervous"), key: key)).Value!.Replayed);
        Assert.Equal("SUPERVISOR_REQUIRED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        var waiting = await site.Get<EncounterDesk>().WaitingAsync(0, 10, site.Supervisor, TestContext.Current.CancellationToken);
        Assert.Equal(encounter.Id, Assert.Single(waiting.Value!.Items).Id);
        var refused = await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "no means of subsistence"), site.Supervisor);
        Assert.Equal(CrossingOutcome.Refused, refused.Value!.Crossing!.Outcome);
        Assert.Contains((await site.PresentAsync(Specimens.Passport())).Advice.Reasons, r => r.Code == "IDENTITY_REFUSED_BEFORE");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_officer_of_another_port_sees_and_decides_nothing_here(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var crossing = await site.PassAsync(Specimens.Passport());
        var stranger = new Actor("officer9", new HashSet<string> { Roles.Officer }, "PKLHE");
        var desk = site.Get<EncounterDesk>();
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal("OTHER_PORT", (await desk.OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "1"), stranger, cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.FindAsync(crossing.EncounterId, stranger, cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await site.Get<CrossingRegister>().FindAsync(crossing.Id, stranger, cancellation)).Problem?.Code);
        Assert.Equal(0, (await site.Get<CrossingRegister>().ListAsync(new CrossingFilter(), 0, 10, stranger, cancellation)).Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_no_machine_readable_zone_opens_no_encounter(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var answer = await site.Get<EncounterDesk>().OpenAsync(new Presentation("hello", Direction.Entry, "1"), site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal("DOCUMENT_UNREADABLE", answer.Problem?.Code);
        answer = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "9"), site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal("COUNTER_UNKNOWN", answer.Problem?.Code);
    }
}
