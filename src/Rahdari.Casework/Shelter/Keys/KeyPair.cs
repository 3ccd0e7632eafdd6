using System.Security.Cryptography;

namespace Rahdari.Casework.Shelter.Keys;

/// <summary>RSA-3072 key pairs: what is made, how a private key rests, and what is wrapped to a public key. Pure and thread-safe.</summary>
internal static class KeyPair
{
    public const int Bits = 3072;

    public static RSA Make() => RSA.Create(Bits);

    /// <summary>The private key as it rests: PKCS#8 under PBES2 (PBKDF2 with SHA-256, AES-256-CBC).</summary>
    public static byte[] Locked(RSA pair, string passphrase, KeyStrength strength) =>
        pair.ExportEncryptedPkcs8PrivateKey(passphrase.Normalize(), new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, strength.Iterations));

    /// <summary>The pair, or null where the passphrase is another.</summary>
    public static RSA? Unlocked(byte[] locked, string passphrase)
    {
        var pair = RSA.Create();
        try
        {
            pair.ImportEncryptedPkcs8PrivateKey(passphrase.Normalize(), locked, out _);
            return pair;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            pair.Dispose();
            return null;
        }
    }

    /// <summary>Seals a text to a public key: a fresh key wrapped with OAEP-SHA256 (its length first, two bytes), then the sealed text.</summary>
    public static byte[] SealTo(byte[] publicKey, string belongsTo, ReadOnlySpan<byte> plain)
    {
        var key = Sealing.NewKey();
        var wrapped = WrapTo(publicKey, key);
        var box = Sealing.Seal(key, belongsTo, plain);
        CryptographicOperations.ZeroMemory(key);
        return [(byte)(wrapped.Length >> 8), (byte)wrapped.Length, .. wrapped, .. box];
    }

    /// <summary>What was sealed to the pair, or null.</summary>
    public static byte[]? OpenFrom(RSA pair, string belongsTo, ReadOnlySpan<byte> box)
    {
        if (box.Length < 2)
            return null;
        var length = (box[0] << 8) | box[1];
        if (box.Length < 2 + length || Unwrap(pair, box.Slice(2, length)) is not { } key)
            return null;
        var opened = Sealing.TryOpen(key, belongsTo, box[(2 + length)..], out var plain) ? plain : null;
        CryptographicOperations.ZeroMemory(key);
        return opened;
    }

    public static byte[] WrapTo(byte[] publicKey, ReadOnlySpan<byte> key)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }

    public static byte[]? Unwrap(RSA pair, ReadOnlySpan<byte> wrapped)
    {
        try
        {
            return pair.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A public key as two people compare it by voice: the first 100 bits of its SHA-256 in five groups of four signs.</summary>
    public static string Fingerprint(byte[] publicKey) => Spelt.Of(SHA256.HashData(publicKey), 20);
}
