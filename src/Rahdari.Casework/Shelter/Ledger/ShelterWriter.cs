using System.Security.Cryptography;
using Rahdari.Casework.Ledger;
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
    private readonly ChainedCommit commit;
    private readonly SignedRows signed;
    private readonly UnitQueue<ShelterAppend> queue;

    public ShelterWriter(CaseworkHome home, ShelterStorage storage, TimeProvider clock)
    {
        (this.storage, this.clock, node, key) = (storage, clock, home.Node, home.OpenKey());
        signed = new SignedRows(node, home.OpenKey);
        commit = new ChainedCommit(node, key, "shelter");
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
        Dictionary<string, string?>? pending = null;
        await commit.RunAsync(db, batch, BeginAsync, append => append.Facts());

        async Task<ShelterAppend> BeginAsync()
        {
            if (pending is null)
                await signed.FollowAsync(db); // Under the lock: what was signed last, whoever signed it.
            return new ShelterAppend(db, signed, pending ??= [], node, Instants.Now(clock));
        }
    }
}
