using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Funnels;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>
/// Measures what the system counts, so that nobody is found in it: counts are rounded as every published count is, by the same secret and the same way whenever they are asked for; a sum or a median of fewer than five cases is
/// not told. Thread-safe.
/// </summary>
internal sealed class StrategyMeasure(CaseworkHome home, FunnelReport funnels, CaseworkStorage storage, ShelterStorage shelter, TimeProvider clock)
{
    private const int Fewest = 5;
    private const int RoundedDays = 5;
    private const int FewestContributions = 10;
    private const decimal RoundedRupees = 100_000;

    private static readonly Dictionary<StrategyIndicator, (string Unit, string Step)> Counts = new()
    {
        [StrategyIndicator.CasesRegistered] = ("cases", "registered"),
        [StrategyIndicator.CasesWithArrest] = ("cases", "withArrest"),
        [StrategyIndicator.CasesInCourt] = ("cases", "inCourt"),
        [StrategyIndicator.CasesWithConviction] = ("cases", "withConviction"),
        [StrategyIndicator.CasesCompensationOrdered] = ("cases", "compensationOrdered"),
        [StrategyIndicator.CasesCompensationPaid] = ("cases", "compensationPaid"),
        [StrategyIndicator.PeopleArrested] = ("people", "arrested"),
        [StrategyIndicator.PeopleConvicted] = ("people", "convicted"),
        [StrategyIndicator.VictimsKnown] = ("victims", "known"),
        [StrategyIndicator.VictimsCompensated] = ("victims", "compensationPaid"),
    };

    private static readonly Dictionary<StrategyIndicator, CaseStage> Stages = new()
    {
        [StrategyIndicator.InvestigationDays] = CaseStage.Investigation,
        [StrategyIndicator.CourtDays] = CaseStage.Court,
        [StrategyIndicator.TrialDays] = CaseStage.Trial,
    };

    /// <summary>True where it is of cases, so that a year or province may be named.</summary>
    public static bool IsOfCases(StrategyIndicator indicator) =>
        Counts.ContainsKey(indicator) || Stages.ContainsKey(indicator) || indicator is StrategyIndicator.CompensationOrdered or StrategyIndicator.CompensationPaid;

    /// <summary>What an action's indicator is today.</summary>
    public async Task<Measurement> NowAsync(StrategyActionDraft draft, CancellationToken cancellation) =>
        new(home.LocalDay(clock.GetUtcNow()), await ValueAsync(draft.Indicator, new FunnelFilter { Year = draft.Year, Province = draft.Province }, cancellation));

    /// <summary>A number of things, rounded as a published count is.</summary>
    public long Rounded(string what, IEnumerable<Guid> ids)
    {
        Guid[] all = [.. ids.Order()];
        return PublishedFunnel.Rounded(all, new PublishedColumn("strategy", what), all.Length, funnels.RoundingKey());
    }

    private async Task<decimal?> ValueAsync(StrategyIndicator indicator, FunnelFilter filter, CancellationToken cancellation)
    {
        if (IsOfCases(indicator))
        {
            var row = await funnels.RowAsync(filter, cancellation);
            if (Counts.TryGetValue(indicator, out var column))
                return PublishedFunnel.Count(row, column.Unit, column.Step, funnels.RoundingKey());
            if (Stages.TryGetValue(indicator, out var stage))
                return row.Funnel.Durations.FirstOrDefault(took => took.Stage == stage) is { } took && row.Left.GetValueOrDefault(stage) >= Fewest ? Math.Round((decimal)took.MedianDays / RoundedDays) * RoundedDays : null;
            return (indicator == StrategyIndicator.CompensationOrdered ? row.Funnel.Cases.CompensationOrdered : row.Paid) < Fewest ? null
                : Math.Round((indicator == StrategyIndicator.CompensationOrdered ? row.Funnel.Compensation.Ordered : row.Funnel.Compensation.Paid) / RoundedRupees) * RoundedRupees;
        }
        if (indicator is StrategyIndicator.VictimsAssisted or StrategyIndicator.ShelterBeds)
        {
            await using var victims = shelter.Open();
            var today = home.LocalDay(clock.GetUtcNow());
            return indicator == StrategyIndicator.ShelterBeds
                ? await victims.Beds.CountAsync(b => b.From <= today && (b.Until == null || b.Until > today), cancellation)
                : Rounded("victimsAssisted", await victims.Files.Select(f => f.Id).ToListAsync(cancellation));
        }
        await using var db = storage.Open();
        var contributions = await StrategyRecords.ListAsync<Contribution>(db, StrategyKind.Contribution, cancellation);
        if (indicator == StrategyIndicator.ContributionsReceived)
            return Rounded("contributions", contributions.Select(one => one.Id));
        Contribution[] accepted = [.. contributions.Where(one => one.State == ContributionState.Accepted)];
        if (accepted.Length < FewestContributions)
            return null;
        var rested = (await StrategyRecords.ListAsync<Recommendation>(db, StrategyKind.Recommendation, cancellation, state: $"{PublicationState.Published}")).SelectMany(r => r.Draft.Contributions).ToHashSet();
        return Math.Round(20m * accepted.Count(one => one.Answer is not null || rested.Contains(one.Id)) / accepted.Length) * 5;
    }
}
