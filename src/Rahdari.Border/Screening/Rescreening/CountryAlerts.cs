using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>What runs over everybody in the country have found. Thread-safe.</summary>
public sealed class CountryAlerts
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal CountryAlerts(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>
    /// Alerts in a state (all where null), open ones oldest first, others newest first; audited. Role: supervisor; for a user
    /// of one port of travellers who crossed last, or tried to, at that port. <see cref="HitQueue.ResolveAsync"/> resolves them.
    /// </summary>
    public async Task<Answer<Page<CountryAlert>>> ListAsync(HitState? state, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var hits = db.Hits.AsNoTracking().Where(h => h.RunId != null && (state == null || h.State == state) && (actor.Port == null || h.Port == actor.Port));
        var total = await hits.CountAsync(cancellation);
        var ordered = state == HitState.Open ? hits.OrderBy(h => h.FoundAt).ThenBy(h => h.Id) : hits.OrderByDescending(h => h.FoundAt).ThenByDescending(h => h.Id);
        var found = await (
            from hit in ordered.Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))
            join encounter in db.Encounters.AsNoTracking() on hit.EncounterId equals encounter.Id
            join crossing in db.Crossings.AsNoTracking() on encounter.CrossingId equals (Guid?)crossing.Id
            select new { hit, crossing }).ToListAsync(cancellation);
        var inOrder = state == HitState.Open ? found.OrderBy(f => f.hit.FoundAt).ThenBy(f => f.hit.Id) : found.OrderByDescending(f => f.hit.FoundAt).ThenByDescending(f => f.hit.Id);
        await ledger.AuditAsync(actor, AuditAction.HitsRead, null, null, actor.Port, $"in the country{(state is null ? "" : $", {state}")}", cancellation);
        return new Page<CountryAlert>(
            [
                .. inOrder.Select(f => new CountryAlert(
                    EncounterView.Of(f.hit),
                    f.hit.FoundAt,
                    f.crossing.TravellerId,
                    NameAsRead.Of(f.crossing.PrimaryIdentifier, f.crossing.SecondaryIdentifier),
                    f.crossing.DateOfBirth,
                    f.crossing.Nationality,
                    f.crossing.DocumentNumber,
                    f.crossing.Port,
                    f.crossing.At)),
            ],
            total,
            Math.Max(0, offset));
    }
}
