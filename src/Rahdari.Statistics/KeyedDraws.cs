using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Statistics;

/// <summary>Numbers that nobody can foretell without the key, and that are the same each time for the same subject (HMAC-SHA-256). Not thread-safe.</summary>
internal sealed class KeyedDraws(ReadOnlyMemory<byte> key, byte[] subject)
{
    private uint drawn;

    /// <summary>The bytes that stand for a list of texts, no two lists for the same.</summary>
    public static byte[] Subject(IEnumerable<string> parts)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var utf8 = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
            bytes.Write(length);
            bytes.Write(utf8);
        }
        return bytes.ToArray();
    }

    /// <summary>A number from 0 to below another; of 64 bits, so that its bias is nothing.</summary>
    public long Below(long end)
    {
        var message = new byte[subject.Length + 4];
        subject.CopyTo(message, 0);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(subject.Length), drawn++);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key.Span, message)) % (ulong)end);
    }
}
