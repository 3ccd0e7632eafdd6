using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Retention;

/// <summary>
/// Finds what is due, from one place on and no more than fits into a transaction. Whatever a record that stays refers to stays with it; nothing of what stays
/// reads otherwise for what goes. Changes nothing.
/// </summary>
internal sealed class DueSearch(BorderContext db, SiteSettings settings, PurgeTerms terms, HeldRecords held, int most, bool isPlan, CancellationToken cancellation)
{
    private const int Persons = 50;

    /// <summary>Deeds that the verification of a row needs, and the kind of row.</summary>
    private static readonly string[] Proofs =
    [
        AuditAction.HitResolved, AuditAction.VettedWithdrawn, AuditAction.PermissionRevoked, AuditAction.ExtensionRevoked,
        AuditAction.ExitOrderLiftingAsked, AuditAction.ExitOrderLifted, AuditAction.ExitPaperRevoked, AuditAction.EncounterReferred, AuditAction.InterviewAsked,
    ];

    /// <summary>Deeds of which the records are never purged: what they prove never is.</summary>
    private static readonly string[] Lasting =
    [
        AuditAction.PolicyDecided, AuditAction.RetentionPublished, AuditAction.HoldPlaced, AuditAction.HoldLiftingAsked, AuditAction.HoldLifted, AuditAction.PurgeStarted, AuditAction.PurgeEnded,
    ];

    /// <summary>What other nodes sign and no table of headquarters follows.</summary>
    private static readonly (RecordClass Class, string[] Kinds)[] ReceivedKinds =
    [
        (RecordClass.Hits, [LedgerKind.Hit]),
        (RecordClass.VettedDecisions, [LedgerKind.Vetted]),
        (RecordClass.Crossings, [LedgerKind.Journey, LedgerKind.Indication]),
        (RecordClass.Permissions, [LedgerKind.Permission, LedgerKind.StayExtension]),
        (RecordClass.ExitControl, [LedgerKind.ExitOrder, LedgerKind.ExitPaper]),
        (RecordClass.Links, [LedgerKind.Link]),
    ];

    /// <summary>What is looked for in which order: first what keeps others.</summary>
    public static IReadOnlyList<DueStep> Steps { get; } =
    [
        new(RecordClass.Hits, (search, after) => search.HitsAsync(after)),
        new(RecordClass.VettedDecisions, (search, after) => search.VettedAsync(after)),
        new(RecordClass.Hits, (search, after) => search.HitsAsync(after)) { IsAgain = true }, // Those that a vetted decision kept.
        new(RecordClass.Crossings, (search, after) => search.CrossingsAsync(after)),
        new(RecordClass.UndecidedEncounters, (search, after) => search.UndecidedAsync(after)),
        new(RecordClass.AdvanceInformation, (search, after) => search.ExpectedAsync(after)),
        new(RecordClass.AdvanceInformation, (search, after) => search.MessagesAsync(after)),
        new(RecordClass.Permissions, (search, after) => search.PermissionsAsync(after)),
        new(RecordClass.Permissions, (search, after) => search.ExtensionsAsync(after)),
        new(RecordClass.ExitControl, (search, after) => search.OrdersAsync(after)),
        new(RecordClass.ExitControl, (search, after) => search.PapersAsync(after)),
        new(RecordClass.Links, (search, after) => search.TravellersAsync(after)),
        new(RecordClass.Audit, (search, after) => search.AuditAsync(after)),
        .. ReceivedKinds.Select(of => new DueStep(of.Class, (search, after) => search.ReceivedAsync(of.Class, of.Kinds, after))),
    ];

