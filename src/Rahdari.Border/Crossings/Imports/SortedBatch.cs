using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A batch beside what is recorded: which of its records are new, which are there, and which say something else than before.</summary>
/// <param name="Fresh">To be imported.</param>
/// <param name="Rejects">All that are rejected, in the order of the file.</param>
/// <param name="AlreadyThere">How many are recorded as the file has them.</param>
internal sealed record SortedBatch(IReadOnlyList<Crossing> Fresh, IReadOnlyList<LegacyReject> Rejects, int AlreadyThere)
{
    public static async Task<SortedBatch> OfAsync(BorderContext db, string node, LegacyBatch batch, string file, CancellationToken cancellation)
    {
        var keys = batch.Rows.Select(r => r.Crossing.IdempotencyKey).ToArray();
        var recorded = await db.CrossingKeys.AsNoTracking().Where(k => k.Node == node && keys.Contains(k.IdempotencyKey)).ToDictionaryAsync(k => k.IdempotencyKey, k => k.CrossingId, StringComparer.Ordinal, cancellation);
        var (fresh, rejects, there) = (new List<Crossing>(batch.Rows.Count), new List<LegacyReject>(batch.Rejects), 0);
        foreach (var (crossing, place, original) in batch.Rows)
        {
            if (recorded.TryAdd(crossing.IdempotencyKey, crossing.Id))
                fresh.Add(crossing);
            else if (recorded[crossing.IdempotencyKey] == crossing.Id)
                there++;
            else
                rejects.Add(new LegacyReject(Differs(crossing, recorded[crossing.IdempotencyKey], file, place), original));
        }
        return new SortedBatch(fresh, [.. rejects.OrderBy(r => r.Error.Line)], there);
    }

    private static ListError Differs(Crossing crossing, Guid recorded, string file, long place) => new(
        BorderRule.ImportDiffers.Broken("key", ("key", crossing.IdempotencyKey[(crossing.Source!.Length + 1)..]), ("crossing", recorded.ToString())), file, place, 0);
}
