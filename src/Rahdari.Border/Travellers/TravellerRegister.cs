using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Border.Travellers;

/// <summary>Reads travellers; every read is audited.</summary>
public sealed class TravellerRegister
{
    private const int NewestCrossings = 500;
    private const int MostLinks = 100;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly INationalHistory national;
    private readonly TimeProvider clock;

    internal TravellerRegister(SiteFolder site, BorderStorage storage, LedgerWriter ledger, INationalHistory national, TimeProvider clock) =>
        (settings, this.storage, this.ledger, this.national, this.clock) = (site.Settings, storage, ledger, national, clock);

    /// <summary>True where the site is a port that asks headquarters for crossings at other ports.</summary>
    public bool AsksHeadquarters => national.IsLinked;

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
        if (!await MayReadAsync(db, travellerId, person, actor, cancellation))
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

    /// <summary>
    /// The same history with what headquarters knows of crossings at other ports, or why that is missing; nothing of it where the site asks nobody. Takes as long as the deadline of the question
    /// at most. Who may: whoever may read the history. Audited before it is asked.
    /// </summary>
    public async Task<Answer<TravellerHistory>> WithNationalAsync(TravellerHistory history, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var travellerId = history.Summary.Id;
        await using var db = storage.Open();
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        if (!await MayReadAsync(db, travellerId, person, actor, cancellation))
            return BorderRule.TravellerNotFound.Broken(null, ("traveller", travellerId.ToString()));
        KnownIdentity[] documents =
            [.. history.Documents.Where(d => person.Contains(d.TravellerId)).OrderByDescending(d => d.TravellerId == travellerId).Take(HistoryQuestion.MostDocuments).Select(KnownIdentity.Of)];
        if (!national.IsLinked || documents.Length == 0)
            return history;
        if (!national.IsUp)
            return history with { National = NationalHistory.Without(HistoryGap.LineDown) };
        await ledger.AuditAsync(actor, AuditAction.TravellerAsked, "traveller", travellerId.ToString(), actor.Port, null, cancellation);
        return history with
        {
            National = await national.AskAsync(new HistoryQuestion(actor.Name, documents), cancellation) is { } known
                ? new NationalHistory(HistorySource.Headquarters, null, await OthersAsync(db, history, known, cancellation), known.HasMore)
                : NationalHistory.Without(HistoryGap.NoAnswer),
        };
    }

    private static Task<bool> MayReadAsync(BorderContext db, Guid travellerId, Guid[] person, Actor actor, CancellationToken cancellation) => actor.Port is { } port
        ? db.Encounters.AnyAsync(e => person.Contains(e.TravellerId) && e.Port == port, cancellation)
        : db.Travellers.AnyAsync(t => t.Id == travellerId, cancellation);

    /// <summary>
    /// What headquarters tells and the history does not have, newest first. A crossing that this port has is as this port has it; and it is left out where somebody here said that its traveller is another person: that
    /// decision headquarters does not know.
    /// </summary>
    private async Task<IReadOnlyList<NationalCrossing>> OthersAsync(BorderContext db, TravellerHistory history, KnownHistory known, CancellationToken cancellation)
    {
        var shown = history.Crossings.Select(c => c.Id).ToHashSet();
        NationalCrossing[] others = [.. known.Crossings.Where(c => !shown.Contains(c.Id)).DistinctBy(c => c.Id)];
        var own = await CrossingMonths.FindAsync(db, [.. others.Where(c => c.Node == settings.Node).Select(c => c.Id)], cancellation);
        HashSet<Guid> apart = own.Count == 0 ? [] : await ApartAsync(db, history.Summary.Id, cancellation);
        return
        [
            .. others.Where(c => !own.TryGetValue(c.Id, out var ours) || !apart.Contains(ours.TravellerId)).Select(c => own.TryGetValue(c.Id, out var ours) ? NationalCrossing.Of(ours) : c)
                .OrderByDescending(c => c.At).ThenByDescending(c => c.Id),
        ];
    }

    /// <summary>The travellers of every person who was told apart from this one.</summary>
    private static async Task<HashSet<Guid>> ApartAsync(BorderContext db, Guid travellerId, CancellationToken cancellation)
    {
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        var others = await db.TravellerLinks.AsNoTracking().Where(l => (l.State == LinkState.Rejected || l.State == LinkState.Undone) && (person.Contains(l.OneId) || person.Contains(l.OtherId)))
            .Select(l => person.Contains(l.OneId) ? l.OtherId : l.OneId).ToListAsync(cancellation);
        return [.. await db.Travellers.Where(t => db.Travellers.Any(o => others.Contains(o.Id) && o.PersonId == t.PersonId)).Select(t => t.Id).ToListAsync(cancellation), .. others];
    }
}
