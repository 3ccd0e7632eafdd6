using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>The one way to write at a site: each unit of work is one transaction with its facts, signed and chained.</summary>
internal sealed class LedgerWriter : IAsyncDisposable
{
    private readonly BorderStorage storage;
    private readonly TimeProvider clock;
    private readonly string node;
    private readonly ECDsa key;
    private readonly UnitQueue<LedgerAppend> queue;

    public LedgerWriter(SiteFolder site, BorderStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, site.Settings.Node, site.OpenKey());
        queue = new UnitQueue<LedgerAppend>(CommitAsync);
    }

    /// <summary>Runs the unit in a transaction with its facts signed and chained; returns once it is durable.</summary>
    /// <param name="work">Reads and adds through the context; may be run again in a new transaction, so it must have no other effect.</param>
    /// <param name="cancellation">Cancels the unit while it waits or runs; not once it is being committed.</param>
    public async Task<T> WriteAsync<T>(Func<LedgerAppend, Task<T>> work, CancellationToken cancellation)
    {
        using var activity = BorderTelemetry.Activities.StartActivity("ledger write");
        BorderTelemetry.LedgerWaiting.Add(1);
        try
        {
            return await queue.WriteAsync(work, cancellation);
        }
        finally
        {
            BorderTelemetry.LedgerWaiting.Add(-1);
        }
    }

    /// <summary>Records a read before what was read is handed out.</summary>
    public Task AuditAsync(Actor actor, string action, string? subjectKind, string? subjectId, string? port, string? detail, CancellationToken cancellation) =>
        WriteAsync(
            append =>
            {
                append.Audit(actor.Name, action, subjectKind, subjectId, port, detail);
                return Task.FromResult(true);
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        key.Dispose();
    }

    private async Task CommitAsync(IReadOnlyList<IUnit<LedgerAppend>> batch)
    {
        await using var db = storage.Open();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db is PostgresBorderContext)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"rahdari-ledger-" + node}))");
        var notes = new UnitNotes();
        LedgerHead? head = null;
        foreach (var unit in batch)
        {
            unit.Cancellation.ThrowIfCancellationRequested();
            notes.NextUnit();
            db.Notes = notes;
            var append = new LedgerAppend(db, node, Instants.Now(clock));
            await unit.RunAsync(append);
            await LastCrossings.FollowAsync(db, append.Crossings, unit.Cancellation);
            head = await ChainAsync(db, head, append.Facts);
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

    /// <summary>Chains the facts behind the head, which is read once in a transaction.</summary>
    private async Task<LedgerHead?> ChainAsync(BorderContext db, LedgerHead? head, IReadOnlyList<LedgerFact> facts)
    {
        if (facts.Count == 0)
            return head;
        if (head is not null)
            db.LedgerHeads.Attach(head);
        else
            head = await db.LedgerHeads.FindAsync(node);
        if (head is null)
        {
            head = new LedgerHead { Node = node, Sequence = 0, Hash = LedgerChain.Genesis };
            db.LedgerHeads.Add(head);
        }
        foreach (var fact in facts)
        {
            var entry = LedgerChain.Sign(key, head.Hash, node, head.Sequence + 1, MayBeErased(fact) ? LedgerChain.Salted(fact) : fact);
            db.Ledger.Add(entry);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
        return head;
    }

    private static bool MayBeErased(LedgerFact fact) =>
        fact.Kind is not (LedgerKind.Policy or LedgerKind.EntryRules or LedgerKind.Import or LedgerKind.Retention or LedgerKind.Hold or LedgerKind.Purge or LedgerKind.Indicators);
}
