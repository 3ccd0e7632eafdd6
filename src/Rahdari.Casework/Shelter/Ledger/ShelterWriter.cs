using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>
/// The one way into the victims' store: each unit of work, a read too, is one transaction with its rows' hashes and its audit, signed and chained. So no read goes without its record, and no row is
/// used that is not what was last signed.
/// </summary>
internal sealed class ShelterWriter : IAsyncDisposable
{
    private readonly ShelterStorage storage;
    private readonly TimeProvider clock;
    private readonly string node;
    private readonly ECDsa key;
    private readonly SignedRows signed;
    private readonly UnitQueue<ShelterAppend> queue;

    public ShelterWriter(CaseworkHome home, ShelterStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, home.Node, home.OpenKey());
        signed = new SignedRows(node, home.OpenKey);
        queue = new UnitQueue<ShelterAppend>(CommitAsync);
    }

    /// <summary>Runs the unit; returns once it is durable.</summary>
    /// <param name="work">May be run again in a new transaction, so it must have no other effect.</param>
    /// <param name="cancellation">Cancels the unit while it waits or runs; not once it is being committed.</param>
    public Task<T> RunAsync<T>(Func<ShelterAppend, Task<T>> work, CancellationToken cancellation) => queue.WriteAsync(work, cancellation);

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        key.Dispose();
    }

    private async Task CommitAsync(IReadOnlyList<IUnit<ShelterAppend>> batch)
    {
        await using var db = storage.Open();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db is PostgresShelterContext)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"rahdari-shelter-" + node}))");
        await signed.FollowAsync(db);
        var pending = new Dictionary<string, string?>();
        foreach (var unit in batch)
        {
            unit.Cancellation.ThrowIfCancellationRequested();
            var append = new ShelterAppend(db, signed, pending, node, Instants.Now(clock));
            await unit.RunAsync(append);
            await ChainAsync(db, append.Facts());
            await db.SaveChangesAsync(unit.Cancellation);
            db.ChangeTracker.Clear();
        }
        try
        {
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            throw new CommitException(e);
        }
    }

    private async Task ChainAsync(ShelterContext db, IReadOnlyList<LedgerFact> facts)
    {
        if (facts.Count == 0)
            return;
        var head = await db.LedgerHeads.FindAsync(node);
        if (head is null)
        {
            head = new LedgerHead { Node = node, Sequence = 0, Hash = LedgerChain.Genesis };
            db.LedgerHeads.Add(head);
        }
        foreach (var fact in facts)
        {
            var entry = LedgerChain.Sign(key, head.Hash, node, head.Sequence + 1, LedgerChain.Salted(fact));
            db.Ledger.Add(entry);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
    }
}
