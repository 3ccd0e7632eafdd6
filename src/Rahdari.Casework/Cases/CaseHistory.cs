using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Cases;

/// <summary>From the events of a case to how it stands. Pure; the events were checked when they were recorded, and none is refused here.</summary>
public static class CaseHistory
{
    /// <summary>How a case stands after all of its events, in their order.</summary>
    /// <param name="events">The events; at least the first.</param>
    /// <param name="book">A law book by its number.</param>
    public static CaseState Of(IEnumerable<CaseEvent> events, Func<int, LawBook> book)
    {
        CaseState? state = null;
        foreach (var next in events)
            state = After(state, next, book(next.Book));
        return state ?? throw new ArgumentException("A case has at least one event.", nameof(events));
    }

    /// <summary>How a case stands after one more event.</summary>
    /// <param name="state">How it stood; null before the first.</param>
    /// <param name="next">The event.</param>
    /// <param name="book">The laws that counted when it was told.</param>
    public static CaseState After(CaseState? state, CaseEvent next, LawBook book)
    {
        var fact = next.Fact;
        var after = state is null ? Begun(next, (Opened)fact) : Changed(state, fact);
        after = after with { Version = next.Number, Marks = [.. after.Marks, .. MarksOf(fact)] };
        return Moved(after, fact, book.ProcedureOf(after.Law));
    }

    private static CaseState Begun(CaseEvent next, Opened opened) => new()
    {
        Id = next.CaseId,
        Number = next.CaseNumber ?? "",
        Law = opened.Law,
        Circle = opened.Circle,
        Province = opened.Province,
        Origin = opened.Origin,
        IsCrossBorder = opened.IsCrossBorder,
        Forms = opened.Forms,
        Referral = opened.Referral,
        Summary = opened.Summary,
        Stage = CaseStage.Enquiry,
        Stages = [new StageEntered(CaseStage.Enquiry, opened.Day)],
        Version = next.Number,
    };

    private static CaseState Changed(CaseState s, CaseFact fact) => fact switch
    {
        FirRegistered f => s with { FirNumber = f.Number, RegisteredOn = f.Day },
        OffenceAdded f => s with { Offences = [.. s.Offences.Where(o => (o.Law, o.Section) != (f.Law, f.Section)), new CaseOffence(f.Law, f.Section)] },
        OffenceDropped f => s with { Offences = [.. s.Offences.Select(o => (o.Law, o.Section) == (f.Law, f.Section) ? o with { DroppedOn = f.Day } : o)] },
        AccusedNamed f => s with { Accused = Named(s.Accused, f) },
        Arrested f => s.With(f.AccusedId, a => a with { ArrestedOn = a.ArrestedOn ?? f.Day, IsAbsconding = false, IsOnBail = false }),
        BailDecided f => s.With(f.AccusedId, a => a with { IsOnBail = f.IsGranted, IsAbsconding = a.IsAbsconding && !f.IsGranted }), // Who is granted bail came.
        Absconded f => s.With(f.AccusedId, a => a with { IsAbsconding = true, IsOnBail = false }),
        ChallanSubmitted f => f.Charges.Aggregate(s, (all, charge) => all.With(charge, c => c with { SentUpOn = c.SentUpOn ?? f.Day })),
        ChargeFramed f => f.Charges.Aggregate(s, (all, charge) => all.With(charge, c => c with { FramedOn = f.Day })),
        HearingSet f => s with { Hearings = [.. s.Hearings.Where(h => h.Id != f.HearingId), new Hearing(f.HearingId, f.On, f.Court, f.Purpose)] },
        HearingHeld f => s with { Hearings = [.. s.Hearings.Select(h => h.Id == f.HearingId ? h with { Outcome = f.Outcome, IsAdjourned = f.IsAdjourned } : h)] },
        VerdictGiven f => s.With(f.Charge, c => c with { Verdict = f.Verdict, DecidedOn = f.Day }),
        SentencePassed f => s.With(f.Charge, c => c with { Sentence = new Sentence(f.Day, f.PrisonMonths, f.IsForLife, f.Fine) }),
        CompensationOrdered f => s with { Orders = [.. s.Orders, new CompensationOrder(f.OrderId, f.Victim, f.Amount, 0, f.Day, null, f.AccusedId)] },
        CompensationPaid f => s with { Orders = [.. s.Orders.Select(o => o.Id == f.OrderId ? Paid(o, f) : o)] },
        AppealFiled f => s with { Appeals = [.. s.Appeals, new Appeal(f.AppealId, f.By, f.Court, f.Charges, f.Day)] },
        AppealDecided f => Appealed(s, f),
        VictimNamed f => s with { Victims = Named(s.Victims, f) },
        StatementRecorded f => s with { Victims = [.. s.Victims.Select(v => v.Pseudonym == f.Victim ? v with { StatementOn = f.Day } : v)] },
        ShelterOrdered f => s with { Victims = [.. s.Victims.Select(v => v.Pseudonym == f.Victim ? v with { Shelter = f.Shelter } : v)] },
        CrossingLinked f => s with { Crossings = [.. s.Crossings.Where(c => c != f.CrossingId), f.CrossingId] },
        LeadNoted f => s with { Leads = [.. s.Leads, new Lead(f.Thing, f.Value, f.AccusedId, f.Relation)] },
        TransferAsked f => s with { Transfer = f.Circle == s.Circle ? null : new PendingTransfer(f.Circle, f.Province, f.Day) },
        TransferTaken => s.Transfer is { } to ? s with { Circle = to.Circle, Province = to.Province, Transfer = null } : s,
        Closed f => s with { ClosedFor = f.Reason },
        Reopened => s with { ClosedFor = null, TimesReopened = s.TimesReopened + 1 },
        _ => s,
    };

