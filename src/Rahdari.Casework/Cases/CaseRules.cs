using Rahdari.Casework.Laws;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Cases;

/// <summary>What may be told of a case as it stands. Pure.</summary>
public static class CaseRules
{
    /// <summary>The rule that a fact would break, or null.</summary>
    /// <param name="state">How the case stands; null where it is to be opened.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="laws">The laws that count.</param>
    /// <param name="today">Today, in the country.</param>
    public static Finding? Check(CaseState? state, CaseFact fact, LawBook laws, DateOnly today)
    {
        if (CaseFields.Check(fact) is { } field)
            return field;
        if (fact.Day > today || (state is not null && fact.Day < state.Stages[0].On))
            return CaseworkRule.DayInvalid.Broken("day", ("day", $"{fact.Day:O}"), ("from", state is null ? "" : $"{state.Stages[0].On:O}"), ("until", $"{today:O}"));
        if (state is null)
            return fact is Opened opened ? Opening(opened, laws) : CaseworkRule.CaseNotFound.Broken();
        if (fact is Opened)
            return CaseworkRule.OpenedAlready.Broken(null, ("case", state.Number));
        if (state.Transfer is not null && fact is not (TransferTaken or TransferAsked or Noted))
            return CaseworkRule.TransferPending.Broken(null, ("circle", state.Transfer.Circle));
        if (laws.ProcedureOf(state.Law) is not { } procedure)
            return CaseworkRule.LawUnknown.Broken("law", ("law", state.Law));
        return Order(state, fact, procedure) ?? Content(state, fact, laws) ?? Days(state, fact, laws);
    }

    /// <summary>What leads to another stage does not come before the stage that the case lies at.</summary>
    private static Finding? Days(CaseState state, CaseFact fact, LawBook laws)
    {
        if (fact.Day >= state.StageSince)
            return null;
        var after = CaseHistory.After(state, new CaseEvent(Guid.Empty, state.Id, state.Version + 1, default, "", laws.Number, fact), laws);
        return after.Stage == state.Stage ? null : CaseworkRule.DayInvalid.Broken("day", ("day", $"{fact.Day:O}"), ("from", $"{state.StageSince:O}"), ("until", $"{fact.Day:O}"));
    }

    private static Finding? Opening(Opened opened, LawBook laws)
    {
        if (laws.Find(opened.Law) is not { IsOfTrafficking: true } law || laws.ProcedureOf(opened.Law) is null)
            return CaseworkRule.LawUnknown.Broken("law", ("law", opened.Law));
        return law.IsInForce(opened.Day) ? null : NotInForce(law, opened.Day);
    }

    /// <summary>Whether the procedure puts the step where the case lies.</summary>
    private static Finding? Order(CaseState state, CaseFact fact, Procedure procedure)
    {
        var step = procedure.Of(fact.Kind);
        if (step is null ? state.Stage != CaseStage.Closed || fact is Noted : step.At.Contains(state.Stage))
            return null;
        // Nothing lies after the end that could be told before it: who reopens what is not closed has read another case.
        if (step is null || state.Stage > step.At.Max() || step.At.All(at => at == CaseStage.Closed))
            return CaseworkRule.NotAtThisStage.Broken("kind", ("step", $"{fact.Kind}"), ("stage", $"{state.Stage}"));
        return fact.OutOfOrder is { Length: > 0 } && state.Stage != CaseStage.Closed
            ? null
            : CaseworkRule.OutOfOrder.Broken("outOfOrder", ("step", $"{fact.Kind}"), ("stage", $"{state.Stage}"), ("law", step.Source));
    }

    private static Finding? Content(CaseState s, CaseFact fact, LawBook laws) => fact switch
    {
        OffenceAdded f => Section(laws, f.Law, f.Section, f.Day),
        OffenceDropped f => OfCase(s, f.Law, f.Section),
        Arrested f => Known(s, f.AccusedId),
        BailDecided f => Known(s, f.AccusedId),
        Absconded f => Known(s, f.AccusedId),
        ChallanSubmitted f => First(f.Charges, charge => Chargeable(s, charge)),
        ChargeFramed f => First(f.Charges, charge => Chargeable(s, charge)),
        HearingSet f => s.Hearings.Any(h => h.Id == f.HearingId && h.Outcome is not null) ? Taken("hearingId") : null,
        HearingHeld f => s.Hearings.Any(h => h.Id == f.HearingId) ? null : CaseworkRule.HearingUnknown.Broken("hearingId"),
        VerdictGiven f => Open(s, f.Charge) ?? (f.Verdict == Verdict.Remanded ? CaseFields.Wrong("verdict") : null),
        SentencePassed f => Sentenced(s, f, laws),
        CompensationOrdered f => s.Orders.Any(o => o.Id == f.OrderId) ? Taken("orderId") : Victim(s, f.Victim) ?? (f.AccusedId is { } payer ? Known(s, payer) : null),
        CompensationPaid f => Paid(s, f),
        AppealFiled f => s.Appeals.Any(a => a.Id == f.AppealId) ? Taken("appealId") : First(f.Charges, charge => Decided(s, charge, f.By)),
        AppealDecided f => Appealed(s, f),
        StatementRecorded f => Victim(s, f.Victim),
        ShelterOrdered f => Victim(s, f.Victim),
        NonPunishmentReviewed f => Victim(s, f.Victim) ?? Section(laws, f.Law, f.Section, f.Day),
        LeadNoted { AccusedId: { } accused } => Known(s, accused),
        TransferAsked f when f.Circle == s.Circle && s.Transfer is null => CaseFields.Wrong("circle"),
        TransferTaken when s.Transfer is null => CaseworkRule.TransferNotAsked.Broken(),
        Closed when s.Appeals.Any(a => a.DecidedOn is null) => CaseworkRule.AppealPending.Broken(),
        Closed { Reason: ClosingReason.Decided } when s.Stage != CaseStage.Decided || s.OpenCharges().Any() =>
            CaseworkRule.ClosingTooEarly.Broken("reason", ("stage", $"{s.Stage}"), ("open", $"{s.OpenCharges().Count()}")),
        Closed { Reason: ClosingReason.NoOffence } when s.Accused.Any(a => a.IsConvicted) => CaseFields.Wrong("reason"),
        _ => null,
    };

