using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Ledger;

/// <summary>Compares the orders that are searched with those that were signed and are not lifted: each must be there once, as signed, and nothing beside them.</summary>
internal static class SearchedOrders
{
    public static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(BorderContext db, CancellationToken cancellation)
    {
        // What headquarters governs has no orders behind it here: it is compared with what headquarters published.
        if (await Governed.RowAsync(db, Topic.ExitOrders, cancellation) is not null)
            return [];
        var version = await db.WatchlistVersions.Where(v => v.List == OrderList.Name).MaxAsync(v => (int?)v.Number, cancellation) ?? 0;
        var entries = await db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(OrderList.Name, version))
            .Select(e => new { e.Id, e.Reference, e.Kind, e.Content }).ToListAsync(cancellation);
        var searched = entries.ToLookup(e => e.Reference, StringComparer.Ordinal);
        var standing = await db.ExitOrders.AsNoTracking().Where(o => o.LiftedAt == null).ToListAsync(cancellation);
        var faults = new List<LedgerFault>();
        foreach (var order in standing)
        {
            // What is searched is what the content says, and of persons alone.
            if (searched[order.Reference].ToArray() is not [{ Kind: WatchlistEntryKind.Individual } entry] || Hash(entry.Content) is not { } hash || hash != SignedHash(order))
                faults.Add(new LedgerFault("ROW_CHANGED", null, order.Id, LedgerKind.ExitOrder, $"The {LedgerKind.ExitOrder} {order.Id} is not searched as it was signed."));
        }
        var references = standing.Select(order => order.Reference).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(entries.Where(e => !references.Contains(e.Reference)).Select(e =>
            new LedgerFault("ROW_INSERTED", null, e.Id, LedgerKind.ExitOrder, $"The entry {e.Id}, {OrderList.Name}/{e.Reference}, is searched, and no {LedgerKind.ExitOrder} stands behind it.")));
        return faults;
    }

    private static string? Hash(string content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)?.ContentHash();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null where the row's terms can no longer be read: that they were changed is told with what was signed.</summary>
    private static string? SignedHash(ExitOrderRow order)
    {
        try
        {
            return OrderList.Entry(order).ContentHash();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
