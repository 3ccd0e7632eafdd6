using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Funnels;

/// <summary>Counts a funnel from how cases stand. Pure.</summary>
public static class FunnelCount
{
    private const int SilentDays = 365;

    /// <summary>The funnel of those cases that the filter lets through.</summary>
    /// <param name="cases">How every case stands.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="laws">The laws that count: their time limits tell what is overdue.</param>
    /// <param name="today">Today, in the country.</param>
    public static Funnel Of(IEnumerable<CaseState> cases, FunnelFilter filter, LawBook laws, DateOnly today)
    {
        var chosen = cases.Where(filter.Takes).ToList();
        var registered = chosen.Where(c => c.RegisteredOn is not null).Select(c => new Counted(c, filter)).ToList();
        var people = registered.SelectMany(c => c.People).ToList();
        var charges = people.SelectMany(person => person.Charges).Where(charge => charge.State.SentUpOn is not null || charge.State.Verdict is not null).ToList();
        var victims = registered.SelectMany(c => c.Victims).ToList();
        return new Funnel(
            today,
            filter,
            new CaseCounts(
                chosen.Count - registered.Count,
                registered.Count,
                registered.Count(c => c.People.Any(person => person.Accused.ArrestedOn is not null)),
                registered.Count(c => c.IsInCourt),
                registered.Count(c => c.People.Any(person => person.Charges.Any(charge => charge.State.Verdict is not null))),
                registered.Count(c => c.People.Any(person => person.IsConvicted)),
                registered.Count(c => c.Orders.Count > 0),
                registered.Count(c => c.Orders.Count > 0 && c.Orders.All(o => o.PaidOn is not null)),
                registered.Count(c => c.State.Stage == CaseStage.Closed && !c.IsInCourt)),
            new PeopleCounts(
                people.Count,
                people.Count(person => person.Accused.ArrestedOn is not null),
                people.Count(person => person.Charges.Any(charge => charge.State.SentUpOn is not null)),
                people.Count(person => person.Charges.Any(charge => charge.State.Verdict is not null)),
                people.Count(person => person.IsConvicted),
                people.Count(person => person.Accused.IsAbsconding)),
            new ChargeCounts(
                charges.Count,
                charges.Count(charge => charge.State.FramedOn is not null),
                charges.Count(charge => charge.State.Verdict == Verdict.Convicted),
                charges.Count(charge => charge.State.Verdict == Verdict.Acquitted),
                charges.Count(charge => charge.State.Verdict is Verdict.Discharged or Verdict.Withdrawn or Verdict.Abated || charge.IsDropped),
                charges.Count(charge => charge.State.Verdict is null && !charge.IsDropped)),
            new VictimCounts(
                victims.Count,
                victims.Count(v => v.Victim.StatementOn is not null),
                victims.Count(v => v.Victim.Shelter is not null),
                victims.Count(v => v.Orders.Count > 0),
                victims.Count(v => v.Orders.Count > 0 && v.Orders.All(o => o.PaidOn is not null))),
            new CompensationSums(registered.Sum(c => c.Orders.Sum(o => o.Amount)), registered.Sum(c => c.Orders.Sum(o => o.Paid))),
            Lying([.. registered.Select(c => c.State)], laws, today),
            Durations([.. registered.Select(c => c.State)]),
            Unknown(chosen, [.. registered.Select(c => c.State)], today));
    }

    private static LyingCases[] Lying(List<CaseState> registered, LawBook laws, DateOnly today) =>
    [
        .. from stage in Enum.GetValues<CaseStage>()
           where stage != CaseStage.Enquiry
           let there = registered.Where(c => c.Stage == stage).ToList()
           let days = stage == CaseStage.Closed ? [] : there.Select(c => today.DayNumber - c.StageSince.DayNumber).Order().ToList()
           select new LyingCases(stage, there.Count, Quantile(days, 0.5), days.Count == 0 ? null : days[^1], stage == CaseStage.Closed ? 0 : there.Count(c => IsOverdue(c, laws, today))),
    ];

    private static bool IsOverdue(CaseState c, LawBook laws, DateOnly today) =>
        laws.ProcedureOf(c.Law) is { } procedure && CaseLimit.Of(c, procedure).Any(limit => limit.IsOverdue(today));

