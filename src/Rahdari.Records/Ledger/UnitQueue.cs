using System.Threading.Channels;

namespace Rahdari.Records.Ledger;

/// <summary>
/// Units of work that wait for the one writer of a ledger: those waiting are written in order in one transaction and acknowledged together once it is committed, so
/// that many share one disk sync and the chain has one order. Thread-safe.
/// </summary>
/// <typeparam name="TAppend">What a unit reads and adds through.</typeparam>
internal sealed class UnitQueue<TAppend> : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const int LongestQueue = 4096;

    private readonly Func<IReadOnlyList<IUnit<TAppend>>, Task> commit;
    private readonly Channel<Unit> queue = Channel.CreateBounded<Unit>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Task writing;

    /// <param name="commit">Runs the units in order in one transaction and commits it; throws <see cref="CommitException"/> where the commit itself failed, which perhaps happened.</param>
    public UnitQueue(Func<IReadOnlyList<IUnit<TAppend>>, Task> commit)
    {
        this.commit = commit;
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Runs the unit; returns once it is durable.</summary>
    /// <param name="work">May be run again in a new transaction, so it must have no other effect.</param>
    /// <param name="cancellation">Cancels the unit while it waits or runs; not once it is being committed.</param>
    public async Task<T> WriteAsync<T>(Func<TAppend, Task<T>> work, CancellationToken cancellation)
    {
        var unit = new Unit<T>(work, cancellation);
        await queue.Writer.WriteAsync(unit, cancellation);
        return await unit.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
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
            await commit(batch);
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
            await commit([unit]);
            unit.Complete();
        }
        catch (Exception e)
        {
            unit.Fail(e is CommitException ? e.InnerException! : e);
        }
    }

    private abstract class Unit(CancellationToken cancellation) : IUnit<TAppend>
    {
        public CancellationToken Cancellation => cancellation;

        public abstract Task RunAsync(TAppend append);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Unit<T>(Func<TAppend, Task<T>> work, CancellationToken cancellation) : Unit(cancellation)
    {
        private T? result;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(TAppend append) => result = await work(append);

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

/// <summary>A unit of work as its writer sees it.</summary>
/// <typeparam name="TAppend">What a unit reads and adds through.</typeparam>
internal interface IUnit<in TAppend>
{
    /// <summary>Cancels the unit until it is being committed.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Reads and adds.</summary>
    Task RunAsync(TAppend append);
}

/// <summary>The commit itself failed: whether it happened is not known, so nothing of it is run again.</summary>
internal sealed class CommitException(Exception inner) : Exception(inner.Message, inner);
