using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>The keys that keep a crossing from being recorded twice, beside the crossings that they are of: a key that was put in keeps one from being recorded at all.</summary>
internal static class LedgerKeys
{
    /// <summary>Keys of no crossing, and crossings whose key is gone.</summary>
    public static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(BorderContext db, CancellationToken cancellation)
    {
        var unused = await db.CrossingKeys.Where(k => !db.Crossings.Any(c => c.Id == k.CrossingId && c.Node == k.Node && c.IdempotencyKey == k.IdempotencyKey)).Select(k => k.CrossingId).ToListAsync(cancellation);
        var without = await db.Crossings.Where(c => !db.CrossingKeys.Any(k => k.Node == c.Node && k.IdempotencyKey == c.IdempotencyKey && k.CrossingId == c.Id)).Select(c => c.Id).ToListAsync(cancellation);
        return
        [
            .. unused.Select(id => new LedgerFault("ROW_INSERTED", null, id, LedgerKind.Crossing, $"A key is noted as used by crossing {id}, which did not use it.")),
            .. without.Select(id => new LedgerFault("ROW_DELETED", null, id, LedgerKind.Crossing, $"The key of crossing {id} is gone from its table: it could be recorded again.")),
        ];
    }
}