    private static StageDuration[] Durations(List<CaseState> registered) =>
    [
        .. from c in registered
           from left in c.Stages.Zip(c.Stages.Skip(1), (stage, next) => (stage.Stage, Days: next.On.DayNumber - stage.On.DayNumber))
           group left.Days by left.Stage into leaving
           orderby leaving.Key
           let days = leaving.Order().ToList()
           select new StageDuration(leaving.Key, days.Count, Quantile(days, 0.5)!.Value, Quantile(days, 0.9)!.Value),
    ];

    private static FunnelUnknown[] Unknown(List<CaseState> chosen, List<CaseState> registered, DateOnly today)
    {
        List<(FunnelUnknown What, bool Is)> all =
        [
            (FunnelUnknown.UnreportedTrafficking, true),
            (FunnelUnknown.EnquiriesPending, chosen.Count > registered.Count),
            (FunnelUnknown.CasesWithoutAccused, registered.Any(c => c.Accused.Count == 0)),
            (FunnelUnknown.CasesWithoutVictim, registered.Any(c => c.Victims.Count == 0)),
            (FunnelUnknown.FormUnknown, registered.Any(c => c.Forms.Contains(ExploitationForm.Unknown))),
            (FunnelUnknown.ProvinceUnknown, registered.Any(c => c.Province == FunnelFilter.ProvinceNotTold)),
            (FunnelUnknown.PeopleUnknown, registered.Any(c => c.Accused.Any(a => a.Sex == Sex.Unspecified || a.AgeGroup == AgeGroup.Unknown) || c.Victims.Any(v => v.Sex == Sex.Unspecified || v.AgeGroup == AgeGroup.Unknown))),
            (FunnelUnknown.SilentCases, registered.Any(c => c.Stage != CaseStage.Closed && c.Marks.Max(mark => mark.On).AddDays(SilentDays) < today)),
            (FunnelUnknown.SamePersonInSeveralCases, registered.Sum(c => c.Accused.Count) > 0),
        ];
        return [.. all.Where(unknown => unknown.Is).Select(unknown => unknown.What)];
    }

    /// <summary>The value below which a share of the sorted values lies, between two of them in proportion (Hyndman and Fan, type 7); null of none.</summary>
    private static double? Quantile(List<int> sorted, double share)
    {
        if (sorted.Count == 0)
            return null;
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Math.Round(sorted[below] + ((sorted[above] - sorted[below]) * (place - below)), 1);
    }

    /// <summary>A registered case with those of its people, charges, victims and orders that the filter lets through.</summary>
    private sealed class Counted
    {
        public Counted(CaseState state, FunnelFilter filter)
        {
            State = state;
            var dropped = state.Offences.Where(o => o.DroppedOn is not null).Select(o => (o.Law, o.Section)).ToHashSet();
            People =
            [
                .. state.Accused.Where(filter.Takes).Select(accused => new Person(
                    accused, [.. accused.Charges.Where(filter.Takes).Select(charge => new CountedCharge(charge, charge.Verdict is null && dropped.Contains((charge.Law, charge.Section))))])),
            ];
            Victims = [.. state.Victims.Where(filter.Takes).Select(victim => (victim, state.Orders.Where(o => o.Victim == victim.Pseudonym).ToList()))];
        }

        public CaseState State { get; }

        public List<Person> People { get; }

        public List<(CaseVictim Victim, List<CompensationOrder> Orders)> Victims { get; }

        /// <summary>The orders for those victims.</summary>
        public List<CompensationOrder> Orders => [.. Victims.SelectMany(v => v.Orders)];

        /// <summary>True where the case ever came before a court.</summary>
        public bool IsInCourt => People.Any(person => person.Charges.Any(charge => charge.State.SentUpOn is not null));
    }

    private sealed record Person(Accused Accused, List<CountedCharge> Charges)
    {
        public bool IsConvicted => Charges.Any(charge => charge.State.Verdict == Verdict.Convicted);
    }

    private sealed record CountedCharge(ChargeState State, bool IsDropped);
}
