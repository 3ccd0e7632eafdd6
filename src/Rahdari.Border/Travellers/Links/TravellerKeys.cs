using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Travellers.Links;

/// <summary>Makes the keys of travellers who have none yet, or those of an earlier version: after an upgrade, once.</summary>
internal static class TravellerKeys
{
    private const int Chunk = 500;

    public static async Task FillAsync(BorderStorage storage, LedgerWriter ledger, CancellationToken cancellation)
    {
        while (await IsMissingAsync(storage, cancellation))
        {
            await ledger.WriteAsync(
                async append =>
                {
                    var db = append.Db;
                    var travellers = await db.Travellers.Where(t => t.KeysVersion < IdentityKeys.Version).OrderBy(t => t.Id).Take(Chunk).ToListAsync(cancellation);
                    Guid[] ids = [.. travellers.Select(t => t.Id)];
                    var documents = (await db.TravellerDocuments.AsNoTracking().Where(d => ids.Contains(d.TravellerId)).ToListAsync(cancellation)).ToLookup(d => d.TravellerId);
                    foreach (var traveller in travellers)
                    {
                        if (traveller.PersonId == Guid.Empty)
                            traveller.PersonId = traveller.Id; // From before there were persons.
                        await LinkWriter.KeepKeysAsync(db, traveller, [.. documents[traveller.Id].Select(KnownIdentity.Of)], cancellation);
                    }
                    return true;
                },
                cancellation);
        }
    }

    private static async Task<bool> IsMissingAsync(BorderStorage storage, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        return await db.Travellers.AnyAsync(t => t.KeysVersion < IdentityKeys.Version, cancellation);
    }
}
