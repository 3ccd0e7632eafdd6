using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Received;

/// <summary>Compares the rows that <see cref="ReceivedFacts"/> made with what their nodes signed.</summary>
internal sealed class ReceivedRows(BorderContext db)
{
    private readonly List<LedgerFault> faults = [];

    public IReadOnlyList<LedgerFault> Faults => faults;

    /// <summary>Each fact of the batch that has a row must stand there as signed.</summary>
    public async Task CompareAsync(IReadOnlyList<LedgerEntry> batch, CancellationToken cancellation)
    {
        var ids = Of(LedgerKind.Crossing);
        var crossings = (await CorrectedCrossings.AsSignedAsync(db, (await CrossingMonths.FindAsync(db, ids, cancellation)).Values, cancellation)).ToDictionary(c => c.Id);
        ids = Of(LedgerKind.Correction);
        var corrections = await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Fact(), cancellation);
        var corrected = await ReceivedFacts.CorrectedAsync(db, batch, cancellation);
        ids = Of(LedgerKind.Audit);
        var audit = await db.Audit.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        foreach (var record in batch.Where(record => record.Payload.Length > 0))
        {
            if (record.Kind == LedgerKind.Crossing)
                Compare(record, crossings.GetValueOrDefault(record.Id), BorderJson.Default.Crossing);
            else if (record.Kind == LedgerKind.Correction && corrected.ContainsKey(record.Id))
                Compare(record, corrections.GetValueOrDefault(record.Id), BorderJson.Default.Correction);
            else if (record.Kind == LedgerKind.Audit)
                Compare(record, audit.GetValueOrDefault(record.Id), BorderJson.Default.AuditRecord);
        }

        Guid[] Of(string kind) => [.. batch.Where(record => record.Kind == kind && record.Payload.Length > 0).Select(record => record.Id)];
    }

    private void Compare<T>(LedgerEntry record, T? row, JsonTypeInfo<T> type)
        where T : class
    {
        if (row is null)
        {
            faults.Add(new LedgerFault("ROW_DELETED", record.Sequence, record.Id, record.Kind, $"The {record.Kind} {record.Id} is gone from its table."));
            return;
        }
        if (SignedFact.Differing(record.Payload, row, type) is { Length: > 0 } differing)
            faults.Add(new LedgerFault("ROW_CHANGED", record.Sequence, record.Id, record.Kind, $"The {record.Kind} {record.Id} differs from what was signed: {string.Join(", ", differing)}."));
    }
}
