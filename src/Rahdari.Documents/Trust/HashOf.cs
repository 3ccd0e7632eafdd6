using System.Security.Cryptography;
using Org.BouncyCastle.Security;

namespace Rahdari.Documents.Trust;

/// <summary>The hashes of Doc 9303-12 §4.4.4, SHA-224 among them, which the platform lacks.</summary>
internal static class HashOf
{
    private static readonly Dictionary<string, HashAlgorithmName> Names = new(StringComparer.Ordinal)
    {
        ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.4"] = Sha224,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    public static HashAlgorithmName Sha224 => new("SHA224");

    /// <summary>The hash of an object identifier; null where it is none of these.</summary>
    public static HashAlgorithmName? Name(string oid) => Names.TryGetValue(oid, out var name) ? name : null;

    /// <summary>The object identifier of one of these.</summary>
    public static string Oid(HashAlgorithmName name) => Names.First(pair => pair.Value == name).Key;

    public static byte[] Data(HashAlgorithmName name, ReadOnlySpan<byte> data) =>
        name == Sha224 ? DigestUtilities.CalculateDigest("SHA-224", data.ToArray()) : CryptographicOperations.HashData(name, data);

    /// <summary>Octets.</summary>
    public static int Size(HashAlgorithmName name) => name.Name switch { "SHA1" => 20, "SHA224" => 28, "SHA256" => 32, "SHA384" => 48, _ => 64 };
}
