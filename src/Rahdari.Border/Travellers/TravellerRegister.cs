using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Travellers;

/// <summary>Reads travellers; every read is audited.</summary>
public sealed class TravellerRegister
{
    private const int NewestCrossings = 500;
    private const int MostLinks = 100;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal TravellerRegister(SiteFolder site, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (settings, this.storage, this.ledger, this.clock) = (site.Settings, storage, ledger, clock);

    /// <summary>
    /// The documents, crossings, open stay and links of the person that a traveller is, in the whole country; for a user of one port only where
    /// the person was presented there, by any document. Roles: officer, supervisor, auditor.
    /// </summary>
    public async Task<Answer<TravellerHistory>> HistoryAsync(Guid travellerId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        var known = actor.Port is { } port
            ? await db.Encounters.AnyAsync(e => person.Contains(e.TravellerId) && e.Port == port, cancellation)
            : await db.Travellers.AnyAsync(t => t.Id == travellerId, cancellation);
        if (!known)
            return BorderRule.TravellerNotFound.Broken(null, ("traveller", travellerId.ToString()));
        await ledger.AuditAsync(actor, AuditAction.TravellerRead, "traveller", travellerId.ToString(), actor.Port, null, cancellation);
        var summary = await TravellerIdentity.SummaryAsync(db, travellerId, person, cancellation);
        var documents = await db.TravellerDocuments.AsNoTracking().Where(d => person.Contains(d.TravellerId))
            .OrderByDescending(d => d.FirstSeen).ToListAsync(cancellation);
        var recorded = await CrossingSpans.CrossingsAsync(db, person, cancellation);
        var crossings = recorded is null ? [] : await recorded.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(NewestCrossings).ToListAsync(cancellation);
        var today = settings.LocalDay(clock.GetUtcNow());
        var extensions = await StayRecord.ExtensionsAsync(db, person, cancellation);
        var stays = StayPairing.Of(crossings, [.. extensions.Select(x => x.Read())], today, settings);
        // The entry of the oldest may be among the crossings that were not read.
        if (crossings.Count == NewestCrossings && stays is [.., { State: StayState.EntryMissing }])
            stays = [.. stays.SkipLast(1)];
        // Who may be the same person, and who is not, is a stranger to the counter.
        var ofPerson = actor.Lacks(Roles.Supervisor, Roles.Auditor) is null
            ? TravellerLinks.Seen(db, actor.Port).Where(l => person.Contains(l.OneId) || person.Contains(l.OtherId))
            : db.TravellerLinks.AsNoTracking().Where(l => person.Contains(l.OneId) && person.Contains(l.OtherId));
        var links = await ofPerson.Where(l => l.State != LinkState.Proposed || l.Strength != LinkStrength.None)
            .OrderBy(l => l.FoundAt).ThenBy(l => l.Id).Take(MostLinks).ToListAsync(cancellation);
        return new TravellerHistory(
            summary, documents, crossings, await StayRecord.OpenAsync(db, person, today, cancellation), stays, await LinkView.ReadAsync(db, links, cancellation))
        {
            Corrections = await CorrectionRegister.ReadAsync(db, [.. crossings.Where(c => c.CorrectedAt is not null).Select(c => c.Id)], cancellation),
        };
    }
}
