using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Travellers.Links;

/// <summary>Makes the keys of travellers who have none yet, or those of an earlier version: after an upgrade, once.</summary>
internal static partial class TravellerKeys
{
    private const int Chunk = 500;

    /// <summary>It is told how far it is after so many.</summary>
    private const int Told = 100 * Chunk;

    public static async Task FillAsync(BorderStorage storage, LedgerWriter ledger, ILogger? log, CancellationToken cancellation)
    {
        if (!await IsMissingAsync(storage, cancellation))
            return;
        var (after, done) = (Guid.Empty, 0);
        for (var isLeft = true; isLeft;)
        {
            var position = after;
            (after, var made) = await ledger.WriteAsync(
                async append =>
                {
                    var db = append.Db;
                    var travellers = await db.Travellers.Where(t => t.Id > position && t.KeysVersion < IdentityKeys.Version).OrderBy(t => t.Id).Take(Chunk).ToListAsync(cancellation);
                    Guid[] ids = [.. travellers.Select(t => t.Id)];
                    var documents = (await db.TravellerDocuments.AsNoTracking().Where(d => ids.Contains(d.TravellerId)).ToListAsync(cancellation)).ToLookup(d => d.TravellerId);
                    foreach (var traveller in travellers)
                    {
                        if (traveller.PersonId == Guid.Empty)
                            traveller.PersonId = traveller.Id; // From before there were persons.
                        await LinkWriter.KeepKeysAsync(db, traveller, [.. documents[traveller.Id].Select(KnownIdentity.Of)], cancellation);
                    }
                    return (travellers is [.., var last] ? last.Id : position, travellers.Count);
                },
                cancellation);
            (isLeft, done) = (made == Chunk, done + made);
            if (log is not null && (!isLeft || done % Told == 0))
                Made(log, done);
        }
    }

    [LoggerMessage(LogLevel.Information, "Made the keys that travellers are looked up by: {Travellers} so far.")]
    private static partial void Made(ILogger log, int travellers);

    private static async Task<bool> IsMissingAsync(BorderStorage storage, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        return await db.Travellers.AnyAsync(t => t.KeysVersion < IdentityKeys.Version, cancellation);
    }
}
