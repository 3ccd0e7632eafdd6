using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Evidence;

/// <summary>
/// Files in the store, in parts of a megabyte, each encrypted under the file's own key (AES-256-GCM) and bound to its place and to whether it is the last: none can be taken away, moved or put in. So much memory
/// as a part has, whatever the file's length.
/// </summary>
internal sealed class EvidenceContent(CaseworkStorage storage, CaseworkWriter ledger, Vault vault)
{
    public const int PartLength = 1 << 20;

    private const string Use = "evidence";

    /// <summary>Parts of a file that was never recorded are thrown away after this time.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>Writes a file; null where it is longer than it may be. It belongs to nothing until its row is recorded.</summary>
    public async Task<Written?> WriteAsync(Guid evidenceId, Stream content, long most, CancellationToken cancellation)
    {
        var (id, key) = (Guid.CreateVersion7(), Sealing.NewKey());
        using var plain = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var hidden = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (part, next) = (new byte[PartLength], new byte[PartLength]);
        var (length, number) = (0L, 0);
        try
        {
            var read = await content.ReadAtLeastAsync(part, PartLength, throwOnEndOfStream: false, cancellation);
            while (true)
            {
                var following = read < PartLength ? 0 : await content.ReadAtLeastAsync(next, PartLength, throwOnEndOfStream: false, cancellation);
                if ((length += read) > most)
                    return await DropAsync(id, cancellation);
                var isLast = following == 0;
                plain.AppendData(part, 0, read);
                var box = Sealing.Seal(key, Belongs(id, number, isLast), part.AsSpan(0, read));
                Append(hidden, number, box);
                await StoreAsync(new EvidencePartRow { ContentId = id, Number = number++, At = default, Sealed = box }, cancellation);
                if (isLast)
                    break;
                (part, next, read) = (next, part, following);
            }
            return new Written(
                id, Sealing.Seal(vault.KeyOf(Use), Wrap(evidenceId, id), key), length, Convert.ToHexStringLower(plain.GetHashAndReset()), Convert.ToHexStringLower(hidden.GetHashAndReset()));
        }
        catch
        {
            await DropAsync(id, CancellationToken.None);
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(part);
            CryptographicOperations.ZeroMemory(next);
        }
    }

    /// <summary>Takes back what was written and is not recorded.</summary>
    public async Task<Written?> DropAsync(Guid contentId, CancellationToken cancellation)
    {
        await ledger.WriteAsync(append => append.Db.EvidenceParts.Where(p => p.ContentId == contentId).ExecuteDeleteAsync(cancellation), cancellation);
        return null;
    }

    /// <summary>False where the file's key cannot be opened: the vault's key is another, or the wrapped one was changed.</summary>
    public bool MayOpen(EvidenceRow row) => row is { ContentId: { } id, WrappedKey: { } wrapped } && Sealing.TryOpen(vault.KeyOf(Use), Wrap(row.Id, id), wrapped, out _);

    /// <summary>Reads a file to a stream; false where a part is missing, was changed or cannot be opened: what was written until then is not the file.</summary>
    public async Task<bool> ReadAsync(EvidenceRow row, Stream to, CancellationToken cancellation)
    {
        if (row is not { ContentId: { } id, WrappedKey: { } wrapped } || !Sealing.TryOpen(vault.KeyOf(Use), Wrap(row.Id, id), wrapped, out var key))
            return false;
        try
        {
            await using var db = storage.Open();
            var parts = await db.EvidenceParts.CountAsync(p => p.ContentId == id, cancellation);
            for (var number = 0; number < parts; number++)
            {
                var part = await db.EvidenceParts.AsNoTracking().SingleOrDefaultAsync(p => p.ContentId == id && p.Number == number, cancellation);
                if (part is null || !Sealing.TryOpen(key, Belongs(id, number, number == parts - 1), part.Sealed, out var plain))
                    return false;
                await to.WriteAsync(plain, cancellation);
            }
            return parts > 0;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>SHA-256 of what lies encrypted, in hexadecimal digits.</summary>
    public static async Task<string> SealedHashAsync(CaseworkContext db, Guid contentId, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var part in db.EvidenceParts.AsNoTracking().Where(p => p.ContentId == contentId).OrderBy(p => p.Number).AsAsyncEnumerable().WithCancellation(cancellation))
            Append(hash, part.Number, part.Sealed);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A part with its place and length.</summary>
    private static void Append(IncrementalHash hash, int number, byte[] box)
    {
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(head, number);
        BinaryPrimitives.WriteInt32BigEndian(head[sizeof(int)..], box.Length);
        hash.AppendData(head);
        hash.AppendData(box);
    }

    private Task<int> StoreAsync(EvidencePartRow part, CancellationToken cancellation) => ledger.WriteAsync(
        async append =>
        {
            append.Db.EvidenceParts.Add(new EvidencePartRow { ContentId = part.ContentId, Number = part.Number, At = append.Now, Sealed = part.Sealed });
            var left = append.Now - LongestUpload;
            return part.Number > 0 ? 0
                : await append.Db.EvidenceParts.Where(p => p.At < left && !append.Db.Evidence.Any(e => e.ContentId == p.ContentId)).ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    private static string Belongs(Guid id, int number, bool isLast) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evidence|{id:N}|{number}|{(isLast ? "last" : "more")}");

    private static string Wrap(Guid evidence, Guid content) => $"evidence-key|{evidence:N}|{content:N}";

    /// <summary>A file that lies in the store.</summary>
    public sealed record Written(Guid ContentId, byte[] WrappedKey, long Length, string Sha256, string SealedSha256);
}
