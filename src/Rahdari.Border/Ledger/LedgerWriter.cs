using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>
/// The one way to write at a site. Units of work queue up; those waiting are written in order in one transaction and
/// acknowledged together once it is committed, so that many counters share one disk sync and the chain has one order.
/// </summary>
internal sealed class LedgerWriter : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const int LongestQueue = 4096;

    private readonly BorderStorage storage;
    private readonly TimeProvider clock;
    private readonly string node;
    private readonly ECDsa key;
    private readonly Channel<Unit> queue = Channel.CreateBounded<Unit>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Task writing;

    public LedgerWriter(SiteFolder site, BorderStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, site.Settings.Node, site.OpenKey());
        writing = Task.Run(WriteAsync);
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
            var unit = new Unit<T>(work, cancellation);
            await queue.Writer.WriteAsync(unit, cancellation);
            return await unit.Done.Task;
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
        queue.Writer.TryComplete();
        await writing;
        key.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Unit>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var unit))
                batch.Add(unit);
            if (!await TryCommitAsync(batch))
            {
                // One unit spoilt the transaction of all: each gets its own.
                foreach (var unit in batch)
                    await CommitAloneAsync(unit);
            }
            batch.Clear();
        }
    }

    private async Task<bool> TryCommitAsync(List<Unit> batch)
    {
        if (batch.Count == 1)
            return false;
        try
        {
            await CommitAsync(batch);
            batch.ForEach(unit => unit.Complete());
        }
        catch (CommitException e)
        {
            batch.ForEach(unit => unit.Fail(e.InnerException!)); // Perhaps committed: whoever asked must ask again.
        }
        catch (Exception)
        {
            return false; // The units are run again alone, where the exception reaches the one that caused it.
        }
        return true;
    }

    private async Task CommitAloneAsync(Unit unit)
    {
        try
        {
            await CommitAsync([unit]);
            unit.Complete();
        }
        catch (Exception e)
        {
            unit.Fail(e is CommitException ? e.InnerException! : e);
        }
    }

    private async Task CommitAsync(List<Unit> batch)
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
            var entry = LedgerChain.Sign(key, head.Hash, node, head.Sequence + 1, LedgerChain.Salted(fact));
            db.Ledger.Add(entry);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
        return head;
    }

    private sealed class CommitException(Exception inner) : Exception(inner.Message, inner);

    private abstract class Unit(CancellationToken cancellation)
    {
        public CancellationToken Cancellation => cancellation;

        public abstract Task RunAsync(LedgerAppend append);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Unit<T>(Func<LedgerAppend, Task<T>> work, CancellationToken cancellation) : Unit(cancellation)
    {
        private T? result;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(LedgerAppend append) => result = await work(append);

        public override void Complete() => Done.TrySetResult(result!);

        public override void Fail(Exception exception)
        {
            if (exception is OperationCanceledException && Cancellation.IsCancellationRequested)
                Done.TrySetCanceled(Cancellation);
            else
                Done.TrySetException(exception);
        }
    }
}
