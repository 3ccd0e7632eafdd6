using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Screening;

/// <summary>Which list alerts for what is decided by people, by two of them where fewer would alert, and never behind their backs.</summary>
public class PolicyTests
{
    private static readonly PolicyRule Off = new("un", ScreeningPurpose.Counter, IsScreened: false);

    public static TheoryData<string> Engines => TestSite.Engines;

    public static TheoryData<PolicyRule> WideRules => new(Off, new PolicyRule("un", ScreeningPurpose.Advance, Threshold: 0.6), new PolicyRule("un", ScreeningPurpose.ByHand, Weight: -0.5));

    public static TheoryData<string?, ScreeningPurpose, double, double> WrongRules => new()
    {
        { "UN", ScreeningPurpose.Counter, 0.5, 0 },
        { "", ScreeningPurpose.Counter, 0.5, 0 },
        { null, ScreeningPurpose.Counter, 0.5, 0 },
        { "un", (ScreeningPurpose)9, 0.5, 0 },
        { "un", ScreeningPurpose.Counter, 0, 0 },
        { "un", ScreeningPurpose.Counter, 1.01, 0 },
        { "un", ScreeningPurpose.Counter, double.NaN, 0 },
        { "un", ScreeningPurpose.Counter, 0.5, 20.5 },
        { "un", ScreeningPurpose.Counter, 0.0001, 17 },
        { "un", ScreeningPurpose.Counter, 0.5, double.NegativeInfinity },
    };

    public static TheoryData<PolicyRule> RulesThatSetAnOrderAside => new(
        new PolicyRule("exit-orders", ScreeningPurpose.Counter, IsScreened: false),
        new PolicyRule("exit-orders", ScreeningPurpose.Rescreening, Threshold: 0.9),
        new PolicyRule("exit-orders", ScreeningPurpose.Advance, Threshold: 0.0001, Weight: -3));

