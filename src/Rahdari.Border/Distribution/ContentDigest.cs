using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Border.Distribution;

/// <summary>The hash of a set of rows, in whatever order they come and however they came to be: SHA-256 over the sorted SHA-256 of each. Keeps 32 bytes of a row.</summary>
internal sealed class ContentDigest
{
    private readonly List<(ulong, ulong, ulong, ulong)> rows = [];

    public int Rows => rows.Count;

    public void Add(string row) => Add(SHA256.HashData(Encoding.UTF8.GetBytes(row)));

    /// <summary>The hash, hexadecimal; the rows are sorted by it.</summary>
    public string Hash()
    {
        rows.Sort();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var (a, b, c, d) in rows)
        {
            BinaryPrimitives.WriteUInt64BigEndian(hash, a);
            BinaryPrimitives.WriteUInt64BigEndian(hash[8..], b);
            BinaryPrimitives.WriteUInt64BigEndian(hash[16..], c);
            BinaryPrimitives.WriteUInt64BigEndian(hash[24..], d);
            sha.AppendData(hash);
        }
        return Convert.ToHexString(sha.GetHashAndReset());
    }

    /// <summary>The hash of a single row.</summary>
    public static string Of(string row)
    {
        var digest = new ContentDigest();
        digest.Add(row);
        return digest.Hash();
    }

    private void Add(ReadOnlySpan<byte> hash) => rows.Add((
        BinaryPrimitives.ReadUInt64BigEndian(hash),
        BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[24..])));
}