    private static Finding? Section(LawBook laws, string code, string section, DateOnly day)
    {
        if (laws.Find(code) is not { } law)
            return CaseworkRule.LawUnknown.Broken("law", ("law", code));
        if (law.Offence(section) is null)
            return CaseworkRule.SectionUnknown.Broken("section", ("law", code), ("section", section));
        return day < law.From ? NotInForce(law, day) : null; // An offence of a repealed law is charged after its end.
    }

    private static Finding NotInForce(Law law, DateOnly day) =>
        CaseworkRule.LawNotInForce.Broken("law", ("law", law.Code), ("day", $"{day:O}"), ("from", $"{law.From:O}"), ("until", law.Until is { } until ? $"{until:O}" : "…"));

    private static Finding? OfCase(CaseState s, string law, string section) =>
        s.Offences.Any(o => (o.Law, o.Section) == (law, section) && o.DroppedOn is null) ? null : CaseworkRule.OffenceNotOfCase.Broken("section", ("law", law), ("section", section));

    private static Finding? Known(CaseState s, Guid accused) => s.Accused.Any(a => a.Id == accused) ? null : CaseworkRule.AccusedUnknown.Broken("accusedId");

    private static Finding? Victim(CaseState s, string victim) => s.Victims.Any(v => v.Pseudonym == victim) ? null : CaseworkRule.VictimUnknown.Broken("victim", ("victim", victim));

    private static Finding Taken(string field) => CaseworkRule.KeyTaken.Broken(field);

    private static Finding? Chargeable(CaseState s, Charge charge) =>
        Known(s, charge.AccusedId) ?? OfCase(s, charge.Law, charge.Section) ?? (Of(s, charge)?.Verdict is null ? null : CaseworkRule.ChargeDecided.Broken("charges"));

    /// <summary>Whether the charge is before the court and undecided.</summary>
    private static Finding? Open(CaseState s, Charge charge) =>
        Known(s, charge.AccusedId) ?? (Of(s, charge) switch
        {
            null => CaseworkRule.ChargeUnknown.Broken("charge", ("law", charge.Law), ("section", charge.Section)),
            { Verdict: not null } => CaseworkRule.ChargeDecided.Broken("charge"),
            _ => null,
        });

    private static Finding? Decided(CaseState s, Charge charge, AppealParty by) =>
        Of(s, charge)?.Verdict is null
            ? CaseworkRule.ChargeUnknown.Broken("charges", ("law", charge.Law), ("section", charge.Section))
            : s.Appeals.Any(a => a.DecidedOn is null && a.By == by && a.Charges.Contains(charge)) ? CaseworkRule.AppealPending.Broken("charges") : null;

    private static Finding? Sentenced(CaseState s, SentencePassed f, LawBook laws)
    {
        if (Of(s, f.Charge)?.Verdict != Verdict.Convicted)
            return CaseworkRule.NotConvicted.Broken("charge", ("law", f.Charge.Law), ("section", f.Charge.Section));
        if (laws.Find(f.Charge.Law)?.Offence(f.Charge.Section)?.Penalty is not { } penalty)
            return null; // As the offence that was helped: which one, the court says.
        var exceeded = (f.IsForLife && !penalty.Life)
            || (f.PrisonMonths > penalty.PrisonYearsAtMost * 12 && !penalty.Life)
            || (f.PrisonMonths > 0 && penalty is { PrisonYearsAtMost: null, PrisonYearsAtLeast: null, Life: false })
            || (f.Fine > 0 && !penalty.Fine)
            || f.Fine > penalty.FineAtMost;
        return exceeded ? CaseworkRule.PenaltyExceeded.Broken("charge", ("law", f.Charge.Law), ("section", f.Charge.Section)) : null;
    }

    private static Finding? Paid(CaseState s, CompensationPaid f) => s.Orders.FirstOrDefault(o => o.Id == f.OrderId) switch
    {
        null => CaseworkRule.OrderUnknown.Broken("orderId"),
        { } order when order.Paid + f.Amount > order.Amount => CaseworkRule.PaidTooMuch.Broken("amount", ("ordered", $"{order.Amount}"), ("paid", $"{order.Paid}")),
        _ => null,
    };

    private static Finding? Appealed(CaseState s, AppealDecided f) => s.Appeals.FirstOrDefault(a => a.Id == f.AppealId) switch
    {
        null or { DecidedOn: not null } => CaseworkRule.AppealUnknown.Broken("appealId"),
        { } appeal when appeal.Charges.Count != f.Verdicts.Count => CaseFields.Wrong("verdicts"),
        _ => null,
    };

    private static ChargeState? Of(CaseState s, Charge charge) =>
        s.Accused.FirstOrDefault(a => a.Id == charge.AccusedId)?.Charges.FirstOrDefault(c => (c.Law, c.Section) == (charge.Law, charge.Section));

    private static Finding? First<T>(IEnumerable<T> all, Func<T, Finding?> check) => all.Select(check).FirstOrDefault(problem => problem is not null);
}
