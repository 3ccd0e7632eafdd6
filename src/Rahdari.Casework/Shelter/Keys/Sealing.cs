using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rahdari.Casework.Shelter.Keys;

/// <summary>AES-256-GCM over a whole text: 12 random bytes, 16 bytes of tag, the cipher. What a text belongs to is authenticated with it, so that none can stand in another's place. Pure and thread-safe.</summary>
internal static class Sealing
{
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Block = 512;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static byte[] Seal(ReadOnlySpan<byte> key, string belongsTo, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(belongsTo));
        return box;
    }

    /// <summary>False where the key is another, a bit was changed, or the text belongs to something else.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> key, string belongsTo, ReadOnlySpan<byte> box, [NotNullWhen(true)] out byte[]? plain)
    {
        plain = null;
        if (box.Length < NonceLength + TagLength || key.Length != KeyLength)
            return false;
        var opened = new byte[box.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(box[..NonceLength], box[(NonceLength + TagLength)..], box.Slice(NonceLength, TagLength), opened, Encoding.UTF8.GetBytes(belongsTo));
        }
        catch (CryptographicException)
        {
            return false;
        }
        plain = opened;
        return true;
    }

    /// <summary>Seals a fact as JSON, with blanks behind it up to the next 512 bytes: how much somebody told shows no more exactly than that.</summary>
    public static byte[] SealJson<T>(ReadOnlySpan<byte> key, string belongsTo, T fact)
    {
        var padded = PaddedJson(fact);
        var box = Seal(key, belongsTo, padded);
        CryptographicOperations.ZeroMemory(padded);
        return box;
    }

    /// <summary>A fact as JSON, with blanks behind it up to the next 512 bytes.</summary>
    public static byte[] PaddedJson<T>(T fact)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(fact, ShelterJson.Options);
        var padded = new byte[(json.Length / Block + 1) * Block];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        CryptographicOperations.ZeroMemory(json);
        return padded;
    }

    /// <summary>What was sealed as JSON; null where it cannot be opened or is no such fact.</summary>
    public static T? OpenJson<T>(ReadOnlySpan<byte> key, string belongsTo, ReadOnlySpan<byte> box)
        where T : class
    {
        if (!TryOpen(key, belongsTo, box, out var plain))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(plain, ShelterJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
