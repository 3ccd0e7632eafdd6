using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Rahdari.Node.Console.Consultations;

/// <summary>
/// Bounds how often somebody who is not signed in sends a form: from one address, and altogether. Of an address it keeps a keyed hash, in memory, for ten minutes at most; nothing of it is written anywhere. Thread-safe.
/// </summary>
public sealed class PublicDoor(TimeProvider clock)
{
    /// <summary>The key of the door at which contributions are taken back: a flood of new ones bars nobody from it.</summary>
    public const string OfWithdrawal = "withdrawal";

    /// <summary>A seminar's hall has one address.</summary>
    public const int FromOne = 30;

    /// <summary>From everybody, so that a flood from many addresses fills no disk.</summary>
    public const int Altogether = 600;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> sent = [];
    private byte[] key = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset began;
    private int all;

    /// <summary>True where one more may be sent; counts it.</summary>
    public bool Admits(IPAddress? address)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now - began >= Window)
            {
                sent.Clear();
                (key, began, all) = (RandomNumberGenerator.GetBytes(32), now, 0);
            }
            var from = Convert.ToHexString(HMACSHA256.HashData(key, Network(address)));
            var before = sent.GetValueOrDefault(from);
            if (before >= FromOne || all >= Altogether)
                return false;
            (sent[from], all) = (before + 1, all + 1);
            return true;
        }
    }

    /// <summary>Of IPv6 the network: whoever has one has all of its addresses.</summary>
    private static byte[] Network(IPAddress? address)
    {
        if (address is null)
            return [];
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
    }
}