    [Theory]
    [MemberData(nameof(RulesThatSetAnOrderAside))]
    public async Task No_policy_sets_an_order_that_bars_leaving_aside(PolicyRule rule)
    {
        await using var site = await ListedAsync(TestSite.Sqlite);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        var problem = (await register.ProposeAsync([rule], "Under repair", site.ListManager, cancellation)).Problem;
        Assert.Equal(("POLICY_INVALID", "rules[0].list"), (problem?.Code, problem?.Field));
        Assert.True((await register.ProposeAsync([rule with { IsScreened = true, Threshold = 0.0001, Weight = 0 }], "More", site.ListManager, cancellation)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Without_a_policy_every_list_alerts_at_the_threshold_of_the_index(string engine)
    {
        await using var site = await ListedAsync(engine);
        var inForce = await site.Get<PolicyRegister>().InForceAsync(site.ListManager, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (inForce.Value!.Number, inForce.Value.Rules.Count));
        var encounter = await site.PresentAsync(Passport());
        Assert.Equal(["un@1"], encounter.ScreenedAgainst);
        Assert.Equal(HitState.Open, Assert.Single(encounter.Hits).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_list_that_is_switched_off_for_the_counter_alerts_nobody_there_once_a_second_person_agreed(string engine)
    {
        await using var site = await ListedAsync(engine);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        var proposed = await register.ProposeAsync([Off], "Under repair", site.ListManager, cancellation);
        Assert.Equal((1, true, PolicyState.Proposed), (proposed.Value!.Number, proposed.Value.IsWide, proposed.Value.State));
        Assert.Single((await site.PresentAsync(Passport())).Hits);

        Assert.Equal("SECOND_PERSON_REQUIRED", (await register.DecideAsync(1, true, null, site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.DecideAsync(1, true, null, site.Officer, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.DecideAsync(1, true, null, site.Auditor, cancellation)).Problem?.Code);
        Assert.Equal(PolicyState.Approved, (await register.DecideAsync(1, true, "Seen", site.Supervisor, cancellation)).Value!.State);
        Assert.Equal(PolicyState.Approved, (await register.DecideAsync(1, true, "Seen", site.Supervisor, cancellation)).Value!.State);
        Assert.Equal("POLICY_ALREADY_DECIDED", (await register.DecideAsync(1, false, "Late", site.ListManager, cancellation)).Problem?.Code);

        var encounter = await site.PresentAsync(Passport());
        Assert.Empty(encounter.Hits);
        Assert.Equal(["policy#1"], encounter.ScreenedAgainst);
        Assert.Contains(encounter.Advice.Reasons, r => r.Code == "SCREENING_NO_WATCHLIST");
        // By hand it is still screened, and so it is after a restart.
        Assert.Single(site.Get<WatchlistScreen>().Screen(Person));
        await site.RestartAsync();
        Assert.Empty((await site.PresentAsync(Passport())).Hits);
    }

    [Theory]
    [MemberData(nameof(WideRules))]
    public async Task Whatever_lets_fewer_alert_waits_for_a_second_person(PolicyRule wide)
    {
        await using var site = await ListedAsync(TestSite.Sqlite);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        Assert.Equal(PolicyState.Proposed, (await register.ProposeAsync([wide], "Fewer", site.ListManager, cancellation)).Value!.State);
        var second = site.ListManager with { Name = "lists2" };
        Assert.Equal(PolicyState.Approved, (await register.DecideAsync(1, true, null, second, cancellation)).Value!.State);
        // And back at once: nobody is lost by it.
        var back = await register.ProposeAsync([], "As before", site.ListManager, cancellation);
        Assert.Equal((false, PolicyState.Approved), (back.Value!.IsWide, back.Value.State));
        Assert.Equal("POLICY_UNCHANGED", (await register.ProposeAsync([new PolicyRule("un", wide.Purpose)], "Same", site.ListManager, cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_threshold_and_a_weight_count_for_their_list_and_purpose_alone_and_the_parts_still_sum(string engine)
    {
        await using var site = await ListedAsync(engine);
        var (register, screen, cancellation) = (site.Get<PolicyRegister>(), site.Get<WatchlistScreen>(), TestContext.Current.CancellationToken);
        var weak = new PersonQuery("SPECIMENOV BASHAR NAMUNA KAMIL") { DateOfBirth = PartialDate.Parse("1971-05-06"), Sex = 'F' };
        var score = Assert.Single(screen.Screen(weak, 0.00001)).Score;
        Assert.True(score < ScreeningIndex.AlertThreshold);
        Assert.Empty(screen.Screen(weak, purpose: ScreeningPurpose.Advance, cancellation: cancellation));

        // Lower by a threshold, for announced travellers; by a weight, by hand.
        var bits = Math.Ceiling(Math.Log2(ScreeningIndex.AlertThreshold / score)) + 1;
        PolicyRule[] rules = [new("un", ScreeningPurpose.Advance, Threshold: score / 2), new("un", ScreeningPurpose.ByHand, Weight: bits)];
        Assert.Equal(PolicyState.Approved, (await register.ProposeAsync(rules, "More", site.ListManager, cancellation)).Value!.State);
        Assert.Single(screen.Screen(weak, purpose: ScreeningPurpose.Advance, cancellation: cancellation));
        var weighted = Assert.Single(screen.Screen(weak));
        Assert.Equal(bits, Assert.Single(weighted.Parts, part => part.Kind == ScorePartKind.List).Points);
        Assert.Equal(weighted.Points, weighted.Parts.Sum(part => part.Points));
        Assert.True(weighted.Score >= ScreeningIndex.AlertThreshold);
        Assert.Empty(screen.Screen(weak, purpose: ScreeningPurpose.Counter, cancellation: cancellation));
        // One threshold for all lists is what the user typed, weighted all the same.
        Assert.Empty(screen.Screen(weak, weighted.Score + 0.0001, cancellation: cancellation));
        Assert.Single(screen.Screen(weak, weighted.Score - 0.0001, cancellation: cancellation));
    }

    [Fact]
    public void Nobody_is_missed_whose_list_has_the_lowest_threshold_or_the_highest_weight()
    {
        var index = ScreeningIndex.Build(new[] { "a", "b" }.Select(list => Lists.Person("1", "Bashar SPECIMENOV", "1975-02-03").ToListedPerson(list)!));
        var person = new PersonQuery("SPECIMENOV BASHAR") { DateOfBirth = PartialDate.Parse("1971-05-06") };
        var points = index.Search(person, 0.000001)[0].Points;
        for (var weight = -3.0; weight <= 12; weight += 0.25)
        {
            // Exactly at the threshold, whatever the weight.
            var threshold = 1 / (1 + Math.Pow(2, -(points + weight)));
            if (threshold is not (>= 0.01 and <= 1))
                continue;
            var rules = new ScreeningRules(1, [new PolicyRule("a", ScreeningPurpose.Counter, true, threshold, weight), new PolicyRule("b", ScreeningPurpose.Counter, true, 1)]);
            var hit = Assert.Single(rules.Search(index, ["a@1", "b@1"], person, ScreeningPurpose.Counter, null, TestContext.Current.CancellationToken));
            Assert.Equal("a/1", hit.Person.Key);
        }
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-0.1)]
    [InlineData(0)]
    [InlineData(2.5)]
    public void A_weight_takes_no_whole_name_away_and_a_raised_threshold_does(double weight)
    {
        var index = ScreeningIndex.Build([Lists.Person("1", "Muhammad KHAN").ToListedPerson("a")!]);
        var person = new PersonQuery("KHAN MUHAMMAD");
        Assert.True(Assert.Single(index.Search(person)) is { IsWholeName: true, Score: < ScreeningIndex.AlertThreshold });
        var weighted = new ScreeningRules(1, [new PolicyRule("a", ScreeningPurpose.Counter, Weight: weight)]);
        Assert.Equal("a/1", Assert.Single(weighted.Search(index, ["a@1"], person, ScreeningPurpose.Counter, null, TestContext.Current.CancellationToken)).Person.Key);
        var raised = new ScreeningRules(1, [new PolicyRule("a", ScreeningPurpose.Counter, Threshold: 0.02)]);
        Assert.Empty(raised.Search(index, ["a@1"], person, ScreeningPurpose.Counter, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(WrongRules))]
    public async Task A_rule_that_cannot_be_is_refused_by_its_field(string? list, ScreeningPurpose purpose, double threshold, double weight)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var refused = await site.Get<PolicyRegister>().ProposeAsync([new PolicyRule(list!, purpose, true, threshold, weight)], "Wrong", site.ListManager, TestContext.Current.CancellationToken);
        Assert.Equal("POLICY_INVALID", refused.Problem?.Code);
        Assert.StartsWith("rules[0]", refused.Problem!.Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_watchlist_managers_propose_with_a_reason_each_list_and_purpose_once()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        Assert.Equal("ROLE_REQUIRED", (await register.ProposeAsync([Off], "Why", site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.ProposeAsync([Off], " ", site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal("POLICY_INVALID", (await register.ProposeAsync([Off, Off], "Twice", site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal("POLICY_NOT_FOUND", (await register.DecideAsync(7, true, null, site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(0, 10, site.Officer, cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_proposed_before_another_took_effect_can_only_be_rejected(string engine)
    {
        await using var site = await ListedAsync(engine);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        Assert.True((await register.ProposeAsync([Off], "Under repair", site.ListManager, cancellation)).Succeeded);
        Assert.True((await register.ProposeAsync([new("un", ScreeningPurpose.Counter, Threshold: 0.005)], "More", site.ListManager, cancellation)).Succeeded);
        Assert.Equal("POLICY_OUTDATED", (await register.DecideAsync(1, true, null, site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.DecideAsync(1, false, null, site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal(PolicyState.Rejected, (await register.DecideAsync(1, false, "Outdated", site.ListManager, cancellation)).Value!.State);
        Assert.Equal([2, 1], (await register.ListAsync(0, 10, site.Auditor, cancellation)).Value!.Items.Select(p => p.Number));
        Assert.Equal(2, (await register.InForceAsync(site.Auditor, cancellation)).Value!.Number);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_open_encounter_is_screened_again_where_the_policy_has_changed_since(string engine)
    {
        await using var site = await ListedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var weak = await site.PresentAsync(Passport("BASHAR NAMUNA KAMIL", "1971-05-06", Sex.Female));
        Assert.Empty(weak.Hits);
        Assert.True((await site.Get<PolicyRegister>().ProposeAsync([new("un", ScreeningPurpose.Counter, Threshold: 0.005, Weight: 12)], "More", site.ListManager, cancellation)).Succeeded);
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(weak, new Decision(DecisionKind.Pass))).Problem?.Code);
        var locked = await site.Get<EncounterDesk>().FindAsync(weak.Id, site.Officer, cancellation);
        Assert.Equal(["un@1", "policy#1"], locked.Value!.ScreenedAgainst);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_policy_made_changed_or_approved_in_the_tables_is_named(string engine)
    {
        await using var site = await ListedAsync(engine);
        var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
        Assert.True((await register.ProposeAsync([new("un", ScreeningPurpose.Counter, Threshold: 0.005)], "More", site.ListManager, cancellation)).Succeeded);
        Assert.True((await register.ProposeAsync([Off], "Off", site.ListManager, cancellation)).Succeeded);
        Assert.True((await register.ProposeAsync([new("un", ScreeningPurpose.Advance, Threshold: 0.9)], "Fewer", site.ListManager, cancellation)).Succeeded);
        Assert.True((await register.DecideAsync(3, false, "No", site.Supervisor, cancellation)).Succeeded);
        Assert.Empty((await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Policies.Where(p => p.Number == 1).ExecuteUpdateAsync(p => p.SetProperty(x => x.Rules, "[]"), cancellation);
            await db.Policies.Where(p => p.Number == 2).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PolicyState.Approved), cancellation);
            await db.Policies.Where(p => p.Number == 3).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PolicyState.Approved), cancellation);
        }
        var faults = (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults;
        Assert.Equal(2, faults.Count(f => f.Code == "ROW_CHANGED" && f.Kind == "policy"));
        Assert.Single(faults, f => f is { Code: "ROW_INSERTED", Kind: "decision of policy" });
        Assert.Equal(3, faults.Count);
    }

    private static PersonQuery Person => new("SPECIMENOV BASHAR") { DateOfBirth = PartialDate.Parse("1975-02-03") };

    private static string Passport(string given = "BASHAR", string born = "1975-02-03", Sex sex = Sex.Male) => Specimens.Passport("U00000001", "SPECIMENOV", given, born: born, sex: sex);

    private static async Task<TestSite> ListedAsync(string engine)
    {
        var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03") with { Sex = 'M' }, Lists.Person("SPEi.8", "Other SPECIMAN"));
        return site;
    }
}
