using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>The one way to write in the register: each unit of work is one transaction with its facts, signed and chained. The chain is casework's own.</summary>
internal sealed class CaseworkWriter : IAsyncDisposable
{
    private readonly CaseworkStorage storage;
    private readonly TimeProvider clock;
    private readonly string node;
    private readonly ECDsa key;
    private readonly UnitQueue<CaseworkAppend> queue;

    public CaseworkWriter(CaseworkHome home, CaseworkStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, home.Node, home.OpenKey());
        queue = new UnitQueue<CaseworkAppend>(CommitAsync);
    }

    /// <summary>Runs the unit in a transaction with its facts signed and chained; returns once it is durable.</summary>
    /// <param name="work">Reads and adds through the context; may be run again in a new transaction, so it must have no other effect.</param>
    /// <param name="cancellation">Cancels the unit while it waits or runs; not once it is being committed.</param>
    public Task<T> WriteAsync<T>(Func<CaseworkAppend, Task<T>> work, CancellationToken cancellation) => queue.WriteAsync(work, cancellation);

    /// <summary>Records a read before what was read is handed out.</summary>
    public Task AuditAsync(Actor actor, string action, string? subjectKind, string? subjectId, string? detail, CancellationToken cancellation) =>
        WriteAsync(
            append =>
            {
                append.Audit(actor.Name, action, subjectKind, subjectId, detail);
                return Task.FromResult(true);
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        key.Dispose();
    }

    private async Task CommitAsync(IReadOnlyList<IUnit<CaseworkAppend>> batch)
    {
        await using var db = storage.Open();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db is PostgresCaseworkContext)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"rahdari-casework-" + node}))");
        foreach (var unit in batch)
        {
            unit.Cancellation.ThrowIfCancellationRequested();
            var append = new CaseworkAppend(db, node, Instants.Now(clock));
            await unit.RunAsync(append);
            await ChainAsync(db, append.Facts);
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

    private async Task ChainAsync(CaseworkContext db, IReadOnlyList<LedgerFact> facts)
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
