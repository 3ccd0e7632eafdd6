using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Links.Pki;

/// <summary>What a proof is over: a purpose and parts, each with its length before it, so that no two lists of parts read alike.</summary>
internal static class ProofOfParts
{
    /// <summary>The parts in one.</summary>
    public static byte[] Joined(string purpose, params ReadOnlySpan<byte[]> parts)
    {
        using var to = new MemoryStream();
        Add(to, Encoding.UTF8.GetBytes(purpose));
        foreach (var part in parts)
            Add(to, part);
        return to.ToArray();

        static void Add(MemoryStream to, ReadOnlySpan<byte> part)
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
            to.Write(length);
            to.Write(part);
        }
    }

    /// <summary>HMAC-SHA-256 under a key made of the code's secret for this purpose alone.</summary>
    public static byte[] Under(EnrolmentCode code, string purpose, byte[] joined)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code.Secret, key, salt: [], Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(key, joined);
    }
}
