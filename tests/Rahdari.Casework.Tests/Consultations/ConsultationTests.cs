using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Tests.Consultations;

/// <summary>A consultation from its first draft to an action that the system measures; and what nobody may learn on the way.</summary>
public sealed class ConsultationTests
{
    private static readonly Actor One = CaseworkSite.Of("strategy1", Roles.Strategy), Other = CaseworkSite.Of("strategy2", Roles.Strategy);

    public static TheoryData<string> Engines => CaseworkSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_consultation_is_led_to_a_measured_action_and_everybody_sees_it_and_nobody_in_it(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var consultation = await OpenedAsync(site);
        var desk = site.Get<ContributionDesk>();
        var taken = new List<TakenContribution>();
        for (var i = 0; i < 4; i++)
            taken.Add(Succeed(await desk.HandInAsync(consultation.Id, Given($"Specimen words {i}"), Cancellation)));
        var named = Succeed(await desk.EnterAsync(consultation.Id, Given("Specimen of a seminar") with { Name = "SPECIMEN NAMED", Organisation = "Specimen society" }, One, Cancellation));
        Assert.Equal((true, false), (taken[0].Contribution.IsAnonymous, named.Contribution.IsAnonymous));
        Assert.Equal([1, 2, 3, 4], taken.Select(one => one.Contribution.Number));

        var shown = await site.Get<PublicStrategy>().ReadAsync(Cancellation);
        var open = Assert.Single(shown.Consultations);
        Assert.Equal((true, null, 0), (open.TakesContributions, open.Received, open.Contributions.Count));

        var register = site.Get<ConsultationRegister>();
        consultation = Succeed(await register.MoveAsync(consultation.Id, consultation.Version, ConsultationStep.Close, null, One, Cancellation));
        foreach (var one in taken.Take(3))
            Succeed(await desk.ModerateAsync(one.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Compensation]), One, Cancellation));
        Succeed(await desk.ModerateAsync(taken[3].Contribution.Id, 1, new Moderation(false, [], "Names a person (specimen)"), One, Cancellation));
        Succeed(await desk.ModerateAsync(named.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Shelter], "A name was taken out", "Specimen of a …"), Other, Cancellation));
        Succeed(await desk.AnswerAsync(named.Contribution.Id, 2, "The authority agrees.", One, Cancellation));

        var recommendations = site.Get<RecommendationRegister>();
        var recommendation = Succeed(await recommendations.WriteAsync(Guid.NewGuid(), 0, Recommended(consultation, taken[0], named), One, Cancellation));
        Assert.Equal("CONSULTATION_STEP_NOT_NOW", (await recommendations.MoveAsync(recommendation.Id, 1, PublicationState.Published, null, Other, Cancellation)).Problem?.Code);
        consultation = Succeed(await register.MoveAsync(consultation.Id, consultation.Version, ConsultationStep.Publish, null, Other, Cancellation));
        Assert.Equal("SECOND_PERSON_REQUIRED", (await recommendations.MoveAsync(recommendation.Id, 1, PublicationState.Published, null, One, Cancellation)).Problem?.Code);

        var actions = site.Get<ActionRegister>();
        var action = Succeed(await actions.WriteAsync(Guid.NewGuid(), 0, Planned(recommendation), One, Cancellation));
        Assert.Equal("recommendations", (await actions.MoveAsync(action.Id, 1, PublicationState.Published, null, Other, Cancellation)).Problem?.Field);
        recommendation = Succeed(await recommendations.MoveAsync(recommendation.Id, 1, PublicationState.Published, null, Other, Cancellation));
        Assert.Equal("SECOND_PERSON_REQUIRED", (await actions.MoveAsync(action.Id, 1, PublicationState.Published, null, One, Cancellation)).Problem?.Code);
        action = Succeed(await actions.MoveAsync(action.Id, 1, PublicationState.Published, null, Other, Cancellation));
        Assert.Equal(new Measurement(CaseworkSite.Today, 0), action.Baseline);
        await RegisteredAsync(site, 15);
        site.Clock.Advance(TimeSpan.FromDays(1));
        action = Succeed(await actions.MeasureAsync(action.Id, action.Version, One, Cancellation));
        Assert.Equal(new Measurement(CaseworkSite.Today.AddDays(1), 15), action.Last);
        Assert.Equal(75, action.Progress);
        action = Succeed(await actions.SayAsync(action.Id, action.Version, ActionStatus.UnderWay, null, One, Cancellation));
        Assert.Equal("REASON_REQUIRED", (await actions.SayAsync(action.Id, action.Version, ActionStatus.Delayed, " ", One, Cancellation)).Problem?.Code);

        shown = await site.Get<PublicStrategy>().ReadAsync(Cancellation);
        var published = Assert.Single(shown.Consultations);
        Assert.Equal(4, published.Contributions.Count);
        Assert.Equal(5, published.Received);
        Assert.Equal([1, 5], Assert.Single(shown.Recommendations).RestsOn);
        var progress = Assert.Single(shown.Actions);
        Assert.Equal((75, ActionStatus.UnderWay, new Measurement(CaseworkSite.Today.AddDays(1), 15)), (progress.Progress, progress.Status, progress.Measured));
        var everything = JsonSerializer.Serialize(shown, CaseworkJson.Options);
        Assert.Contains("Specimen society", everything, StringComparison.Ordinal);
        Assert.Contains("Specimen of a …", published.Contributions[3].Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "SPECIMEN NAMED", "strategy1", "strategy2", "Specimen words 3", "a seminar", "survivors" })
            Assert.DoesNotContain(hidden, everything, StringComparison.OrdinalIgnoreCase);

        await site.RestartAsync();
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
        var file = Succeed(await site.Get<ConsultationRegister>().FindAsync(consultation.Id, site.Auditor, Cancellation));
        Assert.Equal(["written", "open", "close", "publish"], file.Changes.Select(change => change.What));
        Assert.Equal(("SPECIMEN NAMED", "Specimen of a …", true), (file.Contributions[4].Name, file.Contributions[4].Text, file.Contributions[4].Contribution.IsShortened));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whoever_holds_the_receipt_takes_a_contribution_back_and_nothing_of_it_is_left(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var consultation = await OpenedAsync(site);
        var desk = site.Get<ContributionDesk>();
        var taken = Succeed(await desk.HandInAsync(consultation.Id, Given("UNIQUEWORDS of a specimen") with { Name = "SPECIMENWRITER" }, Cancellation));
        Assert.Matches("^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$", taken.Receipt);
        Succeed(await desk.ModerateAsync(taken.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Data]), One, Cancellation));
        foreach (var wrong in new[] { null, "", "7", new string('A', 500), taken.Receipt[1..] + "Z", "AAAAA-AAAAA-AAAAA-AAAAA" })
            Assert.Equal("CONSULTATION_RECEIPT_UNKNOWN", (await desk.TakeBackAsync(wrong, Cancellation)).Problem?.Code);

        Succeed(await desk.TakeBackAsync($" {taken.Receipt.ToLowerInvariant().Replace('-', ' ')} ", Cancellation));
        Assert.Equal("CONSULTATION_RECEIPT_UNKNOWN", (await desk.TakeBackAsync(taken.Receipt, Cancellation)).Problem?.Code);
        Assert.Equal("CONSULTATION_STEP_NOT_NOW", (await desk.ModerateAsync(taken.Contribution.Id, 3, new Moderation(true, [StrategyTheme.Data]), One, Cancellation)).Problem?.Code);
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
        var file = Succeed(await site.Get<ConsultationRegister>().FindAsync(consultation.Id, One, Cancellation)).Contributions[0];
        Assert.Equal((ContributionState.Withdrawn, null, null), (file.Contribution.State, file.Text, file.Name));
        await using var db = site.Get<CaseworkStorage>().Open();
        Assert.False(await db.ContributionTexts.AnyAsync(Cancellation));
        Assert.False(await db.Ledger.AnyAsync(e => e.Payload.Contains("UNIQUEWORDS") || e.Payload.Contains("SPECIMENWRITER") || e.Payload.Contains(taken.Receipt), Cancellation));
    }

    [Fact]
    public async Task Of_who_is_anonymous_nothing_is_kept_not_even_in_the_audit()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var consultation = await OpenedAsync(site);
        var taken = Succeed(await site.Get<ContributionDesk>().HandInAsync(consultation.Id, Given("Specimen words"), Cancellation));
        await using var db = site.Get<CaseworkStorage>().Open();
        var words = await db.ContributionTexts.SingleAsync(Cancellation);
        Assert.Equal((null, null), (words.Name, words.Organisation));
        Assert.DoesNotContain(taken.Receipt, words.ReceiptHash, StringComparison.OrdinalIgnoreCase);
        var audited = (await db.Audit.ToListAsync(Cancellation)).Where(record => record.SubjectId == $"{taken.Contribution.Id}");
        Assert.Equal([("public", "C-2026-001/00001: received")], audited.Select(record => (record.Actor, record.Detail)));
        // A version 4: a version 7 would tell the millisecond wherever the id goes.
        Assert.Equal(4, taken.Contribution.Id.Version);
    }

    [Fact]
    public async Task Whoever_writes_does_not_publish_and_whoever_enters_does_not_weigh()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<ConsultationRegister>();
        var written = Succeed(await register.WriteAsync(Guid.NewGuid(), 0, Asked(), One, Cancellation));
        Assert.Equal("SECOND_PERSON_REQUIRED", (await register.MoveAsync(written.Id, 1, ConsultationStep.Open, null, One, Cancellation)).Problem?.Code);
        var opened = Succeed(await register.MoveAsync(written.Id, 1, ConsultationStep.Open, null, Other, Cancellation));
        Assert.Equal("CONSULTATION_STEP_NOT_NOW", (await register.WriteAsync(written.Id, 2, Asked(), One, Cancellation)).Problem?.Code);
        Assert.Equal("CONSULTATION_CHANGED_SINCE", (await register.MoveAsync(written.Id, 1, ConsultationStep.Close, null, One, Cancellation)).Problem?.Code);
        Assert.Equal("CONSULTATION_STEP_NOT_NOW", (await register.MoveAsync(written.Id, 2, ConsultationStep.Publish, null, Other, Cancellation)).Problem?.Code);
        var desk = site.Get<ContributionDesk>();
        var entered = Succeed(await desk.EnterAsync(opened.Id, Given("Specimen"), One, Cancellation));
        Assert.Equal("SECOND_PERSON_REQUIRED", (await desk.ModerateAsync(entered.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Data]), One, Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await desk.ModerateAsync(entered.Contribution.Id, 1, new Moderation(false, []), Other, Cancellation)).Problem?.Code);
        Assert.Equal("themes", (await desk.ModerateAsync(entered.Contribution.Id, 1, new Moderation(true, []), Other, Cancellation)).Problem?.Field);
        Succeed(await register.MoveAsync(opened.Id, 2, ConsultationStep.Close, null, One, Cancellation));
        Succeed(await register.MoveAsync(opened.Id, 3, ConsultationStep.Publish, null, Other, Cancellation));
        Assert.Equal("REASON_REQUIRED", (await register.MoveAsync(opened.Id, 4, ConsultationStep.TakeBack, null, One, Cancellation)).Problem?.Code);
        Succeed(await register.MoveAsync(opened.Id, 4, ConsultationStep.TakeBack, "A mistake", One, Cancellation));
        Assert.Empty((await site.Get<PublicStrategy>().ReadAsync(Cancellation)).Consultations);
    }

    [Fact]
    public async Task Each_role_may_do_what_is_its_own()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var id = Guid.NewGuid();
        foreach (var role in Roles.All)
        {
            var (actor, writes, reads) = (CaseworkSite.Of("somebody", role), role == Roles.Strategy, role is Roles.Strategy or Roles.Auditor);
            Finding?[] writing =
            [
                (await site.Get<ConsultationRegister>().WriteAsync(id, 1, Asked(), actor, Cancellation)).Problem,
                (await site.Get<ConsultationRegister>().MoveAsync(id, 1, ConsultationStep.Open, null, actor, Cancellation)).Problem,
                (await site.Get<ContributionDesk>().EnterAsync(id, Given("x"), actor, Cancellation)).Problem,
                (await site.Get<ContributionDesk>().ModerateAsync(id, 1, new Moderation(true, [StrategyTheme.Data]), actor, Cancellation)).Problem,
                (await site.Get<ContributionDesk>().AnswerAsync(id, 1, "x", actor, Cancellation)).Problem,
                (await site.Get<RecommendationRegister>().WriteAsync(id, 1, new RecommendationDraft(id, Both("x"), Both("x"), [StrategyTheme.Data], [id]), actor, Cancellation)).Problem,
                (await site.Get<RecommendationRegister>().MoveAsync(id, 1, PublicationState.Published, null, actor, Cancellation)).Problem,
                (await site.Get<ActionRegister>().MoveAsync(id, 1, PublicationState.Published, null, actor, Cancellation)).Problem,
                (await site.Get<ActionRegister>().SayAsync(id, 1, ActionStatus.Done, null, actor, Cancellation)).Problem,
                (await site.Get<ActionRegister>().MeasureAsync(id, 1, actor, Cancellation)).Problem,
            ];
            Assert.All(writing, problem => Assert.Equal(!writes, problem!.Code == "ROLE_REQUIRED"));
            Assert.Equal(reads, (await site.Get<ConsultationRegister>().ListAsync(actor, Cancellation)).Succeeded);
            Assert.Equal(reads, (await site.Get<RecommendationRegister>().ListAsync(actor, Cancellation)).Succeeded);
            Assert.Equal(reads, (await site.Get<ActionRegister>().ListAsync(actor, Cancellation)).Succeeded);
            Assert.Equal(reads ? "CONSULTATION_NOT_FOUND" : "ROLE_REQUIRED", (await site.Get<ConsultationRegister>().FindAsync(id, actor, Cancellation)).Problem?.Code);
        }
    }

    [Fact]
    public async Task Contributions_are_taken_between_the_days_and_of_the_form_that_was_asked_for()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<ConsultationRegister>();
        var desk = site.Get<ContributionDesk>();
        var draft = Succeed(await register.WriteAsync(Guid.NewGuid(), 0, Asked() with { OpensOn = CaseworkSite.Today.AddDays(1), ClosesOn = CaseworkSite.Today.AddDays(2) }, One, Cancellation));
        Assert.Equal("CONSULTATION_NOT_FOUND", (await desk.HandInAsync(draft.Id, Given("x"), Cancellation)).Problem?.Code); // Nobody learns of a draft.
        Succeed(await register.MoveAsync(draft.Id, 1, ConsultationStep.Open, null, Other, Cancellation));
        Assert.Equal("CONSULTATION_NOT_OPEN", (await desk.HandInAsync(draft.Id, Given("x"), Cancellation)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True((await desk.HandInAsync(draft.Id, Given("x"), Cancellation)).Succeeded);
        foreach (var (field, wrong) in new[]
        {
            ("text", Given("")), ("text", Given(new string('x', 5001))), ("text", Given("a\0b")), ("text", Given("a\u202Eb")), ("text", Given("a\uD800b")), ("text", Given("\u0007")),
            ("language", Given("x") with { Language = "fr" }), ("group", Given("x") with { Group = (StakeholderGroup)99 }), ("question", Given("x") with { Question = 3 }), ("question", Given("x") with { Question = 0 }),
            ("province", Given("x") with { Province = "PK-ZZ" }), ("name", Given("x") with { Name = "a\nb" }), ("organisation", Given("x") with { Organisation = new string('x', 101) }),
        })
            Assert.Equal(field, (await desk.HandInAsync(draft.Id, wrong, Cancellation)).Problem?.Field);
        Assert.True((await desk.HandInAsync(draft.Id, Given("Zeile\r\nاردو 😀"), Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("CONSULTATION_NOT_OPEN", (await desk.HandInAsync(draft.Id, Given("x"), Cancellation)).Problem?.Code);
        Assert.True((await desk.EnterAsync(draft.Id, Given("By letter, late (specimen)"), One, Cancellation)).Succeeded);
        var silent = Succeed(await register.WriteAsync(Guid.NewGuid(), 0, Asked() with { TakesPublic = false, ClosesOn = CaseworkSite.Today.AddDays(9) }, One, Cancellation));
        Succeed(await register.MoveAsync(silent.Id, 1, ConsultationStep.Open, null, Other, Cancellation));
        Assert.Equal("CONSULTATION_NOT_OPEN", (await desk.HandInAsync(silent.Id, Given("x"), Cancellation)).Problem?.Code);
        Assert.True((await desk.EnterAsync(silent.Id, Given("x"), One, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task What_was_written_must_be_whole_and_rest_on_what_was_accepted()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var register = site.Get<ConsultationRegister>();
        foreach (var (field, wrong) in new[]
        {
            ("title.ur", Asked() with { Title = new BothLanguages("x", "") }), ("title", Asked() with { Title = null! }), ("introduction.en", Asked() with { Introduction = Both("") }), ("questions", Asked() with { Questions = [] }),
            ("questions[1].en", Asked() with { Questions = [Both("x"), Both(new string('x', 501))] }), ("closesOn", Asked() with { ClosesOn = new DateOnly(2020, 1, 1) }), ("province", Asked() with { Province = "PB" }),
            ("groups", Asked() with { Groups = [] }), ("groups", Asked() with { Groups = [(StakeholderGroup)77] }), ("languages", Asked() with { Languages = ["xx"] }), ("languages", Asked() with { Languages = ["ur", "ur"] }),
        })
            Assert.Equal(field, (await register.WriteAsync(Guid.NewGuid(), 0, wrong, One, Cancellation)).Problem?.Field);
        var consultation = await OpenedAsync(site);
        var taken = Succeed(await site.Get<ContributionDesk>().HandInAsync(consultation.Id, Given("x"), Cancellation));
        Assert.Equal("contributions", (await site.Get<RecommendationRegister>().WriteAsync(Guid.NewGuid(), 0, Recommended(consultation, taken), One, Cancellation)).Problem?.Field);
        var action = new StrategyActionDraft(Both("x"), Both("Office"), CaseworkSite.Today, [Guid.NewGuid()], StrategyIndicator.ShelterBeds, 10);
        foreach (var (field, wrong) in new[]
        {
            ("recommendations", action), ("year", action with { Year = 2026 }), ("province", action with { Province = "PK-SD" }), ("target", action with { Target = -1 }), ("target", action with { Target = 0.001m }),
            ("baseline", action with { Baseline = new Measurement(CaseworkSite.Today, 3) }), ("indicator", action with { Indicator = (StrategyIndicator)99 }), ("owner.en", action with { Owner = Both(" ") }),
        })
            Assert.Equal(field, (await site.Get<ActionRegister>().WriteAsync(Guid.NewGuid(), 0, wrong, One, Cancellation)).Problem?.Field);
    }

    [Fact]
    public async Task A_row_that_was_changed_deleted_or_put_in_is_found()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var consultation = await OpenedAsync(site);
        var desk = site.Get<ContributionDesk>();
        var taken = new List<TakenContribution>();
        for (var i = 0; i < 3; i++)
            taken.Add(Succeed(await desk.HandInAsync(consultation.Id, Given($"Specimen {i}"), Cancellation)));
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            await db.Strategy.Where(r => r.Id == consultation.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, "Published"), Cancellation);
            await db.ContributionTexts.Where(w => w.ContributionId == taken[0].Contribution.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Text, "Put into their mouth"), Cancellation);
            await db.ContributionTexts.Where(w => w.ContributionId == taken[1].Contribution.Id).ExecuteDeleteAsync(Cancellation);
            await db.Strategy.Where(r => r.Id == taken[2].Contribution.Id).ExecuteDeleteAsync(Cancellation);
            db.Strategy.Add(new StrategyRow { Id = Guid.NewGuid(), Kind = StrategyKind.Action, ParentId = null, Number = "A-2026-999", State = "Published", Version = 1, Content = "{}" });
            await db.SaveChangesAsync(Cancellation);
        }
        var faults = (await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults;
        Assert.Equal(["ROW_CHANGED", "ROW_CHANGED", "ROW_DELETED", "ROW_DELETED", "ROW_INSERTED"], faults.Select(f => f.Code).Order());
    }

    [Fact]
    public async Task Nothing_measured_points_at_anybody()
    {
        await using var site = await CaseworkSite.OpenAsync();
        await RegisteredAsync(site, 3);
        var measure = site.Get<StrategyMeasure>();
        var recommendation = Guid.NewGuid();
        foreach (var indicator in Enum.GetValues<StrategyIndicator>())
        {
            var draft = new StrategyActionDraft(Both("x"), Both("x"), CaseworkSite.Today, [recommendation], indicator, 1);
            var value = (await measure.NowAsync(draft, Cancellation)).Value;
            Assert.True(value is null || value % 5 == 0, $"{indicator}: {value}");
            Assert.Equal(value, (await measure.NowAsync(draft, Cancellation)).Value);
            if (indicator is StrategyIndicator.CompensationOrdered or StrategyIndicator.InvestigationDays)
                Assert.Null(value);
        }
    }

    [Fact]
    public async Task A_sum_of_one_payment_and_a_median_of_three_cases_are_not_told()
    {
        await using var site = await CaseworkSite.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            var state = await site.TellAsync(await site.OpenCaseAsync(), [.. Told.ToTrial(), Told.Judged(), Told.Compensation()]);
            if (i == 0)
                state = await site.TellAsync(state, Told.Paid(200_000));
            if (i > 2)
                continue;
            var appeal = Guid.NewGuid();
            await site.TellAsync(
                state,
                new AppealFiled(appeal, AppealParty.Accused, "High Court Lahore", [Told.Charge]) { Day = Told.Day(26) },
                new AppealDecided(appeal, [Verdict.Remanded]) { Day = Told.Day(27) },
                Told.Judged(Verdict.Acquitted, 28));
        }
        Assert.Equal(1_200_000, await MeasuredAsync(site, StrategyIndicator.CompensationOrdered));
        Assert.Null(await MeasuredAsync(site, StrategyIndicator.CompensationPaid));
        Assert.Equal(5, await MeasuredAsync(site, StrategyIndicator.TrialDays)); // Five cases, of which three were there twice.

        await using var few = await CaseworkSite.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            var appeal = Guid.NewGuid();
            await few.TellAsync(
                await few.OpenCaseAsync(),
                [
                    .. Told.ToTrial(), Told.Judged(), new AppealFiled(appeal, AppealParty.Accused, "High Court Lahore", [Told.Charge]) { Day = Told.Day(21) },
                    new AppealDecided(appeal, [Verdict.Remanded]) { Day = Told.Day(22) }, Told.Judged(Verdict.Acquitted, 23),
                ]);
        }
        Assert.Null(await MeasuredAsync(few, StrategyIndicator.TrialDays));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Words_are_taken_out_and_never_put_in(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var consultation = await OpenedAsync(site);
        var desk = site.Get<ContributionDesk>();
        var taken = Succeed(await desk.HandInAsync(consultation.Id, Given("I do not agree, says SPECIMEN of Lahore."), Cancellation));
        byte[] salt;
        await using (var db = site.Get<CaseworkStorage>().Open())
            salt = (await db.ContributionTexts.AsNoTracking().SingleAsync(Cancellation)).Salt;
        foreach (var words in new[] { "I do agree, says a specimen.", "I agree not", "I do not agree!", "I do not agree, says SPECIMEN of Lahore. Yes" })
        {
            var answer = await desk.ModerateAsync(taken.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Data], "A name", words), One, Cancellation);
            Assert.Equal(("CONSULTATION_FIELD_INVALID", "shortened"), (answer.Problem?.Code, answer.Problem?.Field));
        }
        Succeed(await desk.ModerateAsync(taken.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Data], "A name", "I do not  agree, says […] of …"), One, Cancellation));
        await using var after = site.Get<CaseworkStorage>().Open();
        var kept = await after.ContributionTexts.SingleAsync(Cancellation);
        Assert.Equal("I do not  agree, says […] of …", kept.Text);
        Assert.NotEqual(salt, kept.Salt);
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
    }

    [Fact]
    public void What_is_left_of_a_text_is_made_of_its_words_in_their_order()
    {
        foreach (var left in new[] { "a b c", "a c", "… c", "a [...] c", "a...", "b", "[…]" })
            Assert.True(StrategyFields.IsLeftOf(left, "a b\nc"), left);
        foreach (var other in new[] { "c a", "a b c d", "ab", "a a", "a, c", "[b]" })
            Assert.False(StrategyFields.IsLeftOf(other, "a b\nc"), other);
        Assert.False(StrategyFields.IsLeftOf("نمو", "نمونہ سیمینار"));
        Assert.True(StrategyFields.IsLeftOf("… سیمینار", "نمونہ سیمینار"));
        Assert.True(StrategyFields.IsLeftOf("b …", "a b … c"));
    }

    [Fact]
    public async Task A_recommendation_whose_contributions_were_all_taken_back_is_not_published()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var consultation = await OpenedAsync(site);
        var (desk, register, recommendations) = (site.Get<ContributionDesk>(), site.Get<ConsultationRegister>(), site.Get<RecommendationRegister>());
        TakenContribution[] taken = [Succeed(await desk.HandInAsync(consultation.Id, Given("Specimen"), Cancellation)), Succeed(await desk.HandInAsync(consultation.Id, Given("Specimen"), Cancellation))];
        foreach (var one in taken)
            Succeed(await desk.ModerateAsync(one.Contribution.Id, 1, new Moderation(true, [StrategyTheme.Data]), One, Cancellation));
        consultation = Succeed(await register.MoveAsync(consultation.Id, consultation.Version, ConsultationStep.Close, null, One, Cancellation));
        consultation = Succeed(await register.MoveAsync(consultation.Id, consultation.Version, ConsultationStep.Publish, null, Other, Cancellation));
        var first = Succeed(await recommendations.WriteAsync(Guid.NewGuid(), 0, Recommended(consultation, taken), One, Cancellation));
        var second = Succeed(await recommendations.WriteAsync(Guid.NewGuid(), 0, Recommended(consultation, taken), One, Cancellation));
        Succeed(await desk.TakeBackAsync(taken[0].Receipt, Cancellation));
        Succeed(await recommendations.MoveAsync(first.Id, 1, PublicationState.Published, null, Other, Cancellation));
        Succeed(await desk.TakeBackAsync(taken[1].Receipt, Cancellation));
        Assert.Equal("contributions", (await recommendations.MoveAsync(second.Id, 1, PublicationState.Published, null, Other, Cancellation)).Problem?.Field);
    }

    [Fact]
    public async Task What_everybody_sees_is_read_once_a_minute_and_anew_when_something_changes()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var consultation = await OpenedAsync(site);
        var strategy = site.Get<PublicStrategy>();
        var first = await strategy.ReadAsync(Cancellation);
        site.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first, await strategy.ReadAsync(Cancellation));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await strategy.ReadAsync(Cancellation);
        Assert.NotSame(first, second);
        Succeed(await site.Get<ConsultationRegister>().MoveAsync(consultation.Id, consultation.Version, ConsultationStep.Close, null, One, Cancellation));
        Assert.Empty((await strategy.ReadAsync(Cancellation)).Consultations);
    }

    [Fact]
    public void Any_text_is_taken_or_refused_by_its_field_and_what_is_taken_is_kept_by_every_engine()
    {
        var dice = new Random(28);
        var consultation = new Consultation(Guid.NewGuid(), "C-2026-001", 2, ConsultationState.Open, Asked(), "x");
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, dice.Next(1, 40)).Select(_ => dice.Next(4) == 0 ? (char)dice.Next(0x20) : (char)dice.Next(0x10000))]);
            var problem = StrategyFields.Check(Given(text), consultation);
            if (problem is not null)
            {
                Assert.Equal("text", problem.Field);
                continue;
            }
            var kept = StrategyFields.Kept(text)!;
            Assert.Equal(kept, new System.Text.UTF8Encoding(false, true).GetString(new System.Text.UTF8Encoding(false, true).GetBytes(kept)));
            Assert.DoesNotContain(kept, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202A' and <= '\u202E');
        }
        for (var i = 0; i < 2000; i++)
            Assert.True(ReceiptCode.Hash(new string([.. Enumerable.Range(0, dice.Next(90)).Select(_ => (char)dice.Next(0x250))])) is null or { Length: 64 });
    }

    [Fact]
    public void Every_rule_has_its_sentence_in_both_languages()
    {
        var rules = typeof(CaseworkRule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<CaseworkRule>()
            .Where(r => r.Code.StartsWith("CONSULTATION_", StringComparison.Ordinal) || r.Code.EndsWith("_NOT_FOUND", StringComparison.Ordinal)).ToList();
        Assert.True(rules.Count >= 11);
        foreach (var rule in rules)
        {
            var (english, urdu) = (CaseworkSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("en")), CaseworkSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("ur")));
            Assert.False(string.IsNullOrEmpty(english) || string.IsNullOrEmpty(urdu) || urdu == english, rule.Code);
        }
    }

    private static BothLanguages Both(string text) => new(text, text);

    private static ConsultationDraft Asked() => new(
        new BothLanguages("Specimen seminar of Lahore", "لاہور کا نمونہ سیمینار"), Both("Why (specimen)"), [Both("What helps?"), Both("What hinders?")], CaseworkSite.Today, CaseworkSite.Today.AddDays(2),
        [StakeholderGroup.CivilSociety, StakeholderGroup.Judiciary], ["ur", "en"], TakesPublic: true, "PK-PB");

    private static NewContribution Given(string text) => new(text, "en", StakeholderGroup.Survivors, 1);

    private static RecommendationDraft Recommended(Consultation consultation, params TakenContribution[] on) =>
        new(consultation.Id, Both("Pay compensation"), Both("Specimen text"), [StrategyTheme.Compensation], [.. on.Select(one => one.Contribution.Id)]);

    private static StrategyActionDraft Planned(Recommendation recommendation) =>
        new(Both("Register more cases"), Both("Specimen office"), CaseworkSite.Today.AddDays(300), [recommendation.Id], StrategyIndicator.CasesRegistered, 20, 2026);

    private static async Task<Consultation> OpenedAsync(CaseworkSite site)
    {
        var written = Succeed(await site.Get<ConsultationRegister>().WriteAsync(Guid.NewGuid(), 0, Asked(), One, Cancellation));
        return Succeed(await site.Get<ConsultationRegister>().MoveAsync(written.Id, 1, ConsultationStep.Open, null, Other, Cancellation));
    }

    private static async Task RegisteredAsync(CaseworkSite site, int cases)
    {
        for (var i = 0; i < cases; i++)
            await site.TellAsync(await site.OpenCaseAsync(), Told.Fir());
    }

    private static async Task<decimal?> MeasuredAsync(CaseworkSite site, StrategyIndicator indicator) =>
        (await site.Get<StrategyMeasure>().NowAsync(new StrategyActionDraft(Both("x"), Both("x"), CaseworkSite.Today, [Guid.Empty], indicator, 1), Cancellation)).Value;

    private static T Succeed<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }
}
