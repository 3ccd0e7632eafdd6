using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace Rahdari.Documents.Chips;

/// <summary>A block cipher with its message authentication code and key derivation, as chips use them (Doc 9303-11 §9.7, §9.8). Immutable, thread-safe.</summary>
internal sealed class ChipCipher
{
    private ChipCipher(string name, int blockSize, int keySize) => (Name, BlockSize, KeySize) = (name, blockSize, keySize);

    /// <summary>Two-key triple DES with retail MAC.</summary>
    public static ChipCipher TripleDes { get; } = new("3DES", 8, 16);

    /// <summary>AES with CMAC.</summary>
    public static ChipCipher Aes128 { get; } = new("AES-128", 16, 16);

    /// <summary>AES with CMAC.</summary>
    public static ChipCipher Aes192 { get; } = new("AES-192", 16, 24);

    /// <summary>AES with CMAC.</summary>
    public static ChipCipher Aes256 { get; } = new("AES-256", 16, 32);

    public string Name { get; }

    /// <summary>Octets.</summary>
    public int BlockSize { get; }

    /// <summary>Octets.</summary>
    public int KeySize { get; }

    /// <summary>Octets of a nonce: the least number of whole blocks that is no shorter than the key (Doc 9303-11 §4.4.1).</summary>
    public int NonceSize => KeySize <= 16 ? 16 : 32;

    private bool IsAes => this != TripleDes;

    /// <summary>KDF (§9.7.1): a key from a shared secret and a counter, 1 to encrypt, 2 to authenticate, 3 for passwords.</summary>
    public byte[] DeriveKey(ReadOnlySpan<byte> secret, int counter)
    {
        byte[] seed = [.. secret, 0, 0, 0, (byte)counter];
#pragma warning disable CA5350 // The standard's own derivation.
        var key = KeySize == 16 ? SHA1.HashData(seed)[..16] : SHA256.HashData(seed)[..KeySize];
#pragma warning restore CA5350
        if (!IsAes)
            DesParameters.SetOddParity(key);
        return key;
    }

    /// <summary>CBC without padding; the data are whole blocks. From zeros where no vector is given.</summary>
    public byte[] Encrypt(byte[] key, ReadOnlySpan<byte> data, byte[]? vector = null) => Transform(true, key, data, vector);

    /// <summary>The inverse.</summary>
    public byte[] Decrypt(byte[] key, ReadOnlySpan<byte> data, byte[]? vector = null) => Transform(false, key, data, vector);

    /// <summary>The vector of a message under its counter: AES enciphers the counter (§9.8.7.1), triple DES begins with zeros.</summary>
    public byte[] Vector(byte[] key, byte[] counter) => IsAes ? Encrypt(key, counter) : new byte[BlockSize];

    /// <summary>Eight octets over data; retail MAC pads them itself, CMAC takes them as they are.</summary>
    public byte[] Mac(byte[] key, ReadOnlySpan<byte> data)
    {
        IMac mac = IsAes ? new CMac(AesUtilities.CreateEngine(), 64) : new ISO9797Alg3Mac(new DesEngine(), 64, new ISO7816d4Padding());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data);
        var result = new byte[8];
        mac.DoFinal(result);
        return result;
    }

    /// <summary>Eight octets over a message of secure messaging, which is padded under either cipher (§9.8.4).</summary>
    public byte[] MessageMac(byte[] key, ReadOnlySpan<byte> message) => Mac(key, IsAes ? Pad(message) : message);

    /// <summary>Padding method 2 of ISO/IEC 9797-1: a bit, then zeros to whole blocks.</summary>
    public byte[] Pad(ReadOnlySpan<byte> data)
    {
        var padded = new byte[(data.Length / BlockSize + 1) * BlockSize];
        data.CopyTo(padded);
        padded[data.Length] = 0x80;
        return padded;
    }

    /// <summary>Takes the padding off; null where there is none.</summary>
    public static byte[]? Unpad(ReadOnlySpan<byte> padded)
    {
        var end = padded.LastIndexOfAnyExcept((byte)0);
        return end >= 0 && padded[end] == 0x80 ? padded[..end].ToArray() : null;
    }

    private byte[] Transform(bool encrypt, byte[] key, ReadOnlySpan<byte> data, byte[]? vector)
    {
        if (data.Length % BlockSize != 0)
            throw new ArgumentException("Whole blocks are needed.", nameof(data));
        var cipher = new CbcBlockCipher(IsAes ? AesUtilities.CreateEngine() : new DesEdeEngine());
        cipher.Init(encrypt, new ParametersWithIV(new KeyParameter(key), vector ?? new byte[BlockSize]));
        var result = new byte[data.Length];
        for (var at = 0; at < data.Length; at += BlockSize)
            cipher.ProcessBlock(data[at..], result.AsSpan(at));
        return result;
    }
}
