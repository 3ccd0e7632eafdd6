using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Node.Identity;

/// <summary>The six digits that an authenticator shows (RFC 6238: HMAC-SHA-1, steps of 30 seconds).</summary>
internal static class OneTimeCode
{
    private const int StepSeconds = 30;

    // A step either way: who reads slowly, and a clock that is somewhat off (RFC 6238 §5.2, §6).
    private const int Drift = 1;

    /// <summary>The time step that the code belongs to, or null where it is none of the key's, or of a step not after the last one used (RFC 6238 §5.2: a code is good once).</summary>
    /// <param name="key">The key in base 32 (RFC 4648 §6), without padding.</param>
    /// <param name="code">As typed; whatever is no digit does not count.</param>
    /// <param name="now">The instant.</param>
    /// <param name="lastUsed">The step of the code that was accepted last, or null.</param>
    public static long? StepOf(string key, string code, DateTimeOffset now, long? lastUsed)
    {
        var typed = Encoding.ASCII.GetBytes([.. code.Where(char.IsAsciiDigit)]);
        var secret = FromBase32(key);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Digits(secret, step)) && step > (lastUsed ?? long.MinValue))
                found ??= step;
        }
        return found;
    }

    /// <summary>RFC 4226 §5.3.</summary>
    private static byte[] Digits(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's own function, which every authenticator has; HMAC does not rest on SHA-1's collision resistance.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return Encoding.ASCII.GetBytes((number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture));
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var character in text)
        {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
            if (value < 0)
                continue;
            (buffer, bits) = (((buffer << 5) | value) & 0xFFF, bits + 5);
            if (bits >= 8)
                bytes.Add((byte)(buffer >> (bits -= 8)));
        }
        return [.. bytes];
    }
}
