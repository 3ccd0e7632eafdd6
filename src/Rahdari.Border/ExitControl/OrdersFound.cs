using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.ExitControl;

/// <summary>Tells hits on orders that bar leaving now from those that are only to be told: on entry, before their first day, past their last, or to inform.</summary>
/// <param name="Screened">What alerts.</param>
/// <param name="Told">What an officer is told beside.</param>
internal sealed record OrdersFound(Screened Screened, IReadOnlyList<Finding> Told)
{
    /// <summary>Looks up the orders behind the hits, in the transaction that stores them.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="screened">What was found.</param>
    /// <param name="direction">Which way the traveller goes; null of who is in the country, where an order alerts as on exit.</param>
    /// <param name="today">At the port.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<OrdersFound> OfAsync(BorderContext db, Screened screened, Direction? direction, DateOnly today, CancellationToken cancellation)
    {
        var (standing, orders, told) = (new List<Hit>(), new Dictionary<string, ListedOrder>(StringComparer.Ordinal), new List<Finding>());
        foreach (var hit in screened.Hits)
        {
            var (list, reference) = WatchlistEntry.Origin(hit.Person.Key);
            var content = await db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list, screened.VersionOf(list))).Where(e => e.Reference == reference)
                .Select(e => e.Content).FirstOrDefaultAsync(cancellation);
            if (content is null || JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)!.Order is not { } order)
            {
                standing.Add(hit);
                continue;
            }
            if (OnlyTold(order, direction, today) is { } rule)
            {
                told.Add(order.Told(rule, hit.Person.Key, hit.Person.Names[0].Text, Probability.Shown(hit.Score)));
                continue;
            }
            standing.Add(hit);
            orders[hit.Person.Key] = order;
        }
        return new OrdersFound(standing.Count == screened.Hits.Count && orders.Count == 0 ? screened : screened with { Hits = standing, Orders = orders }, told);
    }

    /// <summary>True where an order that bars leaving now is of who keeps this minor, and nobody told both apart.</summary>
    public bool IsOfCustody(VettedBefore vetted) => Screened.Orders.Any(order =>
        order.Value.Kind == ExitOrderKind.MinorCustody && WatchlistEntry.Origin(order.Key) is var (list, reference) && vetted.Find(list, reference) is not { Changes.Count: 0 });

    /// <summary>The rule of an order that bars leaving.</summary>
    public static BorderRule RuleOf(ListedOrder order) =>
        order.Instruction == ExitInstruction.TakeDocument ? BorderRule.ExitOrderTakeDocument
        : order.Kind == ExitOrderKind.MinorCustody ? BorderRule.ExitOrderOfCustody
        : BorderRule.ExitOrder;

    /// <summary>The rule by which an order is only told; null where it stops.</summary>
    private static BorderRule? OnlyTold(ListedOrder order, Direction? direction, DateOnly today) =>
        order.ValidFrom > today ? BorderRule.ExitOrderNotYetValid
        : order.ValidTo < today ? BorderRule.ExitOrderExpired
        : direction == Direction.Entry ? BorderRule.ExitOrderOnEntry
        : order.Instruction == ExitInstruction.InformOnly ? BorderRule.ExitOrderInforms
        : null;
}
