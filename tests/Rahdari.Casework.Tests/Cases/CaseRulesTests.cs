using System.Text.Json;
using CsCheck;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Cases;

/// <summary>What may be told of a case as it stands.</summary>
public class CaseRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    /// <summary>Facts that a case before the court refuses, and why.</summary>
    public static TheoryData<CaseFact, string> Refused => new()
    {
        { Told.Opened(), "CASE_OPENED_ALREADY" },
        { Told.Fir(40), "CASE_DAY_INVALID" },
        { Told.Fir(-1), "CASE_DAY_INVALID" },
        { Told.Fir(20), "CASE_NOT_AT_THIS_STAGE" },
        { Told.Offence("99"), "CASE_SECTION_UNKNOWN" },
        { new OffenceAdded("NO-SUCH", "1") { Day = Today }, "CASE_LAW_UNKNOWN" },
        { new OffenceDropped(Told.Law, "4", "why") { Day = Today }, "CASE_OFFENCE_NOT_OF_CASE" },
        { new Arrested(Guid.Empty, "Lahore") { Day = Today }, "CASE_ACCUSED_UNKNOWN" },
        { Told.Challan(20, new Charge(Told.Somebody, Told.Law, "4")), "CASE_OFFENCE_NOT_OF_CASE" },
        { Told.Challan(20, new Charge(Guid.Empty, Told.Law, Told.Section)), "CASE_ACCUSED_UNKNOWN" },
        { Told.Judged(charge: Told.Charge with { Section = "4" }) with { OutOfOrder = "x" }, "CASE_CHARGE_UNKNOWN" },
        { Told.Judged(), "CASE_OUT_OF_ORDER" },
        { new SentencePassed(Told.Charge, 12) { Day = Today, OutOfOrder = "x" }, "CASE_NOT_CONVICTED" },
        { Told.Compensation() with { Victim = "V-0000", OutOfOrder = "x" }, "CASE_VICTIM_UNKNOWN" },
        { Told.Paid(1, 28) with { OutOfOrder = "x" }, "CASE_ORDER_UNKNOWN" },
        { new HearingHeld(Guid.Empty, false, "x") { Day = Today }, "CASE_HEARING_UNKNOWN" },
        { new AppealFiled(Guid.NewGuid(), AppealParty.Accused, "x", [Told.Charge]) { Day = Today, OutOfOrder = "x" }, "CASE_CHARGE_UNKNOWN" },
        { new AppealDecided(Guid.Empty, [Verdict.Acquitted]) { Day = Today, OutOfOrder = "x" }, "CASE_APPEAL_UNKNOWN" },
        { new StatementRecorded("V-0000", "x") { Day = Today }, "CASE_VICTIM_UNKNOWN" },
        { new TransferTaken { Day = Today }, "CASE_TRANSFER_NOT_ASKED" },
        { new TransferAsked("AHTC-LHE", "PK-PB", "x") { Day = Today }, "CASE_FIELD_INVALID" },
        { new Closed(ClosingReason.Decided, "x") { Day = Today }, "CASE_CLOSING_TOO_EARLY" },
        { new Reopened("x") { Day = Today, OutOfOrder = "x" }, "CASE_NOT_AT_THIS_STAGE" },
        { new Noted("") { Day = Today }, "CASE_FIELD_INVALID" },
        { new Noted("a\0b") { Day = Today }, "CASE_FIELD_INVALID" },
        { Told.Named() with { Victim = "Maryam" }, "CASE_FIELD_INVALID" },
        { new VictimNamed("V-1234\n", Sex.Female, AgeGroup.Child, [ExploitationForm.Other]) { Day = Today }, "CASE_FIELD_INVALID" },
        { Told.Accused() with { Nationality = "12" }, "CASE_FIELD_INVALID" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_case_before_the_court_refuses(CaseFact fact, string code) =>
        Assert.Equal(code, CaseRules.Check(InCourt(), fact, LawBooks.Shipped, Today)?.Code);

    [Fact]
    public void A_sentence_is_held_against_the_penalty_of_its_section()
    {
        var state = Follow(InCourt(), Told.Framed(), Told.Judged());
        Assert.Equal("CASE_PENALTY_EXCEEDED", CaseRules.Check(state, new SentencePassed(Told.Charge, 12 * 20) { Day = Today }, LawBooks.Shipped, Today)?.Code);
        Assert.Equal("CASE_PENALTY_EXCEEDED", CaseRules.Check(state, new SentencePassed(Told.Charge, IsForLife: true) { Day = Today }, LawBooks.Shipped, Today)?.Code);
        Assert.Null(CaseRules.Check(state, new SentencePassed(Told.Charge, 12 * 10, Fine: 500_000) { Day = Today }, LawBooks.Shipped, Today));
    }

    [Fact]
    public void Where_the_law_names_no_longest_term_a_court_may_go_beyond_the_least()
    {
        var charge = Told.Charge with { Section = "4" };
        var state = Follow(null, Told.Opened(), Told.Fir(), Told.Offence("4"), Told.Accused(), Told.Challan(10, charge), Told.Framed(15, charge), Told.Judged(charge: charge));
        Assert.Null(CaseRules.Check(state, new SentencePassed(charge, 12 * 20) { Day = Today }, LawBooks.Shipped, Today));
        Assert.Equal("CASE_PENALTY_EXCEEDED", CaseRules.Check(state, new SentencePassed(charge, IsForLife: true) { Day = Today }, LawBooks.Shipped, Today)?.Code);
    }

    [Fact]
    public void What_leads_to_another_stage_does_not_come_before_the_one_that_there_is()
    {
        var state = Follow(null, Told.Opened(), Told.Fir(10), Told.Offence(day: 10), Told.Accused(day: 10));
        Assert.Equal("CASE_DAY_INVALID", CaseRules.Check(state, Told.Challan(5), LawBooks.Shipped, Today)?.Code);
        Assert.Null(CaseRules.Check(state, Told.Arrest(5), LawBooks.Shipped, Today));
    }

    [Fact]
    public void Limits_end_by_what_the_law_says_and_by_nothing_else()
    {
        var procedure = LawBooks.Shipped.ProcedureOf(Told.Law)!;
        CaseLimit Limit(CaseState state, string code) => CaseLimit.Of(state, procedure).Single(limit => limit.Code == code);
        var interim = Follow(null, Told.Opened(), Told.Fir(), Told.Offence(), Told.Accused(), Told.Challan(10) with { IsFinal = false });
        Assert.Null(Limit(interim, "REPORT-14").MetOn);
        Assert.Equal(Told.Day(10), Limit(interim, "INTERIM-17").MetOn);
        var found = Follow(InCourt(), Told.Accused(Told.SomebodyElse, 11), new Arrested(Told.SomebodyElse, "Multan") { Day = Told.Day(20) });
        Assert.All(CaseLimit.Of(found, procedure).Where(limit => limit.Code == "REMAND-15"), limit => Assert.NotNull(limit.MetOn));
        var reopened = Follow(null, Told.Opened(), Told.Fir(), new Closed(ClosingReason.Untraced, "x") { Day = Told.Day(5) }, new Reopened("x") { Day = Told.Day(6) });
        Assert.Null(Limit(reopened, "REPORT-14").MetOn);
        Assert.DoesNotContain(CaseLimit.Of(Follow(InCourt(), Told.Framed(), Told.Judged()), procedure), limit => limit.Code == "ACQUITTAL-30");
        var byTheState = Follow(InCourt(), Told.Framed(), Told.Judged(), new SentencePassed(Told.Charge, 12) { Day = Told.Day(20) }, new AppealFiled(Told.Order, AppealParty.Prosecution, "x", [Told.Charge]) { Day = Told.Day(21) });
        Assert.Null(Limit(byTheState, "APPEAL-30").MetOn);
    }

    [Fact]
    public void Nobody_is_paid_more_than_was_ordered()
    {
        var state = Follow(InCourt(), Told.Framed(), Told.Judged(), Told.Compensation(), Told.Paid(200_000));
        Assert.Equal("CASE_PAID_TOO_MUCH", CaseRules.Check(state, Told.Paid(50_001), LawBooks.Shipped, Today)?.Code);
        Assert.Null(CaseRules.Check(state, Told.Paid(50_000), LawBooks.Shipped, Today));
    }

    [Fact]
    public void A_case_is_opened_only_under_a_law_of_trafficking_that_is_in_force()
    {
        Assert.Equal("CASE_LAW_NOT_IN_FORCE", CaseRules.Check(null, Told.Opened() with { Law = "PCHTO-2002" }, LawBooks.Shipped, Today)?.Code);
        Assert.Equal("CASE_LAW_UNKNOWN", CaseRules.Check(null, Told.Opened() with { Law = "PPC-1860" }, LawBooks.Shipped, Today)?.Code);
        Assert.Equal("CASE_NOT_FOUND", CaseRules.Check(null, Told.Fir(), LawBooks.Shipped, Today)?.Code);
    }

    [Fact]
    public void Whoever_cannot_be_found_does_not_keep_the_others_case_open()
    {
        Charge[] charges = [Told.Charge, new(Told.SomebodyElse, Told.Law, Told.Section)];
        var state = Follow(null, Told.Opened(), Told.Fir(), Told.Offence(), Told.Accused(), Told.Accused(Told.SomebodyElse), Told.Challan(10, charges), Told.Framed(15, charges), Told.Judged());
        Assert.Equal(CaseStage.Trial, state.Stage);
        Assert.Equal(CaseStage.Decided, Follow(state, new Absconded(Told.SomebodyElse) { Day = Told.Day(21) }).Stage);
    }

    [Fact]
    public void An_appeal_of_one_does_not_stop_the_trial_of_another_and_who_is_found_later_is_tried()
    {
        Charge[] charges = [Told.Charge, new(Told.SomebodyElse, Told.Law, Told.Section)];
        var appeal = new AppealFiled(Told.Order, AppealParty.Accused, "High Court", [Told.Charge]) { Day = Told.Day(21) };
        var state = Follow(null, Told.Opened(), Told.Fir(), Told.Offence(), Told.Accused(), Told.Accused(Told.SomebodyElse), Told.Challan(10, charges), Told.Framed(15, charges), Told.Judged());
        Assert.Null(CaseRules.Check(state, appeal, LawBooks.Shipped, Today));
        state = Follow(state, appeal);
        Assert.Equal(CaseStage.Trial, state.Stage);
        state = Follow(state, Told.Judged(Verdict.Acquitted, 22, charges[1]));
        Assert.Equal(CaseStage.Appeal, state.Stage);
        Assert.Equal("CASE_APPEAL_PENDING", CaseRules.Check(state with { Stage = CaseStage.Decided }, new Closed(ClosingReason.Untraced, "x") { Day = Told.Day(22) }, LawBooks.Shipped, Today)?.Code);
        Assert.Equal(CaseStage.Decided, Follow(state, new AppealDecided(Told.Order, [Verdict.Convicted]) { Day = Told.Day(23) }).Stage);

        var absconded = Follow(InCourt(), Told.Accused(Told.SomebodyElse), Told.Challan(11, charges), Told.Framed(15, charges), Told.Judged(), new Absconded(Told.SomebodyElse) { Day = Told.Day(21) });
        Assert.Equal(CaseStage.Decided, absconded.Stage);
        Assert.Equal(CaseStage.Trial, Follow(absconded, new Arrested(Told.SomebodyElse, "Multan") { Day = Told.Day(24) }).Stage);
    }

    /// <summary>Whatever is told in whatever order, what the rules let through is followed without fault, and the counts of stages and charges agree.</summary>
    [Fact]
    public void Whatever_the_rules_let_through_can_be_followed()
    {
        CaseFact[] facts =
        [
            .. Told.ToTrial(), Told.Judged(), Told.Judged(Verdict.Acquitted), Told.Compensation(), Told.Paid(250_000), Told.Accused(Told.SomebodyElse), new Absconded(Told.Somebody) { Day = Told.Day(16) },
            new OffenceDropped(Told.Law, Told.Section, "x") { Day = Told.Day(17) }, new SentencePassed(Told.Charge, 12) { Day = Told.Day(20) },
            new AppealFiled(Told.Order, AppealParty.Prosecution, "x", [Told.Charge]) { Day = Told.Day(21) }, new AppealDecided(Told.Order, [Verdict.Remanded]) { Day = Told.Day(22) },
            new AppealDecided(Told.Order, [Verdict.Convicted]) { Day = Told.Day(22) }, new Closed(ClosingReason.Decided, "x") { Day = Told.Day(23) }, new Closed(ClosingReason.Untraced, "x") { Day = Told.Day(23) },
            new Reopened("x") { Day = Told.Day(24) }, new TransferAsked("AHTC-KHI", "PK-SD", "x") { Day = Told.Day(24) }, new TransferTaken { Day = Told.Day(25) }, new Noted("x") { Day = Told.Day(26) },
        ];
        Gen.Select(Gen.Int[0, facts.Length - 1], Gen.Bool).Array[0, 60].Sample(
            told =>
            {
                var state = Follow(null, Told.Opened());
                foreach (var (index, hasReason) in told)
                {
                    var fact = hasReason ? facts[index] with { OutOfOrder = "why" } : facts[index];
                    if (CaseRules.Check(state, fact, LawBooks.Shipped, Today) is null)
                        state = Follow(state, fact);
                    var read = JsonSerializer.Deserialize<CaseState>(JsonSerializer.Serialize(state, CaseworkJson.Options), CaseworkJson.Options)!;
                    Assert.Equal(JsonSerializer.Serialize(state, CaseworkJson.Options), JsonSerializer.Serialize(read, CaseworkJson.Options));
                    Assert.Equal(state.Stage, state.Stages[^1].Stage);
                    if (state.Stage is CaseStage.Decided or CaseStage.Appeal)
                        Assert.Empty(state.OpenCharges());
                    if (state.Stage is CaseStage.Decided or CaseStage.Appeal)
                        Assert.Equal(state.Stage == CaseStage.Appeal, state.Appeals.Any(a => a.DecidedOn is null));
                    Assert.All(state.Orders, order => Assert.True(order.Paid <= order.Amount));
                    _ = CaseLimit.Of(state, LawBooks.Shipped.ProcedureOf(state.Law)!);
                }
            },
            iter: 300);
    }

    private static CaseState InCourt() => Follow(null, Told.Opened(), Told.Fir(), Told.Offence(), Told.Accused(), Told.Named(), Told.Arrest(), Told.Challan());

    private static CaseState Follow(CaseState? state, params CaseFact[] facts)
    {
        foreach (var fact in facts)
            state = CaseHistory.After(state, new CaseEvent(Guid.NewGuid(), Guid.Empty, (state?.Version ?? 0) + 1, DateTimeOffset.UnixEpoch, "x", 0, fact, "AHTC-LHE/2026/0001"), LawBooks.Shipped);
        return state!;
    }
}
