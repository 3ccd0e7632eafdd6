using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Rahdari.EndToEnd.National;

/// <summary>
/// A length of cable that makes packets late, loses some and doubles some, so that they also come in another order: two network interfaces (tap) whose packets pass through this process. It does what tc-netem
/// does, of which many kernels have none.
/// </summary>
internal sealed class BadLine : IDisposable
{
    private const string Device = "/dev/net/tun";
    private const int LargestPacket = 65_535;

    private readonly FileStream[] ends;
    private readonly Random random;
    private int passed;
    private int doubled;
    private int lost;
    private volatile bool isEnding;

    private BadLine(FileStream[] ends, int seed) => (this.ends, random) = (ends, new Random(seed));

    /// <summary>True where this machine lets us make interfaces.</summary>
    public static bool IsPossible => File.Exists(Device);

    /// <summary>What became of the packets.</summary>
    public string Done => $"{passed} packets late, {doubled} doubled, {lost} lost";

    /// <summary>Makes the two interfaces, in the namespace of this process; they may be moved, and are gone with this object.</summary>
    public static BadLine Open(string one, string other, int seed) => new([Tap(one), Tap(other)], seed);

    /// <summary>Lets packets pass in both directions until the interfaces are deleted, which is to be told before.</summary>
    public Task PassAsync() => Task.WhenAll(PassAsync(ends[0], ends[1]), PassAsync(ends[1], ends[0]));

    /// <summary>The interfaces are about to be deleted.</summary>
    public void End() => isEnding = true;

    public void Dispose()
    {
        foreach (var end in ends)
            end.Dispose();
    }

    private Task PassAsync(FileStream from, FileStream into) => Task.Factory.StartNew(() => Pass(from, into), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Pass(FileStream from, FileStream into)
    {
        var buffer = new byte[LargestPacket];
        try
        {
            while (from.Read(buffer) is > 0 and var read)
                Send(buffer[..read], into);
        }
        catch (IOException) when (isEnding)
        {
            // The interface is deleted.
        }
    }

    /// <summary>Of ten packets one is lost and one doubled; each copy is 40 to 120 ms late.</summary>
    private void Send(byte[] packet, FileStream into)
    {
        int[] late;
        lock (random)
        {
            var copies = random.Next(100) switch { < 10 => 0, < 20 => 2, _ => 1 };
            late = [.. Enumerable.Range(0, copies).Select(_ => random.Next(40, 120))];
        }
        foreach (var wait in late)
            _ = Task.Delay(wait).ContinueWith(_ => Write(packet, into), TaskScheduler.Default);
        _ = late.Length switch { 0 => Interlocked.Increment(ref lost), 1 => Interlocked.Increment(ref passed), _ => Interlocked.Increment(ref doubled) };
    }

    private static void Write(byte[] packet, FileStream into)
    {
        try
        {
            into.Write(packet);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The interface is gone: a packet lost more.
        }
    }

    /// <summary>An interface whose packets a process reads and writes (Linux, Documentation/networking/tuntap.rst).</summary>
    private static FileStream Tap(string name)
    {
        const short TapWithoutHeader = 0x0002 | 0x1000; // IFF_TAP, IFF_NO_PI
        const nuint SetInterface = 0x400454ca; // TUNSETIFF
        var handle = File.OpenHandle(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var request = new byte[40]; // struct ifreq
        Encoding.ASCII.GetBytes(name, request);
        BitConverter.TryWriteBytes(request.AsSpan(16), TapWithoutHeader);
        if (Control(handle, SetInterface, request) == 0)
            return new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
        var error = Marshal.GetLastPInvokeError();
        handle.Dispose();
        throw new IOException($"{Device}, {name}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, nuint request, byte[] argument);
}
