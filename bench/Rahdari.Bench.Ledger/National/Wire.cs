using System.Net;
using System.Net.Sockets;

namespace Rahdari.Bench.Ledger.National;

/// <summary>The line between a port and headquarters: passes on bytes while it holds, counts them, and can be cut.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.IPv6Any, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly int target;
    private readonly Task accepting;
    private CancellationTokenSource cut = new();
    private volatile bool isWhole;
    private long up;
    private long down;

    /// <param name="target">The port at which headquarters' broker awaits ports.</param>
    public Wire(int target)
    {
        this.target = target;
        listener.Server.DualMode = true;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    /// <summary>Where the port's broker calls.</summary>
    public int Port { get; }

    /// <summary>Bytes towards headquarters.</summary>
    public long Up => Interlocked.Read(ref up);

    /// <summary>Bytes towards the port.</summary>
    public long Down => Interlocked.Read(ref down);

    public void Heal() => isWhole = true;

    public async Task CutAsync()
    {
        isWhole = false;
        var old = Interlocked.Exchange(ref cut, new CancellationTokenSource());
        await old.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        await ending.CancelAsync();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var from = await listener.AcceptSocketAsync(ending.Token);
            if (isWhole)
                _ = CarryAsync(from, cut.Token);
            else
                from.Dispose();
        }
    }

    private async Task CarryAsync(Socket from, CancellationToken broken)
    {
        using var to = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (from)
        {
            try
            {
                (from.NoDelay, to.NoDelay) = (true, true);
                await to.ConnectAsync(IPAddress.Loopback, target, broken);
                await Task.WhenAny(PassAsync(from, to, bytes => Interlocked.Add(ref up, bytes), broken), PassAsync(to, from, bytes => Interlocked.Add(ref down, bytes), broken));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Headquarters is not there, or the line was cut: whoever called calls again.
            }
        }
    }

    private static async Task PassAsync(Socket from, Socket to, Action<int> count, CancellationToken broken)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, broken) is > 0 and var read)
        {
            count(read);
            for (var sent = 0; sent < read;)
                sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), broken);
        }
    }
}
