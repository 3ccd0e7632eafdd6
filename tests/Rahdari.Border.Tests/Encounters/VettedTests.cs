using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Encounters;

/// <summary>Who was told apart from a listed person is not held up for that entry again, as long as nothing has changed; and nothing of it is silent.</summary>
public class VettedTests
{
    private static readonly WatchlistEntry Listed = Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03");
    private static readonly string Passport = Of();

    public static TheoryData<string> Engines => TestSite.Engines;

    /// <summary>What the next document says otherwise, and what the hit says of it.</summary>
    public static TheoryData<string, VettingChange> OtherDocuments => new()
    {
        { Of(given: "BASHAR SALEH"), VettingChange.Name },
        { Of(born: "1975-02"), VettingChange.DateOfBirth },
        { Of(nationality: "PAK"), VettingChange.Nationality },
        { Of(sex: Sex.Unspecified), VettingChange.Sex },
        { Of(optional: "SP123456"), VettingChange.PersonalNumber },
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_traveller_who_was_told_apart_from_an_entry_is_not_held_up_for_it_again_and_everybody_is_told(string engine)
    {
        await using var site = await VettedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var again = await site.PresentAsync(Passport);
        var hit = Assert.Single(again.Hits);
        Assert.Equal((HitState.Suppressed, "supervisor1", "Other place of birth"), (hit.State, hit.Before!.By, hit.Before.Reason));
        Assert.Empty(hit.Before.Changes);
        Assert.Equal(AdviceLevel.Clear, again.Advice.Level);
        Assert.Contains(again.Advice.Reasons, r => r.Code == "SCREENING_HIT_VETTED");
        var decided = await site.DecideAsync(again, new Decision(DecisionKind.Pass));
        Assert.Contains("SCREENING_HIT_VETTED", decided.Value!.Crossing!.AdviceReasons, StringComparison.Ordinal);

        var decision = Assert.Single((await site.Get<VettedRegister>().ListAsync("specimenov", true, 0, 10, site.Auditor, cancellation)).Value!.Items);
        Assert.Equal((VettedState.Standing, 1, "SPECIMENOV, BASHAR"), (decision.State, decision.Suppressions, decision.Name));
        var history = await site.Get<VettedRegister>().FindAsync(decision.Id, site.Supervisor, cancellation);
        Assert.Equal((hit.Id, again.Id), Assert.Single(history.Value!.Suppressed.Select(s => (s.HitId, s.EncounterId))));
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { SubjectId = again.Traveller.Id.ToString(), Action = AuditAction.HitSuppressed }, 0, 10, site.Auditor, cancellation);
        Assert.Equal($"un/SPEi.7 by {decision.Id}", Assert.Single(audited.Value!.Items).Detail);
        Assert.Equal(hit.Id, Assert.Single((await site.Get<HitQueue>().ListAsync(HitState.Suppressed, 0, 10, site.Supervisor, cancellation)).Value!.Items).Id);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_entry_that_says_something_else_or_came_back_alerts_again_and_says_why(string engine)
    {
        await using var site = await VettedAsync(engine);
        await ImportAsync(site, Listed with { Remarks = "Seen at Specimen harbour." }, Lists.Person("SPEi.8", "Other SPECIMAN"));
        await ChangedAsync(site, Passport, VettingChange.Entry);
        await ImportAsync(site, Lists.Person("SPEi.8", "Other SPECIMAN"));
        Assert.Empty((await site.PresentAsync(Passport)).Hits);
        await ImportAsync(site, Listed, Lists.Person("SPEi.8", "Other SPECIMAN"));
        await ChangedAsync(site, Passport, VettingChange.Entry);
        Assert.Equal(VettedState.EntryChanged, (await DecisionsAsync(site))[0].State);
    }

    [Theory]
    [MemberData(nameof(OtherDocuments))]
    public async Task A_document_that_says_something_else_of_its_holder_alerts_again(string document, VettingChange change)
    {
        await using var site = await VettedAsync(TestSite.Sqlite);
        var hit = await ChangedAsync(site, document, change);
        Assert.Equal(("supervisor1", TestSite.Start, "Other place of birth"), (hit.Before!.By, hit.Before.At, hit.Before.Reason));
        // What was vetted is still vetted.
        Assert.Equal(HitState.Suppressed, Assert.Single((await site.PresentAsync(Passport)).Hits).State);
    }

    [Fact]
    public async Task Another_entry_and_another_traveller_alert_as_ever()
    {
        await using var site = await VettedAsync(TestSite.Sqlite);
        Assert.Equal(HitState.Open, Assert.Single((await site.PresentAsync(Of("U00000099"))).Hits).State);
        await ImportAsync(site, Listed, Lists.Person("SPEi.9", "Bashar SPECIMENOV"));
        var both = await site.PresentAsync(Passport);
        Assert.Equal([("SPEi.7", HitState.Suppressed), ("SPEi.9", HitState.Open)], both.Hits.Select(h => (h.Reference, h.State)).Order());
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(both, new Decision(DecisionKind.Pass, "known"))).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_decision_that_is_withdrawn_alerts_again_also_while_the_traveller_stands_at_the_counter(string engine)
    {
        await using var site = await VettedAsync(engine);
        var (register, cancellation) = (site.Get<VettedRegister>(), TestContext.Current.CancellationToken);
        var standing = await site.PresentAsync(Passport);
        var decision = (await DecisionsAsync(site))[0];
        Assert.Equal("ROLE_REQUIRED", (await register.WithdrawAsync(decision.Id, "doubt", site.Auditor, cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.WithdrawAsync(decision.Id, " ", site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("VETTED_NOT_FOUND", (await register.WithdrawAsync(decision.Id, "doubt", site.Supervisor with { Port = "PKLHE" }, cancellation)).Problem?.Code);
        Assert.Equal(VettedState.Withdrawn, (await register.WithdrawAsync(decision.Id, "doubt", site.Supervisor, cancellation)).Value!.State);
        Assert.Equal(VettedState.Withdrawn, (await register.WithdrawAsync(decision.Id, "doubt", site.Supervisor, cancellation)).Value!.State);
        Assert.Equal("VETTED_ALREADY_WITHDRAWN", (await register.WithdrawAsync(decision.Id, "other", site.Supervisor, cancellation)).Problem?.Code);

        site.Clock.Advance(TimeSpan.FromSeconds(1)); // Which hit came later is told by its key.
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(standing, new Decision(DecisionKind.Pass))).Problem?.Code);
        var locked = await site.Get<EncounterDesk>().FindAsync(standing.Id, site.Officer, cancellation);
        var open = Assert.Single(locked.Value!.Hits, h => h.State == HitState.Open);
        Assert.Equal([VettingChange.Withdrawn], open.Before!.Changes);
        Assert.DoesNotContain(locked.Value.Advice.Reasons, r => r.Code == "SCREENING_HIT_VETTED");
        Assert.True((await site.Get<HitQueue>().ResolveAsync(open.Id, HitState.Dismissed, "Seen again", site.Supervisor, cancellation: cancellation)).Succeeded);
        Assert.True((await site.DecideAsync(standing, new Decision(DecisionKind.Pass))).Succeeded);
        Assert.Equal(HitState.Suppressed, Assert.Single((await site.PresentAsync(Passport)).Hits).State);
        Assert.Single((await register.ListAsync(null, true, 0, 10, site.Supervisor, cancellation)).Value!.Items);
        Assert.Single((await register.ListAsync(null, false, 0, 10, site.Supervisor, cancellation)).Value!.Items);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_decision_ends_after_its_last_day(string engine)
    {
        await using var site = await HitAsync(engine);
        var (queue, cancellation) = (site.Get<HitQueue>(), TestContext.Current.CancellationToken);
        var hit = (await site.PresentAsync(Passport)).Hits[0].Id;
        var today = TestSite.Settings.LocalDay(TestSite.Start);
        Assert.Equal("VETTED_UNTIL_INVALID", (await queue.ResolveAsync(hit, HitState.Dismissed, "other", site.Supervisor, today.AddDays(-1), cancellation)).Problem?.Code);
        Assert.Equal("VETTED_UNTIL_INVALID", (await queue.ResolveAsync(hit, HitState.Confirmed, "same", site.Supervisor, today, cancellation)).Problem?.Code);
        Assert.True((await queue.ResolveAsync(hit, HitState.Dismissed, "other", site.Supervisor, today, cancellation)).Succeeded);
        Assert.Equal(HitState.Suppressed, Assert.Single((await site.PresentAsync(Passport)).Hits).State);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await ChangedAsync(site, Passport, VettingChange.Ended);
        Assert.Equal(VettedState.Ended, (await DecisionsAsync(site))[0].State);
    }

    [Fact]
    public async Task A_decision_that_ends_while_the_traveller_waits_locks_the_pass()
    {
        await using var site = await HitAsync(TestSite.Sqlite);
        var (today, cancellation) = (TestSite.Settings.LocalDay(TestSite.Start), TestContext.Current.CancellationToken);
        while (TestSite.Settings.LocalDay(site.Clock.GetUtcNow().AddMinutes(10)) == today)
            site.Clock.Advance(TimeSpan.FromMinutes(10));
        var hit = (await site.PresentAsync(Passport)).Hits[0].Id;
        Assert.True((await site.Get<HitQueue>().ResolveAsync(hit, HitState.Dismissed, "other", site.Supervisor, today, cancellation)).Succeeded);
        var standing = await site.PresentAsync(Passport);
        Assert.Equal(HitState.Suppressed, Assert.Single(standing.Hits).State);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(standing, new Decision(DecisionKind.Pass))).Problem?.Code);
        var locked = await site.Get<EncounterDesk>().FindAsync(standing.Id, site.Officer, cancellation);
        Assert.Equal([VettingChange.Ended], Assert.Single(locked.Value!.Hits, h => h.State == HitState.Open).Before!.Changes);
    }

    [Fact]
    public async Task Of_two_decisions_on_one_pair_neither_suppresses_once_one_is_withdrawn()
    {
        await using var site = await HitAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        var referred = await site.PresentAsync(Passport);
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "look"))).Succeeded);
        var again = await site.PresentAsync(Passport);
        foreach (var hit in new[] { referred.Hits[0], again.Hits[0] })
            Assert.True((await site.Get<HitQueue>().ResolveAsync(hit.Id, HitState.Dismissed, "other", site.Supervisor, cancellation: cancellation)).Succeeded);
        var decisions = await DecisionsAsync(site);
        Assert.Equal(2, decisions.Count);
        Assert.True((await site.Get<VettedRegister>().WithdrawAsync(decisions[0].Id, "doubt", site.Supervisor, cancellation)).Succeeded);
        await ChangedAsync(site, Passport, VettingChange.Withdrawn);
        Assert.All(await DecisionsAsync(site), d => Assert.Equal(VettedState.Withdrawn, d.State));
        Assert.Empty((await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_was_once_confirmed_is_never_suppressed(string engine)
    {
        await using var site = await VettedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var changed = await ChangedAsync(site, Of(sex: Sex.Unspecified), VettingChange.Sex);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(changed.Id, HitState.Confirmed, "Same scar", site.Supervisor, cancellation: cancellation)).Succeeded);
        await ChangedAsync(site, Passport, VettingChange.Confirmed);
        var dismissed = await site.PresentAsync(Passport);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(dismissed.Hits[0].Id, HitState.Dismissed, "Mistaken", site.Supervisor, cancellation: cancellation)).Succeeded);
        Assert.True((await site.DecideAsync(dismissed, new Decision(DecisionKind.Pass))).Succeeded);
        await ChangedAsync(site, Passport, VettingChange.Confirmed);
        Assert.All(await DecisionsAsync(site), d => Assert.Equal(VettedState.Confirmed, d.State));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_was_confirmed_on_one_passport_is_not_suppressed_on_another(string engine)
    {
        await using var site = await HitAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var (one, other) = (Of("U00000001", nationality: "PAK", optional: "4210100000001"), Of("U00000002", nationality: "PAK", optional: "4210100000001"));
        var dismissed = Assert.Single((await site.PresentAsync(one)).Hits);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(dismissed.Id, HitState.Dismissed, "Other place of birth", site.Supervisor, cancellation: cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HitState.Suppressed, Assert.Single((await site.PresentAsync(one)).Hits).State);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var found = Assert.Single((await site.PresentAsync(other)).Hits);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(found.Id, HitState.Confirmed, "Same scar", site.Supervisor, cancellation: cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangedAsync(site, one, VettingChange.Confirmed);
        Assert.All(await DecisionsAsync(site), d => Assert.Equal(VettedState.Confirmed, d.State));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_encounter_that_is_open_while_the_entry_changes_is_locked_by_it(string engine)
    {
        await using var site = await VettedAsync(engine);
        var standing = await site.PresentAsync(Passport);
        await ImportAsync(site, Listed with { Remarks = "Uses a forged passport." });
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(standing, new Decision(DecisionKind.Pass))).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_suppression_or_a_vetted_decision_made_changed_or_taken_away_in_the_tables_is_named(string engine)
    {
        await using var site = await VettedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var suppressed = (await site.PresentAsync(Passport)).Hits[0].Id;
        var others = new List<Guid>();
        for (var i = 1; i <= 3; i++)
        {
            others.Add((await site.PresentAsync(Of($"U0000010{i}"))).Hits[0].Id);
            // The next one is taken for the same person.
            if (i > 1)
                Assert.True((await site.Get<HitQueue>().ResolveAsync(others[^1], HitState.Dismissed, "other", site.Supervisor, cancellation: cancellation)).Succeeded);
        }
        var vetted = (await DecisionsAsync(site)).ToDictionary(d => d.HitId, d => d.Id);
        Assert.True((await site.Get<VettedRegister>().WithdrawAsync(vetted[others[1]], "doubt", site.Supervisor, cancellation)).Succeeded);
        Assert.Empty((await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults);

        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Hits.Where(h => h.Id == suppressed).ExecuteUpdateAsync(h => h.SetProperty(x => x.State, HitState.Open), cancellation);
            await db.Hits.Where(h => h.Id == others[0]).ExecuteUpdateAsync(h => h.SetProperty(x => x.State, HitState.Suppressed), cancellation);
            await db.Vetted.Where(v => v.Id == vetted[others[1]]).ExecuteUpdateAsync(v => v.SetProperty(x => x.WithdrawnAt, (DateTimeOffset?)null), cancellation);
            await db.Vetted.Where(v => v.Id == vetted[others[2]]).ExecuteUpdateAsync(v => v.SetProperty(x => x.Nationality, "PAK"), cancellation);
        }
        var faults = (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults;
        Assert.Equal(
            new[] { suppressed, others[0], vetted[others[1]], vetted[others[2]] }.Order(),
            faults.Where(f => f.Code == "ROW_CHANGED").Select(f => f.Id!.Value).Order());
        Assert.Equal(4, faults.Count);
    }

    private static string Of(string number = "U00000001", string given = "BASHAR", string born = "1975-02-03", string nationality = "UTO", Sex sex = Sex.Male, string optional = "") =>
        Specimens.Passport(number, "SPECIMENOV", given, nationality, born, sex: sex, optional: optional, issuer: "UTO");

    private static async Task<TestSite> HitAsync(string engine)
    {
        var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Listed, Lists.Person("SPEi.8", "Other SPECIMAN"));
        return site;
    }

    /// <summary>A site where the holder of the passport was presented once, and told apart from the entry.</summary>
    private static async Task<TestSite> VettedAsync(string engine)
    {
        var site = await HitAsync(engine);
        var encounter = await site.PresentAsync(Passport);
        var dismissed = await site.Get<HitQueue>().ResolveAsync(
            Assert.Single(encounter.Hits).Id, HitState.Dismissed, "Other place of birth", site.Supervisor, cancellation: TestContext.Current.CancellationToken);
        Assert.True(dismissed.Succeeded, dismissed.Problem?.Code);
        return site;
    }

    private static async Task<ScreeningHit> ChangedAsync(TestSite site, string passport, VettingChange change)
    {
        var encounter = await site.PresentAsync(passport);
        var hit = Assert.Single(encounter.Hits);
        Assert.Equal(HitState.Open, hit.State);
        Assert.Equal([change], hit.Before!.Changes);
        Assert.Equal(AdviceLevel.Refer, encounter.Advice.Level);
        return hit;
    }

    private static async Task<IReadOnlyList<VettedDecision>> DecisionsAsync(TestSite site) =>
        (await site.Get<VettedRegister>().ListAsync(null, null, 0, 50, site.Supervisor, TestContext.Current.CancellationToken)).Value!.Items;

    private static async Task ImportAsync(TestSite site, params WatchlistEntry[] entries)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var version = await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(entries), site.ListManager, allowShrink: true, cancellation: cancellation);
        Assert.True(version.Succeeded, version.Problem?.ToString());
        await site.Get<WatchlistScreen>().RefreshAsync(cancellation);
    }
}
