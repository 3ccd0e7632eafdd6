using System.Security.Cryptography;

namespace Rahdari.Documents.Trust;

/// <summary>EF.SOD (Doc 9303-10 §4.6.2): the hashes of the data groups, and the State's signature over them. Immutable.</summary>
public sealed record SecurityObject
{
    internal SecurityObject(SignedContent signed) => Signed = signed;

    /// <summary>The version of the structure: 0 or 1.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of the data groups: <c>SHA256</c>.</summary>
    public required HashAlgorithmName HashAlgorithm { get; init; }

    /// <summary>The hashes by number of the data group.</summary>
    public required IReadOnlyDictionary<int, ReadOnlyMemory<byte>> Hashes { get; init; }

    /// <summary>The version of the logical data structure that version 1 repeats; null in version 0.</summary>
    public required string? LdsVersion { get; init; }

    /// <summary>When it was signed, where it says so; UTC.</summary>
    public DateTimeOffset? SignedAt => Signed.SignedAt;

    /// <summary>The algorithm of the signature: <c>ECDSA SHA-256</c>.</summary>
    public string SignatureAlgorithm => Signed.Algorithm.Name;

    internal SignedContent Signed { get; }
}
