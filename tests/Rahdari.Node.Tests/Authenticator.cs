using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rahdari.Node.Tests;

/// <summary>An authenticator app (RFC 6238, SHA-1, 30 seconds), held to the RFC's own values by <see cref="AuthenticatorTests"/>.</summary>
internal static class Authenticator
{
    public static string Code(byte[] secret, DateTimeOffset now, int digits = 6)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238's own function.
        var mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = mac[19] & 0x0F;
        var number = ((mac[offset] & 0x7F) << 24) | (mac[offset + 1] << 16) | (mac[offset + 2] << 8) | mac[offset + 3];
        return $"{number % (long)Math.Pow(10, digits)}".PadLeft(digits, '0');
    }

    public static string Code(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Code([.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))], now);
    }
}
