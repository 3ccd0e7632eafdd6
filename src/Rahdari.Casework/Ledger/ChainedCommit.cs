using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Rahdari.Casework.Ledger;

/// <summary>One transaction for a batch of units: each in its order, its facts signed and chained behind those before, all committed together.</summary>
/// <param name="node">The node.</param>
/// <param name="key">Its signing key.</param>
/// <param name="chain">The name of the chain among those of the node, for the lock that keeps two processes from appending at once.</param>
internal sealed class ChainedCommit(string node, ECDsa key, string chain)
{
    /// <summary>Runs the units and commits; throws <see cref="CommitException"/> where the commit itself failed, which perhaps happened.</summary>
    /// <param name="db">A context of its own, with the ledger's tables.</param>
    /// <param name="batch">The units.</param>
    /// <param name="begin">What the next unit reads and adds through; called inside of the transaction.</param>
    /// <param name="facts">What a unit adds to the chain, asked once it has run.</param>
    public async Task RunAsync<TAppend>(DbContext db, IReadOnlyList<IUnit<TAppend>> batch, Func<Task<TAppend>> begin, Func<TAppend, IReadOnlyList<LedgerFact>> facts)
    {
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({$"rahdari-{chain}-{node}"}))");
        foreach (var unit in batch)
        {
            unit.Cancellation.ThrowIfCancellationRequested();
            var append = await begin();
            await unit.RunAsync(append);
            await ChainAsync(db, facts(append));
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

    private async Task ChainAsync(DbContext db, IReadOnlyList<LedgerFact> facts)
    {
        if (facts.Count == 0)
            return;
        var head = await db.FindAsync<LedgerHead>(node);
        if (head is null)
        {
            head = new LedgerHead { Node = node, Sequence = 0, Hash = LedgerChain.Genesis };
            db.Add(head);
        }
        foreach (var fact in facts)
        {
            var entry = LedgerChain.Sign(key, head.Hash, node, head.Sequence + 1, LedgerChain.Salted(fact));
            db.Add(entry);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
    }
}
