using Rahdari.Casework.Cases;
using Rahdari.Casework.Funnels;
using Rahdari.Casework.Laws;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Funnels;

/// <summary>What became of the cases that were registered.</summary>
public class FunnelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_specimen_reproduces_what_was_reported_of_2003_each_in_its_own_unit()
    {
        var funnel = Specimen2003.Funnel();
        Assert.Equal(649, funnel.Cases.Registered);
        Assert.Equal(521, funnel.People.Arrested);
        Assert.Equal(257, funnel.Cases.InCourt);
        Assert.Equal(22, funnel.People.Convicted);
        Assert.Equal(649 - 257, funnel.Lying.Single(l => l.Stage == CaseStage.Investigation).Cases);
        Assert.Equal(649, funnel.Lying.Sum(l => l.Cases));
        Assert.All(funnel.Lying, lying => Assert.Null(lying.MedianDays));
        Assert.Contains(FunnelUnknown.WhatAConvictionIs, funnel.Unknown);
        Assert.Contains(FunnelUnknown.EndOfTheOthers, funnel.Unknown);
    }

    [Fact]
    public void Every_event_of_the_specimen_obeys_the_rules_that_any_case_obeys()
    {
        foreach (var events in Specimen2003.Cases())
        {
            CaseState? state = null;
            foreach (var told in events)
            {
                Assert.Null(CaseRules.Check(state, told.Fact, LawBooks.Shipped, Specimen2003.AsOf));
                state = CaseHistory.After(state, told, LawBooks.Shipped);
            }
        }
    }

    [Fact]
    public async Task Cases_people_charges_and_victims_are_counted_apart()
    {
        await using var site = await CaseworkSite.OpenAsync();
        // Two accused of two offences each, in one case: one case, two people, four charges.
        Charge[] charges = [Told.Charge, Told.Charge with { Section = "5(1)" }, new(Told.SomebodyElse, Told.Law, Told.Section), new(Told.SomebodyElse, Told.Law, "5(1)")];
        var state = await site.TellAsync(
            await site.OpenCaseAsync(),
            Told.Fir(), Told.Offence(), Told.Offence("5(1)"), Told.Accused(), Told.Accused(Told.SomebodyElse) with { Sex = Sex.Male }, Told.Named(), Told.Arrest(), Told.Challan(10, charges), Told.Framed(15, charges),
            Told.Judged(charge: charges[0]), Told.Judged(charge: charges[1]), Told.Judged(Verdict.Acquitted, charge: charges[2]));
        Assert.Equal(CaseStage.Trial, state.Stage);
        await site.OpenCaseAsync();

        var funnel = (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter { Year = 2026 }, null, site.Analyst, Cancellation)).Value!.Funnel;
        Assert.Equal(new CaseCounts(1, 1, 1, 1, 1, 1, 0, 0, 0), funnel.Cases);
        Assert.Equal(new PeopleCounts(2, 1, 2, 2, 1, 0), funnel.People);
        Assert.Equal(new ChargeCounts(4, 4, 2, 1, 0, 1), funnel.Charges);
        Assert.Equal(new VictimCounts(1, 0, 0, 0, 0), funnel.Victims);

        var bySection = (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter { Section = "PTPA-2018 5(1)" }, null, site.Analyst, Cancellation)).Value!.Funnel;
        Assert.Equal(new ChargeCounts(2, 2, 1, 0, 0, 1), bySection.Charges);
        var bySex = (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter(), FunnelDimension.AccusedSex, site.Analyst, Cancellation)).Value!.Breakdown!;
        Assert.True(bySex.Overlaps);
        Assert.Equal([("Female", 1), ("Male", 0)], bySex.Rows.Select(row => (row.Value, row.Funnel.People.Convicted)));
    }

    [Fact]
    public async Task An_appeal_changes_what_holds_and_a_conviction_that_was_set_aside_is_none()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var appeal = Guid.NewGuid();
        var state = await site.TellAsync(
            await site.OpenCaseAsync(), [.. Told.ToTrial(), Told.Judged(), new AppealFiled(appeal, AppealParty.Accused, "High Court Lahore", [Told.Charge]) { Day = Told.Day(21) }]);
        Assert.Equal(CaseStage.Appeal, state.Stage);
        Assert.Equal(1, (await CountAsync(site)).People.Convicted);

        state = await site.TellAsync(state, new AppealDecided(appeal, [Verdict.Remanded]) { Day = Told.Day(22) });
        Assert.Equal(CaseStage.Trial, state.Stage);
        Assert.Equal((0, 1), ((await CountAsync(site)).People.Convicted, (await CountAsync(site)).Charges.Open));
        state = await site.TellAsync(state, Told.Judged(Verdict.Acquitted, 23));
        Assert.Equal((CaseStage.Decided, 1), (state.Stage, (await CountAsync(site)).Charges.Acquitted));
    }

    [Fact]
    public async Task Stages_tell_how_long_they_took_and_how_long_cases_lie_there()
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(1), Told.Offence(), Told.Accused(), Told.Challan(11));
        await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(1), Told.Offence(), Told.Accused(), Told.Challan(21));
        await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(8));

        var funnel = await CountAsync(site);
        Assert.Equal(new StageDuration(CaseStage.Investigation, 2, 15, 19), funnel.Durations.Single(d => d.Stage == CaseStage.Investigation));
        Assert.Equal(new LyingCases(CaseStage.Investigation, 1, 20, 20, 1), funnel.Lying.Single(l => l.Stage == CaseStage.Investigation));
        Assert.Equal(new LyingCases(CaseStage.Court, 2, 12, 17, 0), funnel.Lying.Single(l => l.Stage == CaseStage.Court));
    }

    [Fact]
    public async Task A_circle_counts_its_own_cases_and_who_counts_nothing_else_sees_no_case()
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.TellAsync(await site.OpenCaseAsync(), Told.Fir());
        var report = site.Get<FunnelReport>();
        Assert.Equal(0, (await report.ReadAsync(new FunnelFilter(), null, site.HeadElsewhere, Cancellation)).Value!.Funnel.Cases.Registered);
        Assert.Equal(1, (await report.ReadAsync(new FunnelFilter(), null, site.Head, Cancellation)).Value!.Funnel.Cases.Registered);
        Assert.Equal("ROLE_REQUIRED", (await report.ReadAsync(new FunnelFilter(), null, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<CaseRegister>().ListAsync(new CaseFilter(), 0, 10, site.Analyst, Cancellation)).Problem?.Code);
        Assert.Equal(0, (await report.ReadAsync(new FunnelFilter { Year = 1 }, null, site.Analyst, Cancellation)).Value!.Funnel.Cases.Registered);
    }

    [Fact]
    public async Task What_leaves_is_rounded_by_the_site_and_the_same_whenever_it_is_asked_for()
    {
        await using var site = await CaseworkSite.OpenAsync();
        for (var i = 0; i < 3; i++)
            await site.TellAsync(await site.OpenCaseAsync(), Told.Fir());
        var report = site.Get<FunnelReport>();
        var published = (await report.ReadAsync(new FunnelFilter(), FunnelDimension.Circle, site.Analyst, Cancellation)).Value!.Published!;
        Assert.All(published.Rows.SelectMany(row => row.Counts), count => Assert.Contains(count, new long[] { 0, 5 }));
        await site.RestartAsync();
        var again = (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter(), FunnelDimension.Circle, site.Analyst, Cancellation)).Value!.Published!;
        Assert.Equal(Json(published), Json(again));
        // Asked for by another dimension the same cases are no other draw: nobody finds the count by asking often.
        var byLaw = (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter(), FunnelDimension.Law, site.Analyst, Cancellation)).Value!.Published!;
        Assert.Equal(published.Rows.Select(row => Json(row.Counts)), byLaw.Rows.Select(row => Json(row.Counts)));
    }

    [Fact]
    public void Rounded_counts_are_right_in_the_mean()
    {
        // 400 circles of 3 cases each: 1,200 in all; rounded each to 0 or 5, the sum is near it and no circle shows 3.
        var cases = Enumerable.Range(0, 1200).Select(i => CaseHistory.Of(
            [
                new CaseEvent(Guid.NewGuid(), Guid.NewGuid(), 1, DateTimeOffset.UnixEpoch, "x", 0, Told.Opened($"C-{i % 400}"), "x"),
                new CaseEvent(Guid.NewGuid(), Guid.Empty, 2, DateTimeOffset.UnixEpoch, "x", 0, Told.Fir()),
            ],
            _ => LawBooks.Shipped)).ToList();
        var breakdown = FunnelBreakdown.Of(cases, new FunnelFilter(), FunnelDimension.Circle, LawBooks.Shipped, CaseworkSite.Today);
        var registered = PublishedFunnel.Of(breakdown, CaseworkSite.Today, new byte[32]).Rows.Select(row => row.Counts[0]).ToList();
        Assert.All(registered, count => Assert.NotEqual(3, count));
        Assert.InRange(registered.Sum(), 1050, 1350);
    }

    [Fact]
    public async Task What_a_filter_lets_through_is_counted_and_nothing_else()
    {
        await using var site = await CaseworkSite.OpenAsync();
        const string Other = "V-0000-0001";
        Charge[] charges = [Told.Charge, Told.Charge with { Section = "5(1)" }];
        var state = await site.TellAsync(
            await site.OpenCaseAsync(),
            Told.Fir(), Told.Offence(), Told.Offence("5(1)"), Told.Accused(), Told.Named(), Told.Named() with { Victim = Other, Sex = Sex.Male }, Told.Challan(10, charges), Told.Framed(15, charges),
            Told.Judged(), Told.Compensation());
        var report = site.Get<FunnelReport>();
        var men = (await report.ReadAsync(new FunnelFilter { VictimSex = Sex.Male }, null, site.Analyst, Cancellation)).Value!.Funnel;
        Assert.Equal((1, 0m), (men.Victims.Known, men.Compensation.Ordered));
        var section = (await report.ReadAsync(new FunnelFilter { Section = "PTPA-2018 5(1)" }, null, site.Analyst, Cancellation)).Value!.Funnel;
        Assert.Equal((0, 0, 1), (section.People.Convicted, section.Cases.WithConviction, section.Charges.Open));

        await site.TellAsync(state, new OffenceDropped(Told.Law, "5(1)", "No evidence") { Day = Told.Day(20) });
        var whole = await CountAsync(site);
        Assert.Equal((0, 1), (whole.Charges.Open, whole.Charges.EndedOtherwise));
        Assert.Equal(0, (await report.ReadAsync(new FunnelFilter { Section = "PTPA-2018 5(1)" }, null, site.Analyst, Cancellation)).Value!.Funnel.Cases.Registered);
    }

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, CaseworkJson.Options);

    private static async Task<Funnel> CountAsync(CaseworkSite site) => (await site.Get<FunnelReport>().ReadAsync(new FunnelFilter(), null, site.Analyst, Cancellation)).Value!.Funnel;
}
