using System.Collections.Immutable;

namespace Rahdari.Node.Identity;

/// <summary>
/// One sign-in of a user at a time, and one change by an administrator at a time: guesses sent side by side are each
/// counted, and two administrators cannot lock each other. Holds for this process. Thread-safe.
/// </summary>
public sealed class AccountGate : IDisposable
{
    private const int Lanes = 64;

    private readonly ImmutableArray<SemaphoreSlim> byName = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly SemaphoreSlim administration = new(1, 1);

    /// <summary>Waits for the turn of a user; dispose what it gives to end the turn.</summary>
    public Task<IDisposable> EnterAsync(string name) => EnterAsync(byName[(int)((uint)string.GetHashCode(name, StringComparison.OrdinalIgnoreCase) % Lanes)]);

    /// <summary>Waits for the turn of an administrator; to be entered before that of a user.</summary>
    public Task<IDisposable> AdministerAsync() => EnterAsync(administration);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in byName)
            lane.Dispose();
        administration.Dispose();
    }

    private static async Task<IDisposable> EnterAsync(SemaphoreSlim lane)
    {
        await lane.WaitAsync();
        return new Turn(lane);
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
