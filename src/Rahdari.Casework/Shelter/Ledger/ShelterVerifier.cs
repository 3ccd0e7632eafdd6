using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>Walks the chain of the victims' store and holds every row against what was last signed of it. Opens no section: it needs no key and shows nothing of anybody.</summary>
internal sealed class ShelterVerifier
{
    private const int RecordsARead = 1000;

    private readonly CaseworkHome home;
    private readonly ShelterStorage storage;

    public ShelterVerifier(CaseworkHome home, ShelterStorage storage) => (this.home, this.storage) = (home, storage);

    /// <summary>Walks the chain and compares the rows.</summary>
    /// <param name="anchor">A head noted earlier (<c>sequence:hash</c>), which must still be in the chain; or null.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<LedgerVerification> WalkAsync(string? anchor, CancellationToken cancellation)
    {
        using var key = home.OpenKey();
        await using var db = storage.Open();
        // One state throughout: the store may go on meanwhile.
        await using var transaction = await Snapshot.BeginAsync(db, cancellation);
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == home.Node, cancellation);
        var walk = new LedgerWalk(home.Node, _ => key, head, LedgerAnchor.Parse(anchor)?.Sequence, _ => false);
        var faults = new List<LedgerFault>();
        var rows = new Dictionary<string, (string? Hash, long Sequence)>();
        var audited = new HashSet<Guid>();
        var after = 0L;
        while (true)
        {
            var batch = await db.Ledger.AsNoTracking().Where(e => e.Node == home.Node && e.Sequence > after).OrderBy(e => e.Sequence).Take(RecordsARead).ToListAsync(cancellation);
            if (batch.Count == 0)
                break;
            Guid[] ids = [.. batch.Where(e => e.Kind == ShelterFactKind.Audit).Select(e => e.Id)];
            var audit = await db.Audit.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
            foreach (var entry in batch)
            {
                walk.Next(entry);
                if (entry.Kind == ShelterFactKind.Row && CaseworkJson.ReadSigned<RowFact>(entry.Payload) is { } fact)
                    rows[fact.Name] = (fact.Hash, entry.Sequence);
                if (entry.Kind != ShelterFactKind.Audit || CaseworkJson.ReadSigned<AuditRecord>(entry.Payload) is not { } record)
                    continue;
                audited.Add(entry.Id);
                if (!audit.TryGetValue(entry.Id, out var row))
                    faults.Add(new LedgerFault("ROW_DELETED", entry.Sequence, entry.Id, entry.Kind, $"The row of record {entry.Sequence} is gone."));
                else if (row != record)
                    faults.Add(new LedgerFault("ROW_CHANGED", entry.Sequence, entry.Id, entry.Kind, $"The row of record {entry.Sequence} is not what was signed."));
            }
            after = batch[^1].Sequence;
        }
        walk.End();
        foreach (var table in Tables(db))
            await CompareAsync(table, rows, faults, cancellation);
        faults.AddRange(rows.Where(r => r.Value.Hash is not null).Select(r => new LedgerFault("ROW_DELETED", r.Value.Sequence, null, ShelterFactKind.Row, $"The row {r.Key} is gone.")));
        foreach (var id in (await db.Audit.Select(a => a.Id).ToListAsync(cancellation)).Except(audited))
            faults.Add(new LedgerFault("ROW_INSERTED", null, id, ShelterFactKind.Audit, "The chain knows nothing of this audit record."));
        return new LedgerVerification(
            home.Node, walk.Walked, walk.Last, walk.LastHash is { } hash ? Convert.ToHexStringLower(hash) : null, [.. walk.Faults.Concat(faults).Concat(LedgerAnchor.Faults(anchor, walk)).OrderBy(f => f.Sequence ?? long.MaxValue)]);
    }

    /// <summary>Every table of rows; a new one is added here, and a test holds the list against the model.</summary>
    public static IReadOnlyList<IQueryable<ShelterRow>> Tables(ShelterContext db) =>
    [
        db.Organisations, db.Members, db.Files, db.Sections, db.Wraps, db.Consents, db.Referrals, db.Beds, db.Stays, db.Waiting, db.Alerts, db.PoliceAlerts,
    ];

    private static async Task CompareAsync(IQueryable<ShelterRow> table, Dictionary<string, (string? Hash, long Sequence)> signed, List<LedgerFault> faults, CancellationToken cancellation)
    {
        await foreach (var row in table.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var name = RowFact.NameOf(row);
            if (!signed.Remove(name, out var last) || last.Hash is null)
                faults.Add(new LedgerFault("ROW_INSERTED", null, null, ShelterFactKind.Row, $"The chain knows nothing of the row {name}."));
            else if (last.Hash != RowFact.HashOf(row))
                faults.Add(new LedgerFault("ROW_CHANGED", last.Sequence, null, ShelterFactKind.Row, $"The row {name} is not what was signed."));
        }
    }
}
