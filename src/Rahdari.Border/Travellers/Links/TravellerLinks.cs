using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Travellers.Links;

/// <summary>The links of a site: who is taken for one person, why, and who said so. Every read is audited. Thread-safe.</summary>
public sealed class TravellerLinks
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal TravellerLinks(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>
    /// Links, oldest first; of those that are proposed only those that something still speaks for, and whose travellers are not one person by other links. For a user of one port those of travellers
    /// who were presented there. Roles: supervisor, auditor.
    /// </summary>
    /// <param name="state">One state, or null for all.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 200.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<TravellerLink>>> ListAsync(LinkState? state, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var links = Seen(db, actor.Port);
        if (state is { } one)
            links = links.Where(l => l.State == one);
        if (state == LinkState.Proposed)
            links = links.Where(l => l.Strength != LinkStrength.None).Where(l => db.Travellers.Where(t => t.Id == l.OneId).Select(t => t.PersonId).First() != db.Travellers.Where(t => t.Id == l.OtherId).Select(t => t.PersonId).First());
        var total = await links.CountAsync(cancellation);
        var rows = await links.OrderBy(l => l.FoundAt).ThenBy(l => l.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.LinksRead, null, null, actor.Port, state?.ToString(), cancellation);
        return new Page<TravellerLink>(await LinkView.ReadAsync(db, rows, cancellation), total, Math.Max(0, offset));
    }

    /// <summary>One link. Roles: supervisor, auditor.</summary>
    public async Task<Answer<TravellerLink>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await Seen(db, actor.Port).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } row)
            return NotFound(id);
        await ledger.AuditAsync(actor, AuditAction.LinksRead, "link", id.ToString(), actor.Port, null, cancellation);
        return (await LinkView.ReadAsync(db, [row], cancellation))[0];
    }

    /// <summary>Says that both are one person, also where that was denied before. Role: supervisor; with a reason.</summary>
    public Task<Answer<TravellerLink>> ConfirmAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(id, LinkState.Confirmed, [LinkState.Proposed, LinkState.Rejected, LinkState.Undone], reason, actor, cancellation);

    /// <summary>Says of what is proposed that they are two people: they are not linked automatically again. Role: supervisor; with a reason.</summary>
    public Task<Answer<TravellerLink>> RejectAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(id, LinkState.Rejected, [LinkState.Proposed], reason, actor, cancellation);

    /// <summary>
    /// Takes back that they are one person. Every crossing stays with its traveller; whoever other links made one person with both is taken apart too, unless
    /// a supervisor confirmed those. Role: supervisor; with a reason.
    /// </summary>
    public Task<Answer<TravellerLink>> UndoAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(id, LinkState.Undone, [LinkState.Automatic, LinkState.Confirmed], reason, actor, cancellation);

    private async Task<Answer<TravellerLink>> DecideAsync(Guid id, LinkState to, LinkState[] from, string reason, Actor actor, CancellationToken cancellation)
    {
        if ((actor.Lacks(Roles.Supervisor) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        var why = ReasonText.Recorded(reason);
        return await ledger.WriteAsync<Answer<TravellerLink>>(
            async append =>
            {
                var db = append.Db;
                // Only who may see it.
                if (!await Seen(db, actor.Port).AnyAsync(l => l.Id == id, cancellation))
                    return NotFound(id);
                var row = await db.TravellerLinks.SingleAsync(l => l.Id == id, cancellation);
                var last = await db.LinkChanges.AsNoTracking().SingleAsync(c => c.LinkId == id && c.Number == row.Changes, cancellation);
                if (!from.Contains(row.State) && !(last.State == to && last.By == actor.Name && last.Reason == why))
                    return BorderRule.LinkDecided.Broken(null, ("state", $"{row.State}"), ("by", last.By));
                if (from.Contains(row.State))
                {
                    LinkWriter.Change(append, row, to, actor.Name, why, actor.Port);
                    await LinkWriter.SettleAsync(append, [row.OneId, row.OtherId], actor.Port, cancellation);
                }
                else
                {
                    append.Audit(actor.Name, AuditAction.LinksRead, "link", id.ToString(), actor.Port, "decision sent again");
                }
                return (await LinkView.ReadAsync(db, [row], cancellation))[0];
            },
            cancellation);
    }

    private static Finding NotFound(Guid id) => BorderRule.LinkNotFound.Broken(null, ("link", id.ToString()));

    /// <summary>The links that a user of a port may see, or all.</summary>
    internal static IQueryable<TravellerLinkRow> Seen(BorderContext db, string? port) => db.TravellerLinks.AsNoTracking()
        .Where(l => port == null || db.Encounters.Any(e => (e.TravellerId == l.OneId || e.TravellerId == l.OtherId) && e.Port == port));
}
