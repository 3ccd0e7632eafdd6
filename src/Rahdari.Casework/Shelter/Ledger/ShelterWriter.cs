using System.Security.Cryptography;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

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

    /// <summary>Runs a unit of a caseworker with an opened cabinet, where it bars nothing and what is told is not wrong. A cabinet that closes midway, or whose keys were changed meanwhile, is an answer.</summary>
    /// <param name="cabinet">The cabinet.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="wrong">What is wrong with what they tell, or null.</param>
    /// <param name="work">As above.</param>
    /// <param name="cancellation">As above.</param>
    public async Task<Answer<T>> RunAsync<T>(Cabinet? cabinet, Actor actor, Finding? wrong, Func<ShelterAppend, Task<Answer<T>>> work, CancellationToken cancellation)
        where T : class
    {
        if ((Cabinet.Bars(cabinet, actor) ?? wrong) is { } denied)
            return denied;
        try
        {
            return await RunAsync(async append => await append.BarsAsync(cabinet!) is { } barred ? barred : await work(append), cancellation);
        }
        catch (ObjectDisposedException) when (!cabinet!.IsOpen)
        {
            return CaseworkRule.CabinetClosed.Broken();
        }
    }

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
