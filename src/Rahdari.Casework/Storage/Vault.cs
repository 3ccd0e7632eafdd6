using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Keys;

namespace Rahdari.Casework.Storage;

/// <summary>
/// What is read at this site alone: encrypted under a key that lies beside the database and not in it. A copy of the database opens nothing. Each use has a key of its own (HKDF with
/// SHA-256, RFC 5869). Thread-safe.
/// </summary>
internal sealed class Vault(CaseworkHome home)
{
    private readonly Lazy<byte[]> key = new(() => home.OpenVault());

    /// <summary>What stands for a thing in the database, so that by the database alone nobody finds the thing: HMAC-SHA-256, in hexadecimal digits.</summary>
    public string Blind(string use, Guid id) => Convert.ToHexStringLower(HMACSHA256.HashData(KeyOf(use), id.ToByteArray()));

    /// <summary>By what a content is known again, without its being kept: HMAC-SHA-256, in hexadecimal digits.</summary>
    public string Digest(string use, ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(KeyOf($"{use}-content"), content));

    /// <summary>The key of a use.</summary>
    public byte[] KeyOf(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, Sealing.KeyLength, info: Encoding.UTF8.GetBytes(use));

    public byte[] Seal<T>(string use, string belongsTo, T fact) => Sealing.SealJson(KeyOf(use), belongsTo, fact);

    /// <summary>
    /// Holds the key against the one that the database knows, and notes it where it knows none: under another key nobody who was held would be found any more, and nothing that was encrypted.
    /// </summary>
    /// <exception cref="InvalidOperationException">The key is another.</exception>
    public async Task RecogniseAsync(CaseworkStorage storage, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var check = Blind("check", Guid.Empty);
        var known = await db.VaultChecks.SingleOrDefaultAsync(cancellation);
        if (known is null)
        {
            db.VaultChecks.Add(new VaultCheckRow { Id = 1, Check = check });
            await db.SaveChangesAsync(cancellation);
        }
        else if (known.Check != check)
        {
            throw new InvalidOperationException("casework-vault.key is not the key that this database was written under: restore it from the backup.");
        }
    }

    /// <summary>What was sealed, or null where the key is another or a bit was changed.</summary>
    public T? Open<T>(string use, string belongsTo, byte[] box)
        where T : class => Sealing.OpenJson<T>(KeyOf(use), belongsTo, box);
}
