using System.Security.Cryptography;

namespace Rahdari.Matching.Files;

/// <summary>SHA-256 of a section.</summary>
internal static class SectionDigest
{
    /// <summary>So many bytes are worked at before it is asked whether to stop.</summary>
    public const int AtOnce = 1 << 23;

    public static byte[] Of(ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (!bytes.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = bytes[..Math.Min(bytes.Length, AtOnce)];
            hash.AppendData(some);
            bytes = bytes[some.Length..];
        }
        return hash.GetHashAndReset();
    }
}