    /// <summary>With the stage that the fact leads to, if it leads to another.</summary>
    private static CaseState Moved(CaseState s, CaseFact fact, Procedure? procedure)
    {
        var to = StageAfter(s, fact, procedure);
        return to == s.Stage ? s : s with { Stage = to, Stages = [.. s.Stages, new StageEntered(to, fact.Day, fact.OutOfOrder)] };
    }

    private static CaseStage StageAfter(CaseState s, CaseFact fact, Procedure? procedure) => fact switch
    {
        Reopened => s.Stages[^2].Stage, // Where it lay before it was closed.
        VerdictGiven or AppealFiled or AppealDecided or Absconded or Arrested or BailDecided or OffenceDropped => StageInCourt(s),
        ChallanSubmitted or ChargeFramed when s.Stage >= CaseStage.Trial => StageInCourt(s), // Of somebody else, while the court has others before it.
        _ => procedure?.Of(fact.Kind)?.To ?? s.Stage,
    };

    /// <summary>
    /// Where a case lies of which a court may have decided all that was open, or which an appeal or the arrest of somebody who could not be found opened again: in trial while anybody who can be found
    /// stands before the court undecided; then in appeal while one is pending; then decided.
    /// </summary>
    private static CaseStage StageInCourt(CaseState s)
    {
        if (s.Stage is < CaseStage.Court or CaseStage.Closed)
            return s.Stage;
        if (s.OpenCharges().Any())
            return s.Stage == CaseStage.Court ? s.Stage : CaseStage.Trial;
        if (!s.Accused.Any(a => a.Charges.Any(c => c.Verdict is not null)))
            return s.Stage is CaseStage.Decided or CaseStage.Appeal ? CaseStage.Trial : s.Stage; // Nobody is judged: who stands before the court, perhaps again after an appeal, cannot be found, or what they were charged with was dropped.
        return s.Appeals.Any(appeal => appeal.DecidedOn is null) ? CaseStage.Appeal : CaseStage.Decided;
    }

    /// <summary>Charges before the court that it has not decided on: not those of who cannot be found, nor of dropped offences.</summary>
    public static IEnumerable<Charge> OpenCharges(this CaseState state) =>
        from accused in state.Accused
        where !accused.IsAbsconding
        from charge in accused.Charges
        where charge.Verdict is null && !state.Offences.Any(o => o.DroppedOn is not null && (o.Law, o.Section) == (charge.Law, charge.Section))
        select new Charge(accused.Id, charge.Law, charge.Section);

