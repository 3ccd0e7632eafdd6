using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>
/// What every row was when it was last signed, followed along the chain: a row that was changed, put in another's place or set back to an older state is not used. For the one writer alone; not
/// thread-safe.
/// </summary>
internal sealed class SignedRows(string node, Func<ECDsa> openKey)
{
    private const int EntriesARead = 2000;

    private readonly Dictionary<string, string?> hashes = [];
    private long last;
    private byte[] lastHash = LedgerChain.Genesis;

    /// <summary>True where the chain itself does not hold: then no row is used until the store is whole again and the site restarted; <c>verify</c> tells why.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Follows the chain to its end. Called with nothing uncommitted in the transaction.</summary>
    public async Task FollowAsync(ShelterContext db)
    {
        LedgerEntry? newest = null;
        while (true)
        {
            var entries = await db.Ledger.AsNoTracking().Where(e => e.Node == node && e.Sequence > last).OrderBy(e => e.Sequence).Take(EntriesARead).ToListAsync();
            foreach (var entry in entries)
            {
                if (entry.Sequence != last + 1 || !entry.PreviousHash.AsSpan().SequenceEqual(lastHash) || !LedgerChain.Fits(entry, entry.Sequence))
                {
                    IsBroken = true;
                    return;
                }
                if (entry.Kind == ShelterFactKind.Row && CaseworkJson.ReadSigned<RowFact>(entry.Payload) is { } fact)
                    hashes[fact.Name] = fact.Hash;
                (last, lastHash, newest) = (entry.Sequence, entry.Hash, entry);
            }
            if (entries.Count < EntriesARead)
                break;
        }
        using var key = openKey();
        // Each entry holds the hash of the one before: the newest signature is over them all.
        if (newest is not null && !LedgerChain.IsSigned(newest, key))
            IsBroken = true;
        if (newest is null && last > 0 && !await db.Ledger.AnyAsync(e => e.Node == node && e.Sequence == last && e.Hash == lastHash))
            IsBroken = true; // The end was cut off.
        // The end that was noted tells of a cut after a restart too, when nothing is remembered.
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == node);
        if ((head?.Sequence ?? 0) != last || !(head?.Hash ?? LedgerChain.Genesis).AsSpan().SequenceEqual(lastHash))
            IsBroken = true;
    }

    /// <summary>The hash last signed; null where the row was never written, or deleted.</summary>
    public string? HashOf(string name) => hashes.GetValueOrDefault(name);
}
