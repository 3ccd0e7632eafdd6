using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Received;

/// <summary>Finds who of the travellers that came with received records is whom: whoever left by another port than they came is one person. Thread-safe.</summary>
public sealed class ReceivedTravellers
{
    private const int ATime = 50;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal ReceivedTravellers(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Compares some of those who wait; returns how many it took. Zero where nobody waits.</summary>
    public async Task<int> LinkAsync(CancellationToken cancellation = default)
    {
        List<UnlinkedTravellerRow> waiting;
        await using (var db = storage.Open())
            waiting = await db.UnlinkedTravellers.AsNoTracking().OrderBy(u => u.TravellerId).Take(ATime).ToListAsync(cancellation);
        return waiting.Count == 0 ? 0 : await ledger.WriteAsync(
            async append =>
            {
                var ids = waiting.Select(u => u.TravellerId).ToArray();
                var documents = await append.Db.TravellerDocuments.AsNoTracking().Where(d => ids.Contains(d.TravellerId)).ToListAsync(cancellation);
                foreach (var (traveller, port) in waiting.Select(u => (u.TravellerId, u.Port)))
                {
                    KnownIdentity[] identities = [.. documents.Where(d => d.TravellerId == traveller).Select(KnownIdentity.Of)];
                    if (identities.Length == 0)
                        continue;
                    await LinkWriter.FindAsync(append, traveller, identities, isChanged: true, port, cancellation);
                    await append.Db.SaveChangesAsync(cancellation);
                }
                await append.Db.UnlinkedTravellers.Where(u => ids.Contains(u.TravellerId)).ExecuteDeleteAsync(cancellation);
                return waiting.Count;
            },
            cancellation);
    }
}
