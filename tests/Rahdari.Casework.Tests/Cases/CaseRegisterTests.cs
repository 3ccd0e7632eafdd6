using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Tests.Cases;

/// <summary>A case from the first report to its end.</summary>
public class CaseRegisterTests
{
    public static TheoryData<string> Engines => CaseworkSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_case_is_followed_from_the_report_to_the_last_rupee_of_compensation(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var state = await site.OpenCaseAsync();
        Assert.Equal(("AHTC-LHE/2026/0001", CaseStage.Enquiry), (state.Number, state.Stage));

        state = await site.TellAsync(state, Told.ToTrial());
        Assert.Equal(CaseStage.Trial, state.Stage);
        state = await site.TellAsync(state, Told.Judged(), new SentencePassed(Told.Charge, 84, false, 500_000) { Day = Told.Day(20) }, Told.Compensation());
        Assert.Equal(CaseStage.Decided, state.Stage);
        state = await site.TellAsync(state, Told.Paid(100_000, 22));
        Assert.Null(state.Orders.Single().PaidOn);
        state = await site.TellAsync(state, Told.Paid(150_000, 25), new Closed(ClosingReason.Decided, "Paid in full") { Day = Told.Day(26) });

        Assert.Equal((CaseStage.Closed, Told.Day(25)), (state.Stage, state.Orders.Single().PaidOn));
        await site.RestartAsync();
        var file = await site.Get<CaseRegister>().FindAsync(state.Id, site.Investigator, Cancellation);
        Assert.Equal(state.Version, file.Value!.Events.Count);
        Assert.Equal(
            [CaseStage.Enquiry, CaseStage.Investigation, CaseStage.Court, CaseStage.Trial, CaseStage.Decided, CaseStage.Closed],
            file.Value.State.Stages.Select(s => s.Stage));
        Assert.True(file.Value.State.Accused.Single().IsConvicted);
    }