    private async Task<DueFound> HitsAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Hits) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var undecided = terms.CutOff(RecordClass.UndecidedEncounters) is { } other ? settings.StartOf(other) : DateTimeOffset.UnixEpoch;
        var rows = await db.Hits.Where(h => h.Id > after && h.FoundAt < start && (h.ResolvedAt == null || h.ResolvedAt < start))
            .Where(h => h.State != HitState.Open || db.Encounters.Any(e => e.Id == h.EncounterId && e.State != EncounterState.Decided && e.OpenedAt < undecided))
            .OrderBy(h => h.Id).Take(most)
            .Select(h => new
            {
                h.Id,
                At = h.ResolvedAt ?? h.FoundAt,
                IsHeld = db.Encounters.Any(e => e.Id == h.EncounterId && held.Travellers.Contains(e.TravellerId)) || (h.List == ExitControl.OrderList.Name && held.Orders.Length > 0 && orderReferences.Contains(h.Reference)),
                IsNeeded = db.Vetted.Any(v => v.HitId == h.Id),
            }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, settings.LocalDay(r.At), r.IsHeld, r.IsNeeded)), due => due.Hits, isSigned: true);
    }

    private async Task<DueFound> VettedAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.VettedDecisions) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.Vetted.Where(v => v.Id > after && (v.WithdrawnAt < start || (v.WithdrawnAt == null && v.Until < day)))
            .OrderBy(v => v.Id).Take(most)
            .Select(v => new { v.Id, v.WithdrawnAt, v.Until, IsHeld = held.Travellers.Contains(v.TravellerId), IsNeeded = db.Hits.Any(h => h.VettedId == v.Id) }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, r.WithdrawnAt is { } at ? settings.LocalDay(at) : r.Until!.Value, r.IsHeld, r.IsNeeded)), due => due.Vetted, isSigned: true);
    }

    /// <summary>
    /// The stays of whole persons, entry and exit together, the oldest first: a stay goes only where all before it went, and so those that stay pair as before.
    /// The stay that nothing has ended never goes. Refusals go one by one.
    /// </summary>
    private async Task<DueFound> CrossingsAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Crossings) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var batch = isPlan ? int.MaxValue : most; // Who looks only would not get past a person who has more.
        var persons = await db.Travellers.Where(t => t.PersonId > after && db.CrossingSpans.Any(s => s.TravellerId == t.Id && s.FirstAt < start))
            .Select(t => t.PersonId).Distinct().OrderBy(id => id).Take(Persons).ToArrayAsync(cancellation);
        var crossings = await (
            from traveller in db.Travellers
            where persons.Contains(traveller.PersonId)
            join crossing in db.Crossings.AsNoTracking() on traveller.Id equals crossing.TravellerId
            select new { traveller.PersonId, Crossing = crossing }).ToListAsync(cancellation);
        var old = crossings.ConvertAll(c => c.Crossing).FindAll(c => c.At < start);
        var needed = await NeededAsync(old);
        var (due, tally) = (new DueRecords(), new Tally());
        Guid? last = null;
        foreach (var person in persons)
        {
            if (due.Crossings.Count >= batch)
                return new DueFound(due, tally.Held, tally.Needed, tally.Oldest, last ?? after);
            Crossing[] of = [.. crossings.Where(c => c.PersonId == person).Select(c => c.Crossing)];
            var isHeld = of.Any(c => held.Travellers.Contains(c.TravellerId));
            var byId = of.ToDictionary(c => c.Id);
            var goes = !isHeld;
            foreach (var stay in StayPairing.Of(of, [], terms.Today, settings).Reverse())
            {
                var ended = (stay.Exit ?? stay.Entry)!.At;
                if (stay.State == StayState.Open || ended >= start)
                    break;
                Crossing[] legs = [.. new[] { stay.Entry, stay.Exit }.OfType<StayLeg>().Select(leg => byId[leg.CrossingId])];
                // A key tells when a record was made: what is older by its row alone was changed.
                goes &= !legs.Any(leg => needed.Contains(leg.Id) || CrossingMonths.InstantOf(leg.Id) >= start);
                Take(legs, ended, goes);
                if (due.Crossings.Count >= batch)
                    break; // The rest of a much travelled person goes next time.
            }
            foreach (var refusal in of.Where(c => c.Outcome is CrossingOutcome.Refused or CrossingOutcome.Annulled && c.At < start).OrderBy(c => c.At).ThenBy(c => c.Id))
            {
                if (due.Crossings.Count < batch)
                    Take([refusal], refusal.At, !isHeld && !needed.Contains(refusal.Id) && CrossingMonths.InstantOf(refusal.Id) < start);
            }
            if (due.Crossings.Count < batch)
                last = person;

            void Take(Crossing[] some, DateTimeOffset ended, bool go)
            {
                if (!go)
                {
                    tally.Keep(isHeld, some.Length);
                    return;
                }
                tally.Go(settings.LocalDay(ended));
                due.Crossings.AddRange(some.Select(c => c.Id));
                due.Encounters.AddRange(some.Where(c => c.EncounterId != Guid.Empty).Select(c => c.EncounterId));
            }
        }
        return new DueFound(due, tally.Held, tally.Needed, tally.Oldest, due.Crossings.Count >= batch ? last ?? after : persons.Length < Persons ? null : persons[^1]);
    }

    /// <summary>Crossings that something else needs: hits or a vetted decision of their encounter, a permission whose entries are counted still, a receipt that is to come.</summary>
    private async Task<HashSet<Guid>> NeededAsync(List<Crossing> crossings)
    {
        var (encounters, permissions) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var ids in crossings.Select(c => c.EncounterId).Where(id => id != Guid.Empty).Chunk(HeldRecords.Most))
        {
            encounters.UnionWith(await db.Hits.Where(h => ids.Contains(h.EncounterId)).Select(h => h.EncounterId).ToListAsync(cancellation));
            encounters.UnionWith(await db.Vetted.Where(v => ids.Contains(v.EncounterId)).Select(v => v.EncounterId).ToListAsync(cancellation));
        }
        foreach (var ids in crossings.Select(c => c.PermissionId).OfType<Guid>().Distinct().Chunk(HeldRecords.Most))
            permissions.UnionWith(await db.Permissions.Where(p => ids.Contains(p.Id) && p.RevokedAt == null && p.ValidUntil >= terms.Today).Select(p => p.Id).ToListAsync(cancellation));
        var corrections = new List<(Guid Id, Guid Crossing)>();
        foreach (var ids in crossings.Where(c => c.CorrectedAt is not null).Select(c => c.Id).Chunk(HeldRecords.Most))
            corrections.AddRange((await db.Corrections.Where(c => ids.Contains(c.CrossingId)).Select(c => new { c.Id, c.CrossingId }).ToListAsync(cancellation)).Select(c => (c.Id, c.CrossingId)));
        var unsent = await UnsentAsync(crossings.Select(c => c.ImportId ?? c.Id).Concat(corrections.Select(c => c.Id)).Distinct());
        unsent.UnionWith(corrections.Where(c => unsent.Contains(c.Id)).Select(c => c.Crossing).ToArray());
        // Whether a consent for one journey was used is read from the journeys.
        var consents = await db.ExitPapers.Where(p => p.Kind == ExitControl.ExitPaperKind.Consent && p.RevokedAt == null && (p.ValidTo == null || p.ValidTo >= terms.Today))
            .Select(p => new { p.DocumentNumber, p.DateOfBirth, p.EnteredAt }).ToListAsync(cancellation);
        return
        [
            .. crossings.Where(c => encounters.Contains(c.EncounterId) || (c.PermissionId is { } id && permissions.Contains(id)) || unsent.Contains(c.ImportId ?? c.Id) || unsent.Contains(c.Id)
                || (c.Outcome == CrossingOutcome.Departed && consents.Exists(p => p.EnteredAt < c.At && (p.DateOfBirth == c.DateOfBirth || p.DocumentNumber == c.DocumentNumber)))).Select(c => c.Id),
        ];
    }

    private async Task<DueFound> UndecidedAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.UndecidedEncounters) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.Encounters.Where(e => e.Id > after && e.State != EncounterState.Decided && e.OpenedAt < start).OrderBy(e => e.Id).Take(most)
            .Select(e => new { e.Id, e.OpenedAt, IsHeld = held.Travellers.Contains(e.TravellerId), IsNeeded = db.Hits.Any(h => h.EncounterId == e.Id) || db.Vetted.Any(v => v.EncounterId == e.Id) })
            .ToListAsync(cancellation);
        var found = await FoundAsync(rows.ConvertAll(r => new Row(r.Id, settings.LocalDay(r.OpenedAt), r.IsHeld, r.IsNeeded)), due => due.Encounters, isSigned: false);
        found.Due.UndecidedEncounters = found.Due.Encounters.Count;
        return found;
    }

    private async Task<DueFound> ExpectedAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.AdvanceInformation) is not { } day)
            return None;
        var rows = await db.ExpectedTravellers.Where(e => e.Id > after && e.Day < day).OrderBy(e => e.Id).Take(most)
            .Select(e => new { e.Id, e.Day, IsHeld = held.Documents.Contains(e.DocumentNumber) }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, r.Day, r.IsHeld, false)), due => due.Expected, isSigned: false);
    }

    private async Task<DueFound> MessagesAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.AdvanceInformation) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.AdvanceMessages.Where(m => m.Id > after && m.ReceivedAt < start).OrderBy(m => m.Id).Take(most).Select(m => new { m.Id, m.ReceivedAt }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, settings.LocalDay(r.ReceivedAt), false, false)), due => due.Messages, isSigned: false);
    }

    private async Task<DueFound> PermissionsAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Permissions) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.Permissions.Where(p => p.Node == terms.Node && p.Id > after && (p.RevokedAt < start || (p.RevokedAt == null && p.ValidUntil < day))).OrderBy(p => p.Id).Take(most)
            .Select(p => new { p.Id, p.RevokedAt, p.ValidUntil, IsHeld = held.Documents.Contains(p.DocumentNumber), IsNeeded = db.Crossings.Any(c => c.PermissionId == p.Id) }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, r.RevokedAt is { } at ? settings.LocalDay(at) : r.ValidUntil, r.IsHeld, r.IsNeeded)), due => due.Permissions, isSigned: true);
    }

    /// <summary>An extension is needed while an entry is there that may have begun the stay which it lengthened.</summary>
    private async Task<DueFound> ExtensionsAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Permissions) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.StayExtensions.Where(x => x.Node == terms.Node && x.Id > after && (x.RevokedAt < start || (x.RevokedAt == null && x.Until < day))).OrderBy(x => x.Id).Take(most)
            .Select(x => new
            {
                x.Id,
                x.RevokedAt,
                x.Until,
                IsHeld = held.Documents.Contains(x.DocumentNumber),
                IsNeeded = db.TravellerDocuments.Where(d => d.DocumentNumber == x.DocumentNumber && d.IssuingState == x.IssuingState)
                    .Join(db.Travellers, d => d.TravellerId, one => one.Id, (_, one) => one.PersonId)
                    .Join(db.Travellers, person => person, other => other.PersonId, (_, other) => other.Id)
                    .Join(db.Crossings, id => id, c => c.TravellerId, (_, c) => c)
                    .Any(c => c.At < x.DecidedBefore && c.Outcome == CrossingOutcome.Admitted),
            }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, r.RevokedAt is { } at ? settings.LocalDay(at) : r.Until, r.IsHeld, r.IsNeeded)), due => due.Extensions, isSigned: true);
    }

    /// <summary>The order with the highest number stays, so that no number is given twice.</summary>
    private async Task<DueFound> OrdersAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.ExitControl) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.ExitOrders.AsNoTracking().Where(o => o.Id > after && (o.LiftedAt < start || (o.LiftedAt == null && o.ValidTo < day)) && db.ExitOrders.Any(later => later.Number > o.Number))
            .OrderBy(o => o.Id).Take(most).ToListAsync(cancellation);
        return await FoundAsync(
            rows.ConvertAll(o => new Row(o.Id, o.LiftedAt is { } at ? settings.LocalDay(at) : o.ValidTo!.Value, held.Orders.Contains(o.Number) || IsOfHeld(o), false)), due => due.Orders, isSigned: true);
    }

    private bool IsOfHeld(ExitOrderRow order)
    {
        if (held.Travellers.Length == 0)
            return false;
        var named = order.ReadTerms();
        return named.Documents.Any(document => held.Documents.Contains(document.Number, StringComparer.OrdinalIgnoreCase)) || (named.Cnic is { } cnic && held.PersonalNumbers.Contains(ExitPaperRow.Written(cnic)));
    }

    private async Task<DueFound> PapersAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.ExitControl) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.ExitPapers.Where(p => p.Id > after && (p.RevokedAt < start || (p.RevokedAt == null && p.ValidTo < day))).OrderBy(p => p.Id).Take(most)
            .Select(p => new { p.Id, p.RevokedAt, p.ValidTo, IsHeld = held.Documents.Contains(p.DocumentNumber) || held.PersonalNumbers.Contains(p.PersonalNumber) }).ToListAsync(cancellation);
        return await FoundAsync(rows.ConvertAll(r => new Row(r.Id, r.RevokedAt is { } at ? settings.LocalDay(at) : r.ValidTo!.Value, r.IsHeld, false)), due => due.Papers, isSigned: true);
    }

    /// <summary>
    /// Travellers of whom nothing is left, with their links: once those are due, and unless others are one person through them alone. Without a period for links
    /// only those who have none.
    /// </summary>
    private async Task<DueFound> TravellersAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Crossings) is null)
            return None;
        var start = terms.CutOff(RecordClass.Links) is { } day ? settings.StartOf(day) : DateTimeOffset.UnixEpoch;
        // Notes tell who never crossed without a look into every month; whom they would tell wrongly is not erased for it.
        var noted = await db.Travellers.AsNoTracking()
            .Where(t => t.Id > after && !db.CrossingSpans.Any(s => s.TravellerId == t.Id) && !db.Encounters.Any(e => e.TravellerId == t.Id) && !db.Vetted.Any(v => v.TravellerId == t.Id))
            .OrderBy(t => t.Id).Take(Math.Min(most, HeldRecords.Most)).ToListAsync(cancellation);
        Guid[] ids = [.. noted.Select(t => t.Id)];
        var crossed = await db.Crossings.Where(c => ids.Contains(c.TravellerId)).Select(c => c.TravellerId).Distinct().ToListAsync(cancellation);
        var idle = noted.FindAll(t => !crossed.Contains(t.Id));
        ids = [.. idle.Select(t => t.Id)];
        Guid[] persons = [.. idle.Select(t => t.PersonId).Distinct()];
        var links = await db.TravellerLinks.AsNoTracking().Where(l => ids.Contains(l.OneId) || ids.Contains(l.OtherId)).ToListAsync(cancellation);
        var changes = await db.TravellerLinks.Where(l => ids.Contains(l.OneId) || ids.Contains(l.OtherId)).Join(db.LinkChanges, l => l.Id, c => c.LinkId, (_, c) => new { c.Id, c.LinkId, c.At }).ToListAsync(cancellation);
        var unsent = await UnsentAsync(changes.Select(c => c.Id));
        var young = changes.Where(c => c.At >= start || unsent.Contains(c.Id)).Select(c => c.LinkId).ToHashSet();
        var members = (await db.Travellers.AsNoTracking().Where(t => persons.Contains(t.PersonId)).Select(t => new { t.Id, t.PersonId }).ToListAsync(cancellation))
            .GroupBy(t => t.PersonId).ToDictionary(person => person.Key, person => person.Select(t => t.Id).ToHashSet());
        Guid[] all = [.. members.Values.SelectMany(person => person)];
        var standing = all.Length == idle.Count && links.Count == 0 ? [] : await StandingAsync(all);
        var (due, tally) = (new DueRecords(), new Tally());
        foreach (var traveller in idle)
        {
            var person = members[traveller.PersonId];
            var of = links.Where(l => l.OneId == traveller.Id || l.OtherId == traveller.Id).ToArray();
            var isHeld = held.Travellers.Contains(traveller.Id) || of.Any(l => held.Travellers.Contains(l.OneId) || held.Travellers.Contains(l.OtherId));
            if (isHeld || of.Any(l => young.Contains(l.Id)) || !IsOne([.. person.Where(id => id != traveller.Id)], standing))
            {
                tally.Keep(isHeld, 1);
                continue;
            }
            person.Remove(traveller.Id);
            due.Travellers.Add(traveller.Id);
            tally.Go(settings.LocalDay(traveller.FirstSeen));
        }
        return new DueFound(due, tally.Held, tally.Needed, tally.Oldest, noted.Count < Math.Min(most, HeldRecords.Most) ? null : noted[^1].Id);
    }

    private async Task<IReadOnlyList<(Guid One, Guid Other)>> StandingAsync(Guid[] travellers)
    {
        var standing = new List<(Guid, Guid)>();
        foreach (var ids in travellers.Chunk(HeldRecords.Most))
        {
            standing.AddRange((await db.TravellerLinks.Where(l => (l.State == LinkState.Automatic || l.State == LinkState.Confirmed) && ids.Contains(l.OneId))
                .Select(l => new { l.OneId, l.OtherId }).ToListAsync(cancellation)).Select(l => (l.OneId, l.OtherId)));
        }
        return standing;
    }

    /// <summary>True where links join all of them without anybody else.</summary>
    private static bool IsOne(HashSet<Guid> travellers, IReadOnlyList<(Guid One, Guid Other)> links)
    {
        if (travellers.Count < 2)
            return true;
        var reached = new HashSet<Guid> { travellers.First() };
        var among = links.Where(l => travellers.Contains(l.One) && travellers.Contains(l.Other)).ToArray();
        while (among.Any(l => reached.Contains(l.One) != reached.Contains(l.Other)))
            reached.UnionWith(among.Where(l => reached.Contains(l.One) || reached.Contains(l.Other)).SelectMany(l => new[] { l.One, l.Other }).ToArray());
        return reached.Count == travellers.Count;
    }

    private async Task<DueFound> AuditAsync(Guid after)
    {
        if (terms.CutOff(RecordClass.Audit) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var rows = await db.Audit.Where(a => a.Id > after && a.At < start && !Lasting.Contains(a.Action)).OrderBy(a => a.Id).Take(most)
            .Select(a => new { a.Id, a.At, a.Action, a.SubjectId }).ToListAsync(cancellation);
        var proved = await StandingRowsAsync([.. rows.Where(a => Proofs.Contains(a.Action)).Select(a => Subject(a.SubjectId)).Distinct()]);
        var ofHeld = await OfHeldAsync([.. rows.Select(a => Subject(a.SubjectId)).Distinct()]);
        return await FoundAsync(
            rows.ConvertAll(a => new Row(a.Id, settings.LocalDay(a.At), ofHeld.Contains(Subject(a.SubjectId)), Proofs.Contains(a.Action) && proved.Contains(Subject(a.SubjectId)))), due => due.Audit, isSigned: true);

        static Guid Subject(string? id) => Guid.TryParse(id, out var subject) ? subject : Guid.Empty;
    }

    /// <summary>
    /// What another node signed goes where that node erased it, as its own signed purge says, and the period here is over since it was made: a port whose schedule is shorter, or that somebody holds, takes
    /// nothing from headquarters.
    /// </summary>
    private async Task<DueFound> ReceivedAsync(RecordClass of, string[] kinds, Guid after)
    {
        if (terms.CutOff(of) is not { } day)
            return None;
        var start = settings.StartOf(day);
        var entries = await db.Ledger.AsNoTracking().Where(e => e.Node != terms.Node && kinds.Contains(e.Kind) && e.Payload != "" && e.Id > after).OrderBy(e => e.Id).Take(most).ToListAsync(cancellation);
        entries.RemoveAll(e => CrossingMonths.InstantOf(e.Id) >= start); // Keys rise with time: nothing older follows.
        if (entries.Count == 0)
            return None;
        var (purged, marks) = (await PurgedAsync(), await MarksAsync());
        return await FoundAsync(
            entries.ConvertAll(e => new Row(
                e.Id,
                settings.LocalDay(CrossingMonths.InstantOf(e.Id)),
                marks.Exists(mark => e.Payload.Contains(mark, StringComparison.OrdinalIgnoreCase)),
                !purged[e.Node].Any(range => range.From <= e.Sequence && e.Sequence <= range.To))),
            due => due.Received,
            isSigned: false);
    }

    /// <summary>The sequences that each other node erased at its own site.</summary>
    private async Task<ILookup<string, (long From, long To)>> PurgedAsync()
    {
        if (purgedElsewhere is not null)
            return purgedElsewhere;
        var purges = await db.Ledger.AsNoTracking().Where(e => e.Node != terms.Node && e.Kind == LedgerKind.Purge).Select(e => new { e.Node, e.Payload }).ToListAsync(cancellation);
        return purgedElsewhere = purges.SelectMany(purge => NumberRanges.Of(PurgeFact.Read(purge.Payload)?.Sequences ?? ""), (purge, range) => (purge.Node, Range: range))
            .ToLookup(purge => purge.Node, purge => purge.Range);
    }

    /// <summary>By what a payload names somebody whom a hold keeps; rather too many are kept than one too few.</summary>
    private async Task<List<string>> MarksAsync()
    {
        if (held.Travellers.Length == 0)
            return [];
        var encounters = await db.Crossings.Where(c => held.Travellers.Contains(c.TravellerId)).Select(c => c.EncounterId).Distinct().ToListAsync(cancellation);
        return [.. held.Travellers.Concat(encounters.Where(id => id != Guid.Empty)).Select(id => $"{id}"), .. held.Documents, .. held.PersonalNumbers];
    }

    private async Task<HashSet<Guid>> StandingRowsAsync(Guid[] ids) => ids.Length == 0 ? [] :
    [
        .. await db.Hits.Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToListAsync(cancellation),
        .. await db.Vetted.Where(v => ids.Contains(v.Id)).Select(v => v.Id).ToListAsync(cancellation),
        .. await db.Permissions.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation),
        .. await db.StayExtensions.Where(x => ids.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellation),
        .. await db.ExitOrders.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellation),
        .. await db.ExitPapers.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation),
        .. await db.Encounters.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation),
    ];

    /// <summary>Subjects of deeds that are of somebody whom a hold keeps.</summary>
    private async Task<HashSet<Guid>> OfHeldAsync(Guid[] ids)
    {
        if (held.Travellers.Length == 0 && held.Orders.Length == 0)
            return [];
        var (persons, numbers) = (held.Travellers, held.Orders);
        var encounters = db.Encounters.Where(e => persons.Contains(e.TravellerId)).Select(e => e.Id);
        return
        [
            .. ids.Intersect(persons),
            .. await encounters.Where(id => ids.Contains(id)).ToListAsync(cancellation),
            .. await db.Hits.Where(h => ids.Contains(h.Id) && encounters.Contains(h.EncounterId)).Select(h => h.Id).ToListAsync(cancellation),
            .. await db.Crossings.Where(c => ids.Contains(c.Id) && persons.Contains(c.TravellerId)).Select(c => c.Id).ToListAsync(cancellation),
            .. await db.Vetted.Where(v => ids.Contains(v.Id) && persons.Contains(v.TravellerId)).Select(v => v.Id).ToListAsync(cancellation),
            .. await db.TravellerLinks.Where(l => ids.Contains(l.Id) && (persons.Contains(l.OneId) || persons.Contains(l.OtherId))).Select(l => l.Id).ToListAsync(cancellation),
            .. await db.Permissions.Where(p => ids.Contains(p.Id) && held.Documents.Contains(p.DocumentNumber)).Select(p => p.Id).ToListAsync(cancellation),
            .. await db.StayExtensions.Where(x => ids.Contains(x.Id) && held.Documents.Contains(x.DocumentNumber)).Select(x => x.Id).ToListAsync(cancellation),
            .. await db.ExitPapers.Where(p => ids.Contains(p.Id) && (held.Documents.Contains(p.DocumentNumber) || held.PersonalNumbers.Contains(p.PersonalNumber))).Select(p => p.Id).ToListAsync(cancellation),
            .. (await db.ExitOrders.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(cancellation)).Where(o => numbers.Contains(o.Number) || IsOfHeld(o)).Select(o => o.Id),
        ];
    }

    /// <summary>Of facts of the ledger those that a destination has given no receipt for; none where none ever gave any.</summary>
    private async Task<HashSet<Guid>> UnsentAsync(IEnumerable<Guid> facts)
    {
        var unsent = new HashSet<Guid>();
        if (terms.Confirmed is not { } confirmed)
            return unsent;
        foreach (var ids in facts.Chunk(HeldRecords.Most))
            unsent.UnionWith(await db.Ledger.Where(e => e.Node == terms.Node && ids.Contains(e.Id) && e.Sequence > confirmed).Select(e => e.Id).ToListAsync(cancellation));
        return unsent;
    }

    private async Task<DueFound> FoundAsync(List<Row> rows, Func<DueRecords, List<Guid>> into, bool isSigned)
    {
        var unsent = isSigned ? await UnsentAsync(rows.Select(row => row.Id)) : [];
        var (due, tally) = (new DueRecords(), new Tally());
        foreach (var row in rows)
        {
            if (row.IsHeld || row.IsNeeded || unsent.Contains(row.Id))
            {
                tally.Keep(row.IsHeld, 1);
                continue;
            }
            into(due).Add(row.Id);
            tally.Go(row.From);
        }
        return new DueFound(due, tally.Held, tally.Needed, tally.Oldest, rows.Count < most ? null : rows[^1].Id);
    }

    private ILookup<string, (long From, long To)>? purgedElsewhere;

    private readonly string[] orderReferences = [.. held.Orders.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static DueFound None => new(new DueRecords(), 0, 0, null, null);

    private sealed record Row(Guid Id, DateOnly From, bool IsHeld, bool IsNeeded);

    private sealed class Tally
    {
        public int Held { get; private set; }

        public int Needed { get; private set; }

        public DateOnly? Oldest { get; private set; }

        public void Keep(bool isHeld, int records) => (Held, Needed) = isHeld ? (Held + records, Needed) : (Held, Needed + records);

        public void Go(DateOnly from) => Oldest = Oldest is { } oldest && oldest <= from ? oldest : from;
    }
}
