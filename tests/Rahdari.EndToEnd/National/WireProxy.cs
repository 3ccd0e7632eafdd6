using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rahdari.EndToEnd.National;

/// <summary>Somebody in the path between a port and headquarters, who reads every byte and may change, repeat, swap and drop what passes, in either direction.</summary>
internal sealed class WireProxy : IAsyncDisposable
{
    private const int Kept = 4 << 20;

    private readonly TcpListener listener;
    private readonly (string Host, int Port) to;
    private readonly Random random;
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<WireAttack, int> done = [];
    private readonly MemoryStream seen = new();
    private readonly Task accepting;

    public WireProxy(string address, int port, string to, int seed)
    {
        (this.to, random) = ((to, port), new Random(seed));
        listener = new TcpListener(IPAddress.Parse(address), port);
        listener.Start();
        accepting = Task.Run(AcceptAsync, CancellationToken.None);
    }

    /// <summary>True while it does more than read.</summary>
    public bool Attacks { get; set; }

    /// <summary>How often each was done.</summary>
    public IReadOnlyDictionary<WireAttack, int> Done => done;

    /// <summary>How many bytes were read, and whether a text is among the first millions of them.</summary>
    public (long Bytes, bool Found) Seen(string text)
    {
        lock (seen)
            return (seen.Length, seen.GetBuffer().AsSpan(0, (int)seen.Length).IndexOf(Encoding.ASCII.GetBytes(text)) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var port = await listener.AcceptTcpClientAsync(ending.Token);
            _ = PassAsync(port);
        }
    }

    private async Task PassAsync(TcpClient port)
    {
        using var _ = port;
        using var headquarters = new TcpClient();
        try
        {
            await headquarters.ConnectAsync(to.Host, to.Port, ending.Token);
            await Task.WhenAny(PassAsync(port.GetStream(), headquarters.GetStream()), PassAsync(headquarters.GetStream(), port.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The line is broken; the two find each other again.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream into)
    {
        var buffer = new byte[1500];
        byte[]? held = null;
        while (await from.ReadAsync(buffer, ending.Token) is > 0 and var read)
        {
            byte[] packet = buffer[..read];
            lock (seen)
            {
                if (seen.Length < Kept)
                    seen.Write(packet);
            }
            foreach (var sent in Attacked(packet, ref held))
                await into.WriteAsync(sent, ending.Token);
        }
    }

    private byte[][] Attacked(byte[] packet, ref byte[]? held)
    {
        lock (random)
        {
            if (held is { } before)
            {
                held = null;
                return [packet, before];
            }
            if (!Attacks || random.Next(4) > 0)
                return [packet];
            var attack = (WireAttack)random.Next(4);
            done.AddOrUpdate(attack, 1, (_, times) => times + 1);
            switch (attack)
            {
                case WireAttack.Altered:
                    packet[random.Next(packet.Length)] ^= (byte)(1 << random.Next(8));
                    return [packet];
                case WireAttack.Replayed:
                    return [packet, packet];
                case WireAttack.Reordered:
                    held = packet;
                    return [];
                default:
                    return [];
            }
        }
    }
}

internal enum WireAttack
{
    Altered,
    Replayed,
    Reordered,
    Dropped,
}