    [Fact]
    public async Task A_stage_is_left_out_only_with_a_reason_that_stays_in_the_record()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var state = await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(), Told.Offence(), Told.Accused(), Told.Challan());
        var register = site.Get<CaseRegister>();

        var silent = await register.TellAsync(state.Id, Guid.NewGuid(), Told.Judged(), state.Version, site.Investigator, Cancellation);
        Assert.Equal(CaseworkRule.OutOfOrder.Code, silent.Problem?.Code);

        state = await site.TellAsync(state, Told.Judged(Verdict.Discharged) with { OutOfOrder = "Discharged under s. 265-K before the charge was framed" });
        Assert.Equal(CaseStage.Decided, state.Stage);
        Assert.Equal("Discharged under s. 265-K before the charge was framed", state.Stages[^1].LeftOut);
    }

    [Fact]
    public async Task A_reopened_case_keeps_its_history()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var state = await site.TellAsync(
            await site.OpenCaseAsync(), Told.Fir(), new Closed(ClosingReason.Untraced, "Nobody was found") { Day = Told.Day(5) }, new Reopened("A witness came") { Day = Told.Day(9) });

        Assert.Equal((CaseStage.Investigation, 1, null), (state.Stage, state.TimesReopened, state.ClosedFor));
        var file = await site.Get<CaseRegister>().FindAsync(state.Id, site.Head, Cancellation);
        Assert.Equal(["Opened", "FirRegistered", "Closed", "Reopened"], file.Value!.Events.Select(e => $"{e.Fact.Kind}"));
        Assert.Contains(file.Value.State.Stages, s => s == new StageEntered(CaseStage.Closed, Told.Day(5)));
    }

    [Fact]
    public async Task What_is_told_twice_is_recorded_once_and_what_was_not_read_is_not_written_over()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<CaseRegister>();
        var (opening, telling) = (Guid.NewGuid(), Guid.NewGuid());
        var state = (await register.OpenAsync(opening, Told.Opened(), site.Investigator, Cancellation)).Value!;
        var again = (await register.OpenAsync(opening, Told.Opened(), site.Investigator, Cancellation)).Value!;
        Assert.Equal((state.Id, state.Number), (again.Id, again.Number));
        Assert.Equal("CASE_KEY_TAKEN", (await register.OpenAsync(opening, Told.Opened() with { Summary = "Another" }, site.Investigator, Cancellation)).Problem?.Code);

        Assert.Equal(2, (await register.TellAsync(state.Id, telling, Told.Fir(), 1, site.Investigator, Cancellation)).Value!.Version);
        Assert.Equal(2, (await register.TellAsync(state.Id, telling, Told.Fir(), 1, site.Investigator, Cancellation)).Value!.Version);
        Assert.Equal("CASE_KEY_TAKEN", (await register.TellAsync(state.Id, telling, Told.Offence(), 2, site.Investigator, Cancellation)).Problem?.Code);
        var stale = await register.TellAsync(state.Id, Guid.NewGuid(), Told.Offence(), 1, site.Investigator, Cancellation);
        Assert.Equal(CaseworkRule.CaseChanged.Code, stale.Problem?.Code);
    }

    [Fact]
    public async Task A_case_is_told_of_by_its_circle_alone_and_ended_by_its_head_alone()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<CaseRegister>();
        var state = await site.OpenCaseAsync();
        var closed = new Closed(ClosingReason.NoOffence, "Nothing was found") { Day = Told.Day(3) };

        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.OpenAsync(Guid.NewGuid(), Told.Opened(), site.Elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.FindAsync(state.Id, site.Elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.TellAsync(state.Id, Guid.NewGuid(), Told.Fir(), 1, site.Elsewhere, Cancellation)).Problem?.Code);
        Assert.Empty((await register.ListAsync(new CaseFilter(), 0, 10, site.Elsewhere, Cancellation)).Value!.Items);
        Assert.Equal("ROLE_REQUIRED", (await register.TellAsync(state.Id, Guid.NewGuid(), closed, 1, site.Investigator, Cancellation)).Problem?.Code);
        foreach (var stranger in new[] { Roles.Officer, Roles.Supervisor, Roles.Administrator, Roles.Caseworker, Roles.Analyst }.Select(role => CaseworkSite.Of("somebody", role)))
        {
            Assert.Equal("ROLE_REQUIRED", (await register.FindAsync(state.Id, stranger, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(new CaseFilter(), 0, 10, stranger, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.TellAsync(state.Id, Guid.NewGuid(), Told.Fir(), 1, stranger, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.OpenAsync(Guid.NewGuid(), Told.Opened(), stranger, Cancellation)).Problem?.Code);
        }
        Assert.True((await register.TellAsync(state.Id, Guid.NewGuid(), closed, 1, site.Head, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_transfer_ends_only_when_the_other_circle_has_taken_the_case()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<CaseRegister>();
        var state = await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(), new TransferAsked("AHTC-KHI", "PK-SD", "The house is in Karachi") { Day = Told.Day(4) });

        Assert.Equal("CASE_TRANSFER_PENDING", (await register.TellAsync(state.Id, Guid.NewGuid(), Told.Offence(), state.Version, site.Head, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.TellAsync(state.Id, Guid.NewGuid(), new TransferTaken { Day = Told.Day(5) }, state.Version, site.Head, Cancellation)).Problem?.Code);
        Assert.Single((await register.ListAsync(new CaseFilter(), 0, 10, site.Elsewhere, Cancellation)).Value!.Items);
        var taken = await register.TellAsync(state.Id, Guid.NewGuid(), new TransferTaken { Day = Told.Day(5) }, state.Version, site.HeadElsewhere, Cancellation);
        Assert.Equal(("AHTC-KHI", "PK-SD", "AHTC-LHE/2026/0001"), (taken.Value!.Circle, taken.Value.Province, taken.Value.Number));
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.FindAsync(state.Id, site.Investigator, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_transfer_that_was_a_mistake_is_taken_back_and_a_case_reopened_lies_where_it_lay()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var state = await site.TellAsync(
            await site.OpenCaseAsync(),
            new TransferAsked("AHTC-QTA", "PK-BA", "A slip") { Day = Told.Day(1) }, new TransferAsked("AHTC-LHE", "PK-PB", "It stays") { Day = Told.Day(1) },
            new Closed(ClosingReason.NoOffence, "Nothing was found") { Day = Told.Day(2) }, new Reopened("A witness came") { Day = Told.Day(3) });
        Assert.Equal((CaseStage.Enquiry, null), (state.Stage, state.Transfer));
        Assert.Equal(CaseStage.Investigation, (await site.TellAsync(state, Told.Fir(4))).Stage);
    }

    [Fact]
    public async Task Time_limits_run_from_what_was_told_and_the_first_to_end_is_listed_first()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<CaseRegister>();
        var quiet = await site.OpenCaseAsync();
        var late = await site.TellAsync(await site.OpenCaseAsync(), Told.Fir());

        var file = (await register.FindAsync(late.Id, site.Investigator, Cancellation)).Value!;
        var report = file.Limits.Single(l => l.Code == "REPORT-14");
        Assert.Equal((Told.Day(1), Told.Day(15), true), (report.Since, report.Due, report.IsOverdue(CaseworkSite.Today)));
        var listed = (await register.ListAsync(new CaseFilter(), 0, 10, site.Investigator, Cancellation)).Value!.Items;
        Assert.Equal([late.Id, quiet.Id], listed.Select(c => c.Id));
        Assert.Equal([true, false], listed.Select(c => c.IsOverdue));
        Assert.Equal(late.Id, (await register.ListAsync(new CaseFilter { IsOverdue = true }, 0, 10, site.Investigator, Cancellation)).Value!.Items.Single().Id);

        await site.TellAsync(late, Told.Offence(), Told.Accused(), Told.Challan(10));
        file = (await register.FindAsync(late.Id, site.Investigator, Cancellation)).Value!;
        Assert.Equal((Told.Day(10), false), (file.Limits.Single(l => l.Code == "REPORT-14").MetOn, file.Limits.Single(l => l.Code == "REPORT-14").IsOverdue(CaseworkSite.Today)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Laws_are_published_under_a_number_and_count_from_then_on(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var laws = site.Get<LawRegister>();
        var shipped = await laws.InForceAsync(Cancellation);
        Assert.Equal(0, shipped.Number);
        var changed = shipped with { Laws = [.. shipped.Laws.Select(law => law.Code == Told.Law ? law with { Offences = [law.Offences[0]] } : law)] };

        Assert.Equal("ROLE_REQUIRED", (await laws.PublishAsync(changed, "why", site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await laws.PublishAsync(changed, "why", site.Head, Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await laws.PublishAsync(changed, " ", site.Headquarters, Cancellation)).Problem?.Code);
        var state = await site.OpenCaseAsync();
        // The laws that were shipped were recorded with the first case: number 1.
        Assert.Equal(1, (await laws.InForceAsync(Cancellation)).Number);
        Assert.Equal(2, (await laws.PublishAsync(changed, "Amended", site.Headquarters, Cancellation)).Value?.Number);
        Assert.Equal(2, (await laws.PublishAsync(changed, "Amended", site.Headquarters, Cancellation)).Value?.Number);
        var without = changed with { Laws = [.. changed.Laws.Where(law => law.Code != Told.Law)] };
        Assert.Equal(("LAWS_INVALID", Told.Law), ((await laws.PublishAsync(without, "Forgotten", site.Headquarters, Cancellation)).Problem?.Code, (await laws.PublishAsync(without, "Forgotten", site.Headquarters, Cancellation)).Problem?.Field));

        var unknown = await site.Get<CaseRegister>().TellAsync(state.Id, Guid.NewGuid(), Told.Offence(), 1, site.Investigator, Cancellation);
        Assert.Equal("CASE_SECTION_UNKNOWN", unknown.Problem?.Code);
    }
}