    private static CaseState Appealed(CaseState s, AppealDecided decided)
    {
        var appeal = s.Appeals.Single(a => a.Id == decided.AppealId);
        s = s with { Appeals = [.. s.Appeals.Select(a => a.Id == appeal.Id ? a with { DecidedOn = decided.Day } : a)] };
        foreach (var (charge, verdict) in appeal.Charges.Zip(decided.Verdicts))
        {
            s = s.With(charge, c => verdict == Verdict.Remanded
                ? c with { Verdict = null, DecidedOn = null, Sentence = null }
                : c with { Verdict = verdict, DecidedOn = decided.Day, Sentence = verdict == Verdict.Convicted ? c.Sentence : null });
        }
        return s;
    }

    private static CompensationOrder Paid(CompensationOrder order, CompensationPaid paid)
    {
        var total = order.Paid + paid.Amount;
        return order with { Paid = total, PaidOn = total >= order.Amount ? order.PaidOn ?? paid.Day : null };
    }

    private static Accused[] Named(IReadOnlyList<Accused> accused, AccusedNamed f)
    {
        var before = accused.FirstOrDefault(a => a.Id == f.AccusedId);
        var named = (before ?? new Accused { Id = f.AccusedId, Name = "", Sex = f.Sex, AgeGroup = f.AgeGroup, Role = f.Role }) with
        {
            Name = f.Name,
            Alias = f.Alias,
            FatherName = f.FatherName,
            Sex = f.Sex,
            AgeGroup = f.AgeGroup,
            Nationality = f.Nationality,
            DocumentNumber = f.DocumentNumber,
            Role = f.Role,
        };
        return before is null ? [.. accused, named] : [.. accused.Select(a => a.Id == f.AccusedId ? named : a)];
    }

    private static CaseVictim[] Named(IReadOnlyList<CaseVictim> victims, VictimNamed f)
    {
        var before = victims.FirstOrDefault(v => v.Pseudonym == f.Victim);
        var named = new CaseVictim(f.Victim, f.Sex, f.AgeGroup, f.Forms, before?.StatementOn, before?.Shelter);
        return before is null ? [.. victims, named] : [.. victims.Select(v => v.Pseudonym == f.Victim ? named : v)];
    }

    private static CaseState With(this CaseState s, Guid accused, Func<Accused, Accused> change) =>
        s with { Accused = [.. s.Accused.Select(a => a.Id == accused ? change(a) : a)] };

    private static CaseState With(this CaseState s, Charge charge, Func<ChargeState, ChargeState> change) => s.With(charge.AccusedId, accused =>
    {
        var before = accused.Charges.FirstOrDefault(c => (c.Law, c.Section) == (charge.Law, charge.Section));
        return before is null
            ? accused with { Charges = [.. accused.Charges, change(new ChargeState(charge.Law, charge.Section))] }
            : accused with { Charges = [.. accused.Charges.Select(c => c == before ? change(c) : c)] };
    });

    /// <summary>What time limits are counted from, and for whom.</summary>
    private static IEnumerable<Mark> MarksOf(CaseFact fact)
    {
        string?[] subjects = fact switch
        {
            AccusedNamed f => [$"{f.AccusedId}"],
            Arrested f => [$"{f.AccusedId}"],
            BailDecided f => [$"{f.AccusedId}"],
            Absconded f => [$"{f.AccusedId}"],
            ChargeFramed f => [.. f.Charges.Select(c => $"{c.AccusedId}").Distinct()],
            VerdictGiven f => [$"{f.Charge.AccusedId}"],
            SentencePassed f => [$"{f.Charge.AccusedId}"],
            AppealFiled f => [.. f.Charges.Select(c => $"{c.AccusedId}").Distinct()],
            CompensationOrdered f => [$"{f.OrderId}"],
            CompensationPaid f => [$"{f.OrderId}"],
            VictimNamed f => [f.Victim],
            StatementRecorded f => [f.Victim],
            ShelterOrdered f => [f.Victim],
            NonPunishmentReviewed f => [f.Victim],
            _ => [null],
        };
        var word = fact switch
        {
            VerdictGiven f => $"{f.Verdict}",
            AppealFiled f => $"{f.By}",
            ChallanSubmitted f => f.IsFinal ? Mark.Final : Mark.Interim,
            _ => null,
        };
        return subjects.Select(subject => new Mark(fact.Kind, fact.Day, subject, word));
    }
}
