using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>
/// Compares the tables that people read with the facts that were signed: crossings, audit, hits, vetted decisions and screening
/// policies field by field, and of them and of encounters what a signed decision, referral, resolution or withdrawal made of them.
/// What a signed purge erased must not be there.
/// </summary>
/// <param name="db">The site's.</param>
/// <param name="node">The site's node: what others sent counts for nothing here.</param>
/// <param name="erased">What the node's genuine purges erased.</param>
internal sealed class LedgerRows(BorderContext db, string node, ErasedEntries erased)
{
    /// <summary>No place's clocks are further from UTC.</summary>
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    private const int RowsARead = 1000;
    private const string Encounter = "encounter";

    private readonly List<LedgerFault> faults = [];
    private HashSet<Guid> gone = [];

    public IReadOnlyList<LedgerFault> Faults => faults;

    /// <summary>What this node audited: whoever decided, agreed or withdrew here did so here.</summary>
    private IQueryable<AuditRecord> Audited => db.Audit.AsNoTracking().Where(a => a.Node == node);

    /// <summary>Every fact of the batch must stand in its table, as signed.</summary>
    public async Task CompareAsync(IReadOnlyList<LedgerEntry> batch, CancellationToken cancellation)
    {
        var ids = Of(LedgerKind.Crossing);
        var crossings = (await CorrectedCrossings.AsSignedAsync(db, (await CrossingMonths.FindAsync(db, ids, cancellation)).Values, cancellation)).ToDictionary(c => c.Id);
        ids = Of(LedgerKind.Correction);
        var corrections = await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        ids = Of(LedgerKind.Audit);
        var audit = await Audited.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        ids = [.. Of(LedgerKind.Hit), .. Subjects(audit.Values, AuditAction.HitResolved)];
        var hits = await db.Hits.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancellation);
        ids = [.. Of(LedgerKind.Vetted), .. Subjects(audit.Values, AuditAction.VettedWithdrawn)];
        var vetted = await db.Vetted.AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancellation);
        ids = [.. Of(LedgerKind.Policy), .. Subjects(audit.Values, AuditAction.PolicyDecided)];
        var policies = await db.Policies.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        ids = [.. Of(LedgerKind.ExitOrder), .. Subjects(audit.Values, AuditAction.ExitOrderLifted)];
        var orders = await db.ExitOrders.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        ids = [.. Of(LedgerKind.ExitPaper), .. Subjects(audit.Values, AuditAction.ExitPaperRevoked)];
        var papers = await db.ExitPapers.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        ids = [.. crossings.Values.Select(c => c.EncounterId), .. Subjects(audit.Values, AuditAction.EncounterReferred), .. Subjects(audit.Values, AuditAction.InterviewAsked)];
        var encounters = await db.Encounters.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        ids = [.. Of(LedgerKind.Permission), .. Subjects(audit.Values, AuditAction.PermissionRevoked)];
        var permissions = await db.Permissions.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        ids = [.. Of(LedgerKind.StayExtension), .. Subjects(audit.Values, AuditAction.ExtensionRevoked)];
        var extensions = await db.StayExtensions.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
        await ReadGoneAsync(audit.Values, cancellation);
        ids = Of(LedgerKind.Retention);
        var schedules = await db.RetentionSchedules.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        ids = [.. Of(LedgerKind.Hold), .. Subjects(audit.Values, AuditAction.HoldLifted)];
        var holds = await db.LegalHolds.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancellation);
        ids = Of(LedgerKind.EntryRules);
        var rules = await db.EntryRules.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        ids = Of(LedgerKind.Indicators);
        var indicators = await db.IndicatorSets.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        ids = Of(LedgerKind.Journey);
        var journeys = await db.Journeys.AsNoTracking().Where(j => ids.Contains(j.Id)).ToDictionaryAsync(j => j.Id, cancellation);
        ids = Of(LedgerKind.Indication);
        var indications = await db.Indications.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var links = await LedgerLinks.OfAsync(db, Of(LedgerKind.Link), cancellation);
        foreach (var entry in batch)
        {
            if (entry.Payload.Length == 0)
                continue; // Erased: the chain says whether rightly, and a row that is there was put in.
            if (entry.Kind == LedgerKind.Retention)
                Compare(entry, schedules.GetValueOrDefault(entry.Id) is { } schedule ? RetentionFact.Of(schedule) : null, BorderJson.Default.RetentionFact);
            else if (entry.Kind == LedgerKind.Hold)
                Compare(entry, holds.GetValueOrDefault(entry.Id) is { } hold ? HoldFact.Of(hold) : null, BorderJson.Default.HoldFact);
            else if (entry.Kind == LedgerKind.Permission)
                Compare(entry, permissions.GetValueOrDefault(entry.Id));
            else if (entry.Kind == LedgerKind.StayExtension)
                Compare(entry, extensions.GetValueOrDefault(entry.Id));
            else if (entry.Kind == LedgerKind.EntryRules)
                Compare(entry, rules.GetValueOrDefault(entry.Id) is { } published ? EntryRulesFact.Of(published) : null, BorderJson.Default.EntryRulesFact);
            else if (entry.Kind == LedgerKind.Indicators)
                Compare(entry, indicators.GetValueOrDefault(entry.Id) is { } set ? IndicatorSetFact.Of(set) : null, BorderJson.Default.IndicatorSetFact);
            else if (entry.Kind == LedgerKind.Journey)
                Compare(entry, journeys.GetValueOrDefault(entry.Id) is { } journey ? JourneyFact.Of(journey) : null, BorderJson.Default.JourneyFact);
            else if (entry.Kind == LedgerKind.Indication)
                Compare(entry, indications.GetValueOrDefault(entry.Id) is { } indication ? IndicationFact.Of(indication) : null, BorderJson.Default.IndicationFact);
            else if (entry.Kind == LedgerKind.Crossing && Compare(entry, crossings.GetValueOrDefault(entry.Id), BorderJson.Default.Crossing) is { } crossing)
                Decided(entry, crossing, encounters.GetValueOrDefault(crossing.EncounterId));
            else if (entry.Kind == LedgerKind.Correction)
                Compare(entry, corrections.GetValueOrDefault(entry.Id)?.Fact(), BorderJson.Default.Correction);
            else if (entry.Kind == LedgerKind.Import)
                faults.AddRange(await ImportedRows.CompareAsync(db, entry, erased.RowsOf(entry.Id), cancellation));
            else if (entry.Kind == LedgerKind.Hit)
                Compare(entry, hits.GetValueOrDefault(entry.Id) is { } hit ? HitFact.Of(hit) : null, BorderJson.Default.HitFact);
            else if (entry.Kind == LedgerKind.Vetted)
                Compare(entry, vetted.GetValueOrDefault(entry.Id) is { } decision ? VettedFact.Of(decision) : null, BorderJson.Default.VettedFact);
            else if (entry.Kind == LedgerKind.Policy)
                Compare(entry, policies.GetValueOrDefault(entry.Id) is { } policy ? PolicyFact.Of(policy) : null, BorderJson.Default.PolicyFact);
            else if (entry.Kind == LedgerKind.ExitOrder)
                Compare(entry, orders.GetValueOrDefault(entry.Id) is { } order ? ExitOrderFact.Of(order) : null, BorderJson.Default.ExitOrderFact);
            else if (entry.Kind == LedgerKind.ExitPaper)
                Compare(entry, papers.GetValueOrDefault(entry.Id) is { } paper ? ExitPaperFact.Of(paper) : null, BorderJson.Default.ExitPaperFact);
            else if (entry.Kind == LedgerKind.Link)
                Linked(entry, links);
            else if (entry.Kind == LedgerKind.Audit && Compare(entry, audit.GetValueOrDefault(entry.Id), BorderJson.Default.AuditRecord) is { SubjectId: not null } record)
            {
                Done(entry, record, hits, encounters, vetted, policies);
                Revoked(entry, record, permissions, extensions);
                DoneOnExit(entry, record, orders, papers);
                LiftedHold(entry, record, holds);
            }
        }

        Guid[] Of(string kind) => [.. batch.Where(e => e.Kind == kind).Select(e => e.Id)];
    }

    /// <summary>No table may hold what the ledger does not know as what it is; what names a node whose records are not taken in is nobody's.</summary>
    /// <param name="others">Nodes whose records are taken in.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task FindInsertedAsync(string[] others, CancellationToken cancellation)
    {
        string[] nodes = [node, .. others];
        var unknown = await db.Ledger.Where(e => !nodes.Contains(e.Node)).GroupBy(e => e.Node).Select(g => new { Node = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        faults.AddRange(unknown.Select(u => new LedgerFault("CHAIN_UNKNOWN", null, null, null, $"The ledger holds {u.Count} records of {u.Node}, a node that this site has no key of.")));
        Inserted(LedgerKind.Crossing, await db.Crossings
            .Where(c => c.ImportId == null && (!nodes.Contains(c.Node) || !db.Ledger.Any(e => e.Node == c.Node && e.Kind == LedgerKind.Crossing && e.Id == c.Id && e.Payload != ""))).Select(c => c.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Correction, await CorrectedCrossings.UnsignedAsync(db, nodes, cancellation));
        Inserted($"imported {LedgerKind.Crossing}", await db.Crossings
            .Where(c => c.ImportId != null && !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Import && e.Id == c.ImportId && e.Payload != "")).Select(c => c.Id).ToListAsync(cancellation));
        // The notes follow from the crossings: where rows were changed, that has been told.
        if (!faults.Exists(f => f.Code.StartsWith("ROW_", StringComparison.Ordinal)))
        {
            faults.AddRange((await LastCrossings.WrongAsync(db, cancellation)).Select(traveller =>
                new LedgerFault("ROW_CHANGED", null, traveller, LedgerKind.Crossing, $"The latest crossing of traveller {traveller} is not what is noted as such.")));
            faults.AddRange(await LedgerKeys.FaultsAsync(db, cancellation));
        }
        Inserted(LedgerKind.Audit, await db.Audit
            .Where(a => !nodes.Contains(a.Node) || !db.Ledger.Any(e => e.Node == a.Node && e.Kind == LedgerKind.Audit && e.Id == a.Id && e.Payload != "")).Select(a => a.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Hit, await db.Hits
            .Where(h => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Hit && e.Id == h.Id && e.Payload != "")).Select(h => h.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Vetted, await db.Vetted
            .Where(v => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Vetted && e.Id == v.Id && e.Payload != "")).Select(v => v.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Policy, await db.Policies
            .Where(p => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Policy && e.Id == p.Id && e.Payload != "")).Select(p => p.Id).ToListAsync(cancellation));
        // What headquarters recorded is compared with what it published.
        var governing = await HeldContents.PermissionsOfAsync(db, cancellation);
        Inserted(LedgerKind.Permission, await db.Permissions
            .Where(p => p.Node != governing && (p.Node != node || !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Permission && e.Id == p.Id && e.Payload != ""))).Select(p => p.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.StayExtension, await db.StayExtensions
            .Where(x => x.Node != governing && (x.Node != node || !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.StayExtension && e.Id == x.Id && e.Payload != ""))).Select(x => x.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.EntryRules, await db.EntryRules
            .Where(r => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.EntryRules && e.Id == r.Id && e.Payload != "")).Select(r => r.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Indicators, await db.IndicatorSets
            .Where(r => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Indicators && e.Id == r.Id && e.Payload != "")).Select(r => r.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Journey, await db.Journeys
            .Where(j => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Journey && e.Id == j.Id && e.Payload != "")).Select(j => j.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Indication, await db.Indications
            .Where(i => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Indication && e.Id == i.Id && e.Payload != "")).Select(i => i.Id).ToListAsync(cancellation));
        await FindUnsignedRevocationsAsync(governing, cancellation);
        Inserted(LedgerKind.Link, await db.LinkChanges
            .Where(c => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Link && e.Id == c.Id && e.Payload != "")).Select(c => c.Id).ToListAsync(cancellation));
        Inserted($"row of {LedgerKind.Link}", await LedgerLinks.UnsignedAsync(db, cancellation));
        faults.AddRange((await LedgerLinks.PersonsAsync(db, cancellation))
            .Select(id => new LedgerFault("ROW_CHANGED", null, id, LedgerKind.Link, $"The person of traveller {id} is not the one that the signed links make.")));
        Inserted($"decision of {Encounter}", await db.Encounters
            .Where(e => e.State == EncounterState.Decided || e.CrossingId != null)
            .Where(e => !db.Ledger.Any(l => l.Node == node && l.Kind == LedgerKind.Crossing && l.Id == e.CrossingId && l.Payload != "") || db.Crossings.Any(c => c.Id == e.CrossingId && c.EncounterId != e.Id))
            .Select(e => e.Id).ToListAsync(cancellation));
        await FindUnsignedResolutionsAsync(cancellation);
        var decided = await db.Policies.Where(p => p.State != PolicyState.Proposed).Select(p => p.Id).ToListAsync(cancellation);
        var agreed = await Audited.Where(a => a.Action == AuditAction.PolicyDecided).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
        Inserted($"decision of {LedgerKind.Policy}", decided.Where(id => !agreed.Contains(id.ToString())));
        var withdrawn = await db.Vetted.Where(v => v.WithdrawnAt != null).Select(v => v.Id).ToListAsync(cancellation);
        var signed = await Audited.Where(a => a.Action == AuditAction.VettedWithdrawn).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
        Inserted($"withdrawal of {LedgerKind.Vetted}", withdrawn.Where(id => !signed.Contains(id.ToString())));
        await FindUnsignedOfExitAsync(cancellation);
        await FindUnsignedOfRetentionAsync(cancellation);
    }

    private async Task FindUnsignedRevocationsAsync(string governing, CancellationToken cancellation)
    {
        var permissions = await db.Permissions.Where(p => p.RevokedAt != null && p.Node != governing).Select(p => p.Id).ToListAsync(cancellation);
        var extensions = await db.StayExtensions.Where(x => x.RevokedAt != null && x.Node != governing).Select(x => x.Id).ToListAsync(cancellation);
        var signed = await Audited.Where(a => a.Action == AuditAction.PermissionRevoked || a.Action == AuditAction.ExtensionRevoked).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
        Inserted($"revocation of {LedgerKind.Permission}", permissions.Where(id => !signed.Contains(id.ToString())));
        Inserted($"revocation of {LedgerKind.StayExtension}", extensions.Where(id => !signed.Contains(id.ToString())));
    }

    private static IEnumerable<Guid> Subjects(IEnumerable<AuditRecord> audit, string action)
    {
        foreach (var record in audit)
        {
            if (record.Action == action && Guid.TryParse(record.SubjectId, out var id))
                yield return id;
        }
    }

    private async Task FindUnsignedResolutionsAsync(CancellationToken cancellation)
    {
        var after = Guid.Empty;
        while (true)
        {
            var page = await db.Hits.Where(h => h.State != HitState.Open && h.State != HitState.Suppressed && h.Id > after).OrderBy(h => h.Id).Select(h => h.Id).Take(RowsARead).ToListAsync(cancellation);
            if (page.Count == 0)
                return;
            var subjects = page.Select(id => (string?)id.ToString()).ToArray();
            var signed = await Audited.Where(a => a.Action == AuditAction.HitResolved && subjects.Contains(a.SubjectId)).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
            Inserted($"resolution of {LedgerKind.Hit}", page.Where(id => !signed.Contains(id.ToString())));
            after = page[^1];
        }
    }

    /// <summary>What the last change of a link made of it.</summary>
    private void Linked(LedgerEntry entry, LedgerLinks links)
    {
        if (Compare(entry, links.Change(entry.Id), BorderJson.Default.LinkChangeRow) is not { } change)
            return;
        if (links.Link(change.LinkId) is not { } link)
            Deleted(entry, LedgerKind.Link, change.LinkId);
        else if (!LedgerLinks.IsAsSigned(link, change))
            Changed(entry, LedgerKind.Link, link.Id, "the travellers, the evidence or the state");
    }

    /// <summary>A crossing's encounter is decided by it.</summary>
    private void Decided(LedgerEntry entry, Crossing crossing, EncounterRow? row)
    {
        if (row is null)
            Deleted(entry, Encounter, crossing.EncounterId);
        else if (row.State != EncounterState.Decided || row.CrossingId != crossing.Id || row.TravellerId != crossing.TravellerId || row.Port != crossing.Port || row.Counter != crossing.Counter || row.Direction != crossing.Direction)
            Changed(entry, Encounter, row.Id, "the decision");
    }

    /// <summary>What an audited resolution, withdrawal or referral made of its row.</summary>
    private void Done(
        LedgerEntry entry, AuditRecord record, Dictionary<Guid, HitRow> hits, Dictionary<Guid, EncounterRow> encounters, Dictionary<Guid, VettedRow> vetted, Dictionary<Guid, PolicyRow> policies)
    {
        if (!Guid.TryParse(record.SubjectId, out var id))
            return;
        if (record.Action == AuditAction.HitResolved)
        {
            if (hits.GetValueOrDefault(id) is not { } hit)
                Deleted(entry, LedgerKind.Hit, id);
            else if (hit.ResolvedBy != record.Actor || hit.ResolvedAt != record.At || HitQueue.Resolution(hit) != record.Detail)
                Changed(entry, LedgerKind.Hit, id, "the resolution");
        }
        else if (record.Action == AuditAction.VettedWithdrawn)
        {
            if (vetted.GetValueOrDefault(id) is not { } decision)
                Deleted(entry, LedgerKind.Vetted, id);
            else if (decision.WithdrawnBy != record.Actor || decision.WithdrawnAt != record.At || VettedRegister.Withdrawal(decision) != record.Detail)
                Changed(entry, LedgerKind.Vetted, id, "the withdrawal");
        }
        else if (record.Action == AuditAction.PolicyDecided)
        {
            if (policies.GetValueOrDefault(id) is not { } policy)
                Deleted(entry, LedgerKind.Policy, id);
            else if (policy.DecidedBy != record.Actor || policy.DecidedAt != record.At || PolicyRegister.Decision(policy) != record.Detail)
                Changed(entry, LedgerKind.Policy, id, "the decision");
        }
        else if (record.Action == AuditAction.EncounterReferred)
        {
            if (encounters.GetValueOrDefault(id) is not { } encounter)
                Deleted(entry, Encounter, id);
            else if (encounter.State == EncounterState.Open || encounter.ReferralReason != ReasonText.Recorded(record.Detail))
                Changed(entry, Encounter, id, "the referral");
        }
        else if (record.Action == AuditAction.InterviewAsked)
        {
            if (encounters.GetValueOrDefault(id) is not { } encounter)
                Deleted(entry, Encounter, id);
            else if (!EncounterContent.Of(encounter.Content).InterviewAsked)
                Changed(entry, Encounter, id, "the interview that was asked for");
        }
    }

    /// <summary>A permission and the number that a visa's zone is looked up by, which follows from the one that was signed.</summary>
    private void Compare(LedgerEntry entry, PermissionRow? row)
    {
        if (Compare(entry, row?.Fact(), BorderJson.Default.Permission) is not null && row!.NumberAsRead != EntryFindings.AsRead(row.Number))
            Changed(entry, LedgerKind.Permission, row.Id, "numberAsRead");
    }

    /// <summary>An extension and the end of the day on which it was decided, which lies where that day ends somewhere on earth.</summary>
    private void Compare(LedgerEntry entry, StayExtensionRow? row)
    {
        if (Compare(entry, row?.Fact(), BorderJson.Default.StayExtension) is null)
            return;
        var end = new DateTimeOffset(row!.DecidedOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if ((row.DecidedBefore - end).Duration() > FarthestZone)
            Changed(entry, LedgerKind.StayExtension, row.Id, "decidedBefore");
    }

    /// <summary>What an audited revocation made of its row.</summary>
    private void Revoked(LedgerEntry entry, AuditRecord record, Dictionary<Guid, PermissionRow> permissions, Dictionary<Guid, StayExtensionRow> extensions)
    {
        if (!Guid.TryParse(record.SubjectId, out var id))
            return;
        if (record.Action == AuditAction.PermissionRevoked)
        {
            if (permissions.GetValueOrDefault(id) is not { } permission)
                Deleted(entry, LedgerKind.Permission, id);
            else if ((permission.RevokedBy, permission.RevokedAt, permission.RevokedReason) != (record.Actor, record.At, record.Detail))
                Changed(entry, LedgerKind.Permission, id, "the revocation");
        }
        else if (record.Action == AuditAction.ExtensionRevoked)
        {
            if (extensions.GetValueOrDefault(id) is not { } extension)
                Deleted(entry, LedgerKind.StayExtension, id);
            else if ((extension.RevokedBy, extension.RevokedAt, extension.RevokedReason) != (record.Actor, record.At, record.Detail))
                Changed(entry, LedgerKind.StayExtension, id, "the revocation");
        }
    }

    /// <summary>What an audited lifting or revocation made of its row.</summary>
    private void DoneOnExit(LedgerEntry entry, AuditRecord record, Dictionary<Guid, ExitOrderRow> orders, Dictionary<Guid, ExitPaperRow> papers)
    {
        if (!Guid.TryParse(record.SubjectId, out var id))
            return;
        if (record.Action == AuditAction.ExitOrderLifted)
        {
            if (orders.GetValueOrDefault(id) is not { } order)
                Deleted(entry, LedgerKind.ExitOrder, id);
            else if (order.LiftedBy != record.Actor || order.LiftedAt != record.At || ExitOrderRegister.Lifting(order) != record.Detail)
                Changed(entry, LedgerKind.ExitOrder, id, "the lifting");
        }
        else if (record.Action == AuditAction.ExitPaperRevoked)
        {
            if (papers.GetValueOrDefault(id) is not { } paper)
                Deleted(entry, LedgerKind.ExitPaper, id);
            else if (paper.RevokedBy != record.Actor || paper.RevokedAt != record.At || paper.RevokedReason != record.Detail)
                Changed(entry, LedgerKind.ExitPaper, id, "the revocation");
        }
    }

    /// <summary>No order or paper that was never signed, none lifted or revoked by nobody, and those that are searched the orders that stand.</summary>
    private async Task FindUnsignedOfExitAsync(CancellationToken cancellation)
    {
        Inserted(LedgerKind.ExitOrder, await db.ExitOrders
            .Where(o => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.ExitOrder && e.Id == o.Id && e.Payload != "")).Select(o => o.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.ExitPaper, await db.ExitPapers
            .Where(p => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.ExitPaper && e.Id == p.Id && e.Payload != "")).Select(p => p.Id).ToListAsync(cancellation));
        var lifted = await db.ExitOrders.Where(o => o.LiftedAt != null).Select(o => o.Id).ToListAsync(cancellation);
        var agreed = await Audited.Where(a => a.Action == AuditAction.ExitOrderLifted).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
        Inserted($"lifting of {LedgerKind.ExitOrder}", lifted.Where(id => !agreed.Contains(id.ToString())));
        var revoked = await db.ExitPapers.Where(p => p.RevokedAt != null).Select(p => p.Id).ToListAsync(cancellation);
        var signed = await Audited.Where(a => a.Action == AuditAction.ExitPaperRevoked).Select(a => a.SubjectId).ToHashSetAsync(cancellation);
        Inserted($"revocation of {LedgerKind.ExitPaper}", revoked.Where(id => !signed.Contains(id.ToString())));
        faults.AddRange(await AskedLiftings.FaultsAsync(db, node, cancellation));
        faults.AddRange(await SearchedOrders.FaultsAsync(db, cancellation));
        faults.AddRange(await HeldContents.FaultsAsync(db, node, cancellation));
    }

    private T? Compare<T>(LedgerEntry entry, T? row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (row is null)
        {
            Deleted(entry, entry.Kind, entry.Id);
            return null;
        }
        var differing = SignedFact.Differing(entry.Payload, row, type);
        if (differing.Length > 0)
            Changed(entry, entry.Kind, entry.Id, string.Join(", ", differing));
        return row;
    }

    private void Changed(LedgerEntry entry, string kind, Guid id, string what) =>
        faults.Add(new LedgerFault("ROW_CHANGED", entry.Sequence, id, kind, $"The {kind} {id} differs from what was signed: {what}."));

    /// <summary>Subjects of audited deeds that are rightly no more; the chain tells of those that are not rightly so.</summary>
    private async Task ReadGoneAsync(IEnumerable<AuditRecord> audit, CancellationToken cancellation)
    {
        Guid[] subjects = [.. audit.Select(record => Guid.TryParse(record.SubjectId, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
        gone = subjects.Length == 0 ? [] : await db.Ledger.Where(e => subjects.Contains(e.Id) && e.Payload == "").Select(e => e.Id).ToHashSetAsync(cancellation);
    }

    /// <summary>What an audited lifting made of its hold.</summary>
    private void LiftedHold(LedgerEntry entry, AuditRecord record, Dictionary<Guid, HoldRow> holds)
    {
        if (record.Action != AuditAction.HoldLifted || !Guid.TryParse(record.SubjectId, out var id))
            return;
        if (holds.GetValueOrDefault(id) is not { } hold)
            Deleted(entry, LedgerKind.Hold, id);
        else if (hold.LiftedBy != record.Actor || hold.LiftedAt != record.At || HoldRegister.Lifting(hold) != record.Detail)
            Changed(entry, LedgerKind.Hold, id, "the lifting");
    }

    /// <summary>No schedule or hold that was never signed, and none lifted but by two.</summary>
    private async Task FindUnsignedOfRetentionAsync(CancellationToken cancellation)
    {
        Inserted(LedgerKind.Retention, await db.RetentionSchedules
            .Where(r => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Retention && e.Id == r.Id)).Select(r => r.Id).ToListAsync(cancellation));
        Inserted(LedgerKind.Hold, await db.LegalHolds
            .Where(h => !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Hold && e.Id == h.Id)).Select(h => h.Id).ToListAsync(cancellation));
        var lifted = await db.LegalHolds.AsNoTracking().Where(h => h.LiftedAt != null).ToListAsync(cancellation);
        var signed = (await Audited.Where(a => a.Action == AuditAction.HoldLifted || a.Action == AuditAction.HoldLiftingAsked).ToListAsync(cancellation)).ToLookup(a => a.SubjectId, StringComparer.Ordinal);
        Inserted($"lifting of {LedgerKind.Hold}", lifted.Where(hold => hold.LiftedBy == hold.LiftAskedBy
            || !signed[hold.Id.ToString()].Any(a => a.Action == AuditAction.HoldLifted)
            || !signed[hold.Id.ToString()].Any(a => a.Action == AuditAction.HoldLiftingAsked && a.Actor == hold.LiftAskedBy && a.At == hold.LiftAskedAt && a.Detail == HoldRegister.Asking(hold))).Select(hold => hold.Id));
    }

    private void Deleted(LedgerEntry entry, string kind, Guid id)
    {
        if (id != entry.Id && (gone.Contains(id) || erased.Referred.Contains(id)))
            return;
        Missing(entry, kind, id);
    }

    private void Missing(LedgerEntry entry, string kind, Guid id) =>
        faults.Add(new LedgerFault("ROW_DELETED", entry.Sequence, id, kind, $"The {kind} {id} is gone from its table."));

    private void Inserted(string kind, IEnumerable<Guid> ids) =>
        faults.AddRange(ids.Select(id => new LedgerFault("ROW_INSERTED", null, id, kind, $"The {kind} {id} was never signed.")));
}
