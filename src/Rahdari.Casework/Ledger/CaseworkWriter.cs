using System.Security.Cryptography;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>The one way to write in the register: each unit of work is one transaction with its facts, signed and chained. The chain is casework's own.</summary>
internal sealed class CaseworkWriter : IAsyncDisposable
{
    private readonly CaseworkStorage storage;
    private readonly TimeProvider clock;
    private readonly string node;
    private readonly ECDsa key;
    private readonly ChainedCommit commit;
    private readonly UnitQueue<CaseworkAppend> queue;

    public CaseworkWriter(CaseworkHome home, CaseworkStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, home.Node, home.OpenKey());
        commit = new ChainedCommit(node, key, "casework");
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
        await commit.RunAsync(db, batch, () => Task.FromResult(new CaseworkAppend(db, node, Instants.Now(clock))), append => append.Facts);
    }
}
