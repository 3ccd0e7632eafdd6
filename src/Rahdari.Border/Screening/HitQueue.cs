using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening;

/// <summary>The hits that wait for a supervisor, and those resolved.</summary>
public sealed class HitQueue
{
    private const int MaximumTake = 200;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal HitQueue(SiteSettings settings, BorderStorage storage, LedgerWriter ledger) => (this.settings, this.storage, this.ledger) = (settings, storage, ledger);

    /// <summary>
    /// Hits in a state (all where null), open ones oldest first, others newest first; without the open ones of encounters
    /// that were left; audited. Role: supervisor.
    /// </summary>
    public async Task<Answer<Page<ScreeningHit>>> ListAsync(HitState? state, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var hits = db.Hits.AsNoTracking()
            .Where(h => (state == null || h.State == state) && (actor.Port == null || h.Port == actor.Port))
            .Where(h => h.State != HitState.Open || db.Encounters.Any(e => e.Id == h.EncounterId && e.State != EncounterState.Superseded));
        var ordered = state == HitState.Open
            ? hits.OrderBy(h => h.FoundAt).ThenBy(h => h.Id)
            : hits.OrderByDescending(h => h.FoundAt).ThenByDescending(h => h.Id);
        var total = await hits.CountAsync(cancellation);
        var rows = await ordered.Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.HitsRead, null, null, actor.Port, state?.ToString(), cancellation);
        return new Page<ScreeningHit>([.. rows.Select(EncounterView.Of)], total, Math.Max(0, offset));
    }

    /// <summary>A resolution as it is signed in the audit.</summary>
    internal static string Resolution(HitRow row) => $"{row.State} {row.List}/{row.Reference}: {row.Reason}";

    /// <summary>
    /// Dismisses or confirms a hit, with a reason, by someone other than who opened the encounter. Who is dismissed is vetted: the
    /// entry does not alert for the traveller again until one of them changes. Role: supervisor.
    /// </summary>
    /// <param name="hitId">The hit.</param>
    /// <param name="resolution">Dismissed or confirmed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who resolves it.</param>
    /// <param name="until">The last day, at the port, for which the traveller is vetted; null takes the site's default.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<ScreeningHit>> ResolveAsync(
        Guid hitId, HitState resolution, string reason, Actor actor, DateOnly? until = null, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        if (resolution is not (HitState.Dismissed or HitState.Confirmed))
            return BorderRule.ResolutionInvalid.Broken("resolution");
        if (ReasonText.Check(reason, required: true) is { } ofReason)
            return ofReason;
        return await ledger.WriteAsync<Answer<ScreeningHit>>(
            async append =>
            {
                var row = await append.Db.Hits.SingleOrDefaultAsync(h => h.Id == hitId, cancellation);
                if (row is null)
                    return BorderRule.HitNotFound.Broken(null, ("hit", hitId.ToString()));
                if (actor.IsElsewhere(row.Port) is { } elsewhere)
                    return elsewhere;
                if (row.State == resolution && row.ResolvedBy == actor.Name && row.Reason == reason.Trim())
                    return EncounterView.Of(row); // The same request, sent again.
                if (row.State != HitState.Open)
                    return BorderRule.HitResolved.Broken(null, ("by", row.ResolvedBy ?? ""), ("state", $"{row.State}"));
                var encounter = await append.Db.Encounters.SingleAsync(e => e.Id == row.EncounterId, cancellation);
                if (encounter.State == EncounterState.Superseded)
                    return BorderRule.EncounterSuperseded.Broken(null, ("encounter", encounter.Id.ToString()));
                if (encounter.OpenedBy == actor.Name)
                    return BorderRule.HitOwnEncounter.Broken();
                var today = settings.LocalDay(append.Now);
                if (until is { } last && (resolution != HitState.Dismissed || last < today))
                    return BorderRule.VettedUntilInvalid.Broken("until", ("earliest", $"{today:yyyy-MM-dd}"));
                (row.State, row.ResolvedBy, row.ResolvedAt, row.Reason) = (resolution, actor.Name, append.Now, reason.Trim());
                append.Audit(actor.Name, AuditAction.HitResolved, "hit", row.Id.ToString(), row.Port, Resolution(row));
                if (resolution == HitState.Dismissed)
                    append.Vetted(await VettedRegister.RowAsync(append, row, encounter, until ?? (settings.VettedDays is { } days ? today.AddDays(days) : null), cancellation));
                return EncounterView.Of(row);
            },
            cancellation);
    }
}
