using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>Compares who asked for a lifting with what was signed when they asked: that two people lifted an order rests on it.</summary>
internal static class AskedLiftings
{
    public static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(BorderContext db, string node, CancellationToken cancellation)
    {
        var orders = await db.ExitOrders.AsNoTracking().Where(o => o.LiftAskedBy != null || o.LiftedAt != null).ToListAsync(cancellation);
        var signed = (await db.Audit.AsNoTracking().Where(a => a.Node == node && a.Action == AuditAction.ExitOrderLiftingAsked).ToListAsync(cancellation)).ToLookup(a => a.SubjectId, StringComparer.Ordinal);
        return
        [
            .. orders.Where(order => order.LiftedBy == order.LiftAskedBy || !signed[order.Id.ToString()].Any(asked => IsOf(asked, order)))
                .Select(order => new LedgerFault("ROW_CHANGED", null, order.Id, LedgerKind.ExitOrder, $"Nobody but who agreed asked, as signed, that the {LedgerKind.ExitOrder} {order.Id} be lifted.")),
        ];
    }

    private static bool IsOf(AuditRecord asked, ExitOrderRow order) =>
        asked.Actor == order.LiftAskedBy && asked.At == order.LiftAskedAt && asked.Detail == ExitOrderRegister.Asking(order);
}
