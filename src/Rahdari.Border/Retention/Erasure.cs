using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>Erases rows and the payloads of their ledger entries, and signs that it was done: all in one unit of the ledger.</summary>
internal static class Erasure
{
    public static async Task EraseAsync(LedgerAppend append, DueRecords due, PurgeTerms terms, RecordClass of, Guid run, string by, CancellationToken cancellation)
    {
        var db = append.Db;
        var period = terms.PeriodOf(of) ?? terms.PeriodOf(RecordClass.Crossings)!;
        List<Guid> facts = [.. due.Crossings, .. due.Hits, .. due.Vetted, .. due.Permissions, .. due.Extensions, .. due.Orders, .. due.Papers, .. due.Audit, .. due.Received];
        var referred = await ReferredAsync(db, due.Encounters, cancellation);
        var imports = await CrossingsAsync(db, due.Crossings, cancellation);
        facts.AddRange(await CorrectionsAsync(db, due.Crossings, cancellation));
        facts.AddRange(imports.Where(import => import.IsWhole).Select(import => import.Purged.Import));
        facts.AddRange(await JourneysAsync(db, due, cancellation));
        await EncountersAsync(db, due.Encounters, cancellation);
        await Each(due.Hits, ids => db.Hits.Where(h => ids.Contains(h.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Vetted, ids => db.Vetted.Where(v => ids.Contains(v.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Permissions, ids => db.Permissions.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Extensions, ids => db.StayExtensions.Where(x => ids.Contains(x.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Orders, ids => OrdersAsync(append, ids, by, cancellation));
        await Each(due.Papers, ids => db.ExitPapers.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Audit, ids => db.Audit.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Expected, ids => db.ExpectedTravellers.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancellation));
        await Each(due.Messages, ids => db.AdvanceMessages.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancellation));
        foreach (var ids in due.Travellers.Chunk(HeldRecords.Most))
            facts.AddRange(await TravellersAsync(db, ids, cancellation));
        var (sequences, digest) = await PayloadsAsync(db, terms.Node, facts, cancellation);
        var received = new List<PurgedChain>();
        foreach (var node in await db.LedgerHeads.Where(h => h.Node != terms.Node).Select(h => h.Node).Order().ToListAsync(cancellation))
        {
            if (await PayloadsAsync(db, node, facts, cancellation) is (not "", _) and var (theirs, digested))
                received.Add(new PurgedChain(node, theirs, digested));
        }
        append.Purge(new PurgeFact
        {
            Id = Guid.CreateVersion7(append.Now),
            Run = run,
            At = append.Now,
            By = by,
            Schedule = terms.Schedule.Number,
            Class = of,
            LegalBasis = period.LegalBasis,
            CutOff = terms.CutOff(period.Class)!.Value,
            Records = due.Count,
            Sequences = sequences,
            Digest = digest,
            Received = received.Count == 0 ? null : received,
            Referred = referred,
            Imports = [.. imports.Select(import => import.Purged)],
        });
    }

    /// <summary>The entries stay, with an empty payload.</summary>
    private static async Task<(string Sequences, string Digest)> PayloadsAsync(BorderContext db, string node, List<Guid> facts, CancellationToken cancellation)
    {
        var erased = new SortedDictionary<long, LedgerEntry>();
        foreach (var ids in facts.Chunk(HeldRecords.Most))
        {
            foreach (var entry in await db.Ledger.AsNoTracking().Where(e => e.Node == node && ids.Contains(e.Id) && e.Payload != "").ToListAsync(cancellation))
                erased[entry.Sequence] = entry;
        }
        foreach (var sequences in erased.Keys.Chunk(HeldRecords.Most))
            await db.Ledger.Where(e => e.Node == node && sequences.Contains(e.Sequence)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, ""), cancellation);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in erased.Values)
            ErasedEntries.Add(sha, entry);
        return (NumberRanges.Text(erased.Keys), Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    /// <summary>Crossings with their keys; of those that were imported what tells later that no others are gone. The notes of the latest crossings follow.</summary>
    private static async Task<IReadOnlyList<(PurgedImport Purged, bool IsWhole)>> CrossingsAsync(BorderContext db, List<Guid> due, CancellationToken cancellation)
    {
        var imports = new List<(PurgedImport, bool)>();
        var gone = new List<Crossings.Crossing>();
        foreach (var ids in due.Chunk(HeldRecords.Most))
            gone.AddRange((await CrossingMonths.FindAsync(db, ids, cancellation)).Values);
        foreach (var batch in gone.Where(c => c.ImportId is not null).GroupBy(c => c.ImportId!.Value).OrderBy(batch => batch.Key))
            imports.Add(await ImportedRows.PurgedAsync(db, batch.Key, [.. batch], cancellation));
        foreach (var some in gone.Chunk(HeldRecords.Most))
        {
            Guid[] ids = [.. some.Select(c => c.Id)];
            string[] keys = [.. some.Select(c => c.IdempotencyKey).Distinct()];
            var (first, last) = (some.Min(c => c.At), some.Max(c => c.At));
            await db.CrossingKeys.Where(k => keys.Contains(k.IdempotencyKey) && ids.Contains(k.CrossingId)).ExecuteDeleteAsync(cancellation);
            await db.Crossings.Where(c => ids.Contains(c.Id) && c.At >= first && c.At <= last).ExecuteDeleteAsync(cancellation);
        }
        foreach (var some in gone.Select(c => c.TravellerId).Distinct().Chunk(HeldRecords.Most))
        {
            await LastCrossings.AgainAsync(db, some, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        return imports;
    }

    /// <summary>What was corrected of crossings that go.</summary>
    private static async Task<IReadOnlyList<Guid>> CorrectionsAsync(BorderContext db, List<Guid> crossings, CancellationToken cancellation)
    {
        var corrections = new List<Guid>();
        foreach (var ids in crossings.Chunk(HeldRecords.Most))
        {
            corrections.AddRange(await db.Corrections.Where(c => ids.Contains(c.CrossingId)).Select(c => c.Id).ToListAsync(cancellation));
            await db.Corrections.Where(c => ids.Contains(c.CrossingId)).ExecuteDeleteAsync(cancellation);
        }
        return corrections;
    }

    /// <summary>What was told of the journeys of encounters that go, and what was found at crossings that go.</summary>
    private static async Task<IReadOnlyList<Guid>> JourneysAsync(BorderContext db, DueRecords due, CancellationToken cancellation)
    {
        var gone = new List<Guid>();
        foreach (var ids in due.Encounters.Chunk(HeldRecords.Most))
        {
            gone.AddRange(await db.Journeys.Where(j => ids.Contains(j.EncounterId)).Select(j => j.Id).ToListAsync(cancellation));
            await db.Journeys.Where(j => ids.Contains(j.EncounterId)).ExecuteDeleteAsync(cancellation);
        }
        foreach (var ids in due.Crossings.Chunk(HeldRecords.Most))
        {
            gone.AddRange(await db.Indications.Where(i => ids.Contains(i.CrossingId)).Select(i => i.Id).ToListAsync(cancellation));
            await db.Indications.Where(i => ids.Contains(i.CrossingId)).ExecuteDeleteAsync(cancellation);
        }
        return gone;
    }

    private static async Task EncountersAsync(BorderContext db, List<Guid> due, CancellationToken cancellation)
    {
        foreach (var ids in due.Chunk(HeldRecords.Most))
        {
            await db.EncounterPictures.Where(p => ids.Contains(p.EncounterId)).ExecuteDeleteAsync(cancellation);
            await db.EncounterChips.Where(c => ids.Contains(c.EncounterId)).ExecuteDeleteAsync(cancellation);
            await db.Encounters.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    private static async Task<IReadOnlyList<Guid>> ReferredAsync(BorderContext db, List<Guid> encounters, CancellationToken cancellation)
    {
        var referred = new List<Guid>();
        foreach (var ids in encounters.Chunk(HeldRecords.Most))
        {
            var subjects = Array.ConvertAll(ids, id => (string?)id.ToString());
            referred.AddRange((await db.Audit.Where(a => a.Action == AuditAction.EncounterReferred && subjects.Contains(a.SubjectId)).Select(a => a.SubjectId!).Distinct().ToListAsync(cancellation)).Select(Guid.Parse));
        }
        return [.. referred.Order()];
    }

    /// <summary>Orders, and what was searched of them; one that was not lifted is taken from the list first.</summary>
    private static async Task OrdersAsync(LedgerAppend append, Guid[] ids, string by, CancellationToken cancellation)
    {
        var db = append.Db;
        foreach (var order in await db.ExitOrders.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Number).ToListAsync(cancellation))
        {
            if (order.LiftedAt is null)
            {
                await ExitControl.OrderList.ChangeAsync(append, order, isLifted: true, by, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
            await db.WatchlistEntries.Where(e => e.List == ExitControl.OrderList.Name && e.Reference == order.Reference).ExecuteDeleteAsync(cancellation);
        }
        await db.ExitOrders.Where(o => ids.Contains(o.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Travellers with their documents, keys and links; whoever else was the same person is named by the earliest who stays.</summary>
    /// <returns>The changes of their links, of which the ledger has entries.</returns>
    private static async Task<IReadOnlyList<Guid>> TravellersAsync(BorderContext db, Guid[] ids, CancellationToken cancellation)
    {
        var persons = await db.Travellers.Where(t => ids.Contains(t.Id)).Select(t => t.PersonId).Distinct().ToArrayAsync(cancellation);
        var links = await db.TravellerLinks.Where(l => ids.Contains(l.OneId) || ids.Contains(l.OtherId)).Select(l => l.Id).ToListAsync(cancellation);
        var changes = new List<Guid>();
        foreach (var some in links.Chunk(HeldRecords.Most))
        {
            changes.AddRange(await db.LinkChanges.Where(c => some.Contains(c.LinkId)).Select(c => c.Id).ToListAsync(cancellation));
            await db.LinkChanges.Where(c => some.Contains(c.LinkId)).ExecuteDeleteAsync(cancellation);
            await db.TravellerLinks.Where(l => some.Contains(l.Id)).ExecuteDeleteAsync(cancellation);
        }
        await db.TravellerKeys.Where(k => ids.Contains(k.TravellerId)).ExecuteDeleteAsync(cancellation);
        await db.TravellerDocuments.Where(d => ids.Contains(d.TravellerId)).ExecuteDeleteAsync(cancellation);
        await db.LastCrossings.Where(l => ids.Contains(l.TravellerId)).ExecuteDeleteAsync(cancellation);
        await db.CrossingSpans.Where(s => ids.Contains(s.TravellerId)).ExecuteDeleteAsync(cancellation);
        await db.Travellers.Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var person in (await db.Travellers.Where(t => persons.Contains(t.PersonId)).ToListAsync(cancellation)).GroupBy(t => t.PersonId))
        {
            var earliest = person.OrderBy(t => t.FirstSeen).ThenBy(t => t.Id).First().Id;
            foreach (var traveller in person)
                traveller.PersonId = earliest;
        }
        await db.SaveChangesAsync(cancellation);
        return changes;
    }

    private static async Task Each(List<Guid> due, Func<Guid[], Task> erase)
    {
        foreach (var ids in due.Chunk(HeldRecords.Most))
            await erase(ids);
    }
}
