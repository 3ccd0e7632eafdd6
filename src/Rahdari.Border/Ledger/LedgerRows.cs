using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>Compares the tables that people read with the facts that were signed.</summary>
internal sealed class LedgerRows(BorderContext db)
{
    private readonly List<LedgerFault> faults = [];

    public IReadOnlyList<LedgerFault> Faults => faults;

    /// <summary>Every fact of the batch must stand in its table, as signed.</summary>
    public async Task CompareAsync(IReadOnlyList<LedgerEntry> batch, CancellationToken cancellation)
    {
        var ids = batch.Where(e => e.Kind == LedgerKind.Crossing).Select(e => e.Id).ToArray();
        var crossings = await db.Crossings.AsNoTracking().Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => JsonSerializer.SerializeToNode(c, BorderJson.Default.Crossing), cancellation);
        ids = [.. batch.Where(e => e.Kind == LedgerKind.Audit).Select(e => e.Id)];
        var audit = await db.Audit.AsNoTracking().Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => JsonSerializer.SerializeToNode(a, BorderJson.Default.AuditRecord), cancellation);
        foreach (var entry in batch)
        {
            if (entry.Kind == LedgerKind.Crossing)
                Compare(entry, crossings.GetValueOrDefault(entry.Id));
            else if (entry.Kind == LedgerKind.Audit)
                Compare(entry, audit.GetValueOrDefault(entry.Id));
        }
    }

    /// <summary>No table may hold a row that the node's ledger does not know as what it is; a row that names another node is nobody's.</summary>
    public async Task FindInsertedAsync(string node, CancellationToken cancellation)
    {
        var crossings = await db.Crossings
            .Where(c => c.Node != node || !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Crossing && e.Id == c.Id))
            .Select(c => c.Id).ToListAsync(cancellation);
        var audit = await db.Audit
            .Where(a => a.Node != node || !db.Ledger.Any(e => e.Node == node && e.Kind == LedgerKind.Audit && e.Id == a.Id))
            .Select(a => a.Id).ToListAsync(cancellation);
        faults.AddRange(crossings.Select(id => Inserted(id, LedgerKind.Crossing)).Concat(audit.Select(id => Inserted(id, LedgerKind.Audit))));

        static LedgerFault Inserted(Guid id, string kind) => new("ROW_INSERTED", null, id, kind, $"The {kind} {id} was never signed.");
    }

    private void Compare(LedgerEntry entry, JsonNode? row)
    {
        if (row is null)
        {
            faults.Add(new LedgerFault("ROW_DELETED", entry.Sequence, entry.Id, entry.Kind, $"The {entry.Kind} {entry.Id} is gone from its table."));
            return;
        }
        JsonObject? signed;
        try
        {
            signed = JsonNode.Parse(entry.Payload) as JsonObject;
        }
        catch (JsonException)
        {
            return; // A payload that is no JSON was changed: the chain says so.
        }
        // Only what was signed counts: a later version of the table may have columns that this record did not know.
        var stored = row.AsObject();
        var names = (signed ?? []).Select(p => p.Key).Concat(stored.Select(p => p.Key)).Distinct(StringComparer.Ordinal);
        var differing = names.Where(name => !JsonNode.DeepEquals(signed?[name], stored[name])).ToArray();
        if (differing.Length > 0)
            faults.Add(new LedgerFault("ROW_CHANGED", entry.Sequence, entry.Id, entry.Kind, $"The {entry.Kind} {entry.Id} differs from what was signed: {string.Join(", ", differing)}."));
    }
}
