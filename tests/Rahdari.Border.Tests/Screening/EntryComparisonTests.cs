using System.Globalization;
using Rahdari.Border.Audit;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Screening;

/// <summary>Why somebody named was no hit is told on request, by the same rules by which hits are.</summary>
public class EntryComparisonTests
{
    private static readonly WatchlistEntry Listed = Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03") with { Sex = 'M' };
    private static readonly WatchlistEntry Common = Lists.Person("SPEi.8", "Muhammad KHAN", "1950-01-05");
    private static readonly WatchlistEntry Weak = Named("SPEi.9", ("Other EXEMPLAR", ListedNameKind.Primary), ("Muhammad KHAN", ListedNameKind.LowAlias));
    private static readonly WatchlistEntry Nameless = Named("SPEi.10", ("– –", ListedNameKind.Primary));
    private static readonly WatchlistEntry Company = Named("SPEe.1", ("SPECIMEN SHIPPING", ListedNameKind.Primary)) with { Kind = WatchlistEntryKind.Entity };
    private static readonly PersonQuery Muhammad = new("Muhammad KHAN");

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Each_reason_for_which_an_entry_does_not_alert_is_told(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Listed, Common, Weak, Nameless, Company, Lists.Person("SPEi.11", "Gone NAMUNA"));
        Assert.True((await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Listed, Common, Weak, Nameless, Company), site.ListManager, allowShrink: true, cancellation: TestContext.Current.CancellationToken)).Succeeded);
        await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal("SCREENING_ENTRY_WITHOUT_NAME", await WhyNotAsync(site, Muhammad, "SPEi.10"));
        Assert.Equal("SCREENING_ENTRY_OF_NO_PERSON", await WhyNotAsync(site, Muhammad, "SPEe.1"));
        Assert.Equal("SCREENING_ENTRY_NOT_IN_FORCE", await WhyNotAsync(site, Muhammad, "SPEi.11"));
        Assert.Equal("SCREENING_WEAK_ALIAS_ALONE", await WhyNotAsync(site, Muhammad, "SPEi.9"));
        // Where the date of birth contradicts, it is not the alias' weakness that keeps it from alerting.
        Assert.Equal("SCREENING_BELOW_THRESHOLD", await WhyNotAsync(site, Muhammad with { DateOfBirth = PartialDate.Parse("1990-10-11") }, "SPEi.8"));
        Assert.Null(await WhyNotAsync(site, Muhammad, "SPEi.8"));

        var unlike = (await CompareAsync(site, new PersonQuery("Bashar EXEMPLAR") { Sex = 'F' }, "SPEi.7")).Value!;
        Assert.Equal(("un", "SPEi.7", ScreeningPurpose.ByHand, 0.01, "SCREENING_BELOW_THRESHOLD"), (unlike.List, unlike.Reference, unlike.Purpose, unlike.Threshold, unlike.WhyNot!.Code));
        Assert.Equal(unlike.Match!.Points, unlike.Match.Parts.Sum(part => part.Points), 6);
        Assert.Contains(unlike.Match.Alignment, pair => pair is { Queried: "BASHAR", Agreement: Agreement.Equal });
        var sentence = BorderSentences.Of(unlike.WhyNot, CultureInfo.GetCultureInfo("en"));
        Assert.Equal($"Its score, {Probability.Shown(unlike.Match.Score)}, is below {Probability.Shown(0.01)}, from which on the list un alerts.", sentence);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_entry_alerts_by_the_policy_exactly_where_screening_finds_it(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Listed, Common, Weak);
        PersonQuery[] persons =
        [
            Muhammad,
            new("Bashar SPECIMENOV"),
            new("Bashir SPECIMANOV") { DateOfBirth = PartialDate.Parse("1975-03-02") },
            new("SPECIMENOV") { Sex = 'F' },
        ];
        PolicyRule[][] policies =
        [
            [],
            [new("un", ScreeningPurpose.ByHand, Threshold: 0.5)],
            [new("un", ScreeningPurpose.ByHand, Threshold: 0.02, Weight: -6)],
            [new("un", ScreeningPurpose.ByHand, Threshold: 0.2, Weight: 8), new("un", ScreeningPurpose.Counter, IsScreened: false)],
            [new("un", ScreeningPurpose.ByHand, IsScreened: false)],
        ];
        var (screen, register, alerted) = (site.Get<WatchlistScreen>(), site.Get<PolicyRegister>(), 0);
        for (var number = 0; number < policies.Length; number++)
        {
            if (number > 0)
            {
                var proposed = await register.ProposeAsync(policies[number], "A test", site.ListManager, TestContext.Current.CancellationToken);
                if (proposed.Value!.State == PolicyState.Proposed)
                    Assert.True((await register.DecideAsync(number, true, null, site.Supervisor, TestContext.Current.CancellationToken)).Succeeded);
            }
            foreach (var person in persons)
            {
                var hits = screen.Screen(person).ToDictionary(hit => hit.Person.Key);
                foreach (var reference in new[] { "SPEi.7", "SPEi.8", "SPEi.9" })
                {
                    var compared = (await CompareAsync(site, person, reference)).Value!;
                    var hit = hits.GetValueOrDefault($"un/{reference}");
                    Assert.Equal(hit is not null, compared.WhyNot is null);
                    alerted += hit is null ? 0 : 1;
                    if (hit is not null)
                        Assert.Equal((hit.Points, hit.Name.Text), (compared.Match!.Points, compared.Match.Name.Text));
                }
            }
        }
        Assert.InRange(alerted, 5, 40);
        Assert.Equal("SCREENING_LIST_SWITCHED_OFF", await WhyNotAsync(site, new PersonQuery("Bashar SPECIMENOV"), "SPEi.7"));
    }

    [Fact]
    public async Task An_entry_is_judged_by_the_rule_of_the_purpose_and_a_weak_alias_by_what_a_good_one_would_reach()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Listed, Common, Weak);
        PolicyRule[] rules = [new("un", ScreeningPurpose.Counter, Threshold: 0.9999), new("un", ScreeningPurpose.Rescreening, IsScreened: false)];
        Assert.True((await site.Get<PolicyRegister>().ProposeAsync(rules, "A test", site.ListManager, TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal(PolicyState.Approved, (await site.Get<PolicyRegister>().DecideAsync(1, true, null, site.Supervisor, TestContext.Current.CancellationToken)).Value?.State);

        Assert.Null(await WhyNotAsync(site, Muhammad, "SPEi.8", ScreeningPurpose.ByHand));
        Assert.Null(await WhyNotAsync(site, Muhammad, "SPEi.8", ScreeningPurpose.Advance));
        Assert.Equal("SCREENING_LIST_SWITCHED_OFF", await WhyNotAsync(site, Muhammad, "SPEi.8", ScreeningPurpose.Rescreening));
        // The name of which the list is not sure: were it sure, it would alert by hand, and not at a counter that asks for so much.
        Assert.Equal("SCREENING_WEAK_ALIAS_ALONE", await WhyNotAsync(site, Muhammad, "SPEi.9", ScreeningPurpose.ByHand));
        Assert.Equal("SCREENING_BELOW_THRESHOLD", await WhyNotAsync(site, Muhammad, "SPEi.9", ScreeningPurpose.Counter));
    }

    [Theory]
    [InlineData(0.00996, 0.01, "0.996 %", "1.000 %")]
    [InlineData(0.5, 0.9, "50 %", "90 %")]
    [InlineData(0.8996, 0.9, "89.96 %", "90.00 %")]
    [InlineData(0.00001, 0.0002, "0.00 %", "0.02 %")]
    [InlineData(0.9, 0.9, "90 %", "90 %")]
    public void A_score_just_below_the_threshold_is_written_so_that_it_is_seen(double score, double threshold, string shown, string beside) =>
        Assert.Equal((shown, beside), Probability.Shown(score, threshold));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_not_there_is_not_found_and_a_comparison_is_a_read_of_a_person(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport("U00000001", "KHAN", "MUHAMMAD"));
        await Lists.ImportAsync(site, Listed);
        // Held for a second person, so that nobody sees of it yet.
        var held = await site.Get<WatchlistRegister>().ImportAsync(Lists.Of(Listed, Lists.Person("SPEi.12", "Muhammad Khan")), site.ListManager, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("WATCHLIST_IMPORT_HELD", held.Problem?.Code);
        foreach (var reference in new[] { "SPEi.12", "SPEi.99", "spei.7", "", "SPEi.7\0", new string('x', 3000) })
            Assert.Equal("WATCHLIST_ENTRY_NOT_FOUND", (await CompareAsync(site, Muhammad, reference)).Problem?.Code);
        foreach (var list in new[] { "nato", "", "un/SPEi.7", "UN", "un\0" })
            Assert.Equal("WATCHLIST_NOT_FOUND", (await CompareAsync(site, Muhammad, "SPEi.7", list)).Problem?.Code);
        Assert.Equal("NAME_REQUIRED", (await CompareAsync(site, new PersonQuery(" "), "SPEi.7")).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await CompareAsync(site, Muhammad, "SPEi.7", actor: site.Auditor)).Problem?.Code);

        Assert.True((await CompareAsync(site, Muhammad, "SPEi.7", actor: site.Officer)).Succeeded);
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.EntryCompared }, 0, 10, site.Auditor, TestContext.Current.CancellationToken);
        var one = Assert.Single(audited.Value!.Items);
        Assert.Equal(("officer1", "watchlist", "un/SPEi.7", "Muhammad KHAN", "PKKHI"), (one.Actor, one.SubjectKind, one.SubjectId, one.Detail, one.Port));
    }

    private static WatchlistEntry Named(string reference, params (string Text, ListedNameKind Kind)[] names) =>
        Lists.Person(reference, names[0].Text) with { Names = [.. names.Select(name => new ListedName(name.Text, name.Kind))] };

    private static Task<Answer<ComparedEntry>> CompareAsync(TestSite site, PersonQuery person, string reference, string list = "un", Actor? actor = null, ScreeningPurpose purpose = ScreeningPurpose.ByHand) =>
        site.Get<EntryComparison>().CompareAsync(person, list, reference, purpose, actor ?? site.Supervisor, TestContext.Current.CancellationToken);

    private static async Task<string?> WhyNotAsync(TestSite site, PersonQuery person, string reference, ScreeningPurpose purpose = ScreeningPurpose.ByHand)
    {
        var compared = await CompareAsync(site, person, reference, purpose: purpose);
        Assert.True(compared.Succeeded, compared.Problem?.ToString());
        return compared.Value.WhyNot?.Code;
    }
}
