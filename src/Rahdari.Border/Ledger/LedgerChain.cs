using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Border.Ledger;

/// <summary>How a record is hashed and signed.</summary>
internal static class LedgerChain
{
    /// <summary>The name of the random bits in a payload; no table has them.</summary>
    public const string Salt = "salt";

    /// <summary>The hash before the first record.</summary>
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    /// <summary>SHA-256 over the hash before and every field, each with its length before it, so that no two records read alike.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previousHash, string node, long sequence, Guid id, string kind, string payload)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        sha.AppendData(previousHash);
        Append(sha, node);
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        sha.AppendData(number);
        Span<byte> uuid = stackalloc byte[16];
        id.TryWriteBytes(uuid, bigEndian: true, out _);
        sha.AppendData(uuid);
        Append(sha, kind);
        Append(sha, payload);
        return sha.GetHashAndReset();

        static void Append(IncrementalHash sha, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }
    }

    /// <summary>
    /// The fact with 128 random bits in its payload, where it may be erased one day: its hash stays then, and nobody shall find out what it was by hashing what it
    /// may have been.
    /// </summary>
    public static LedgerFact Salted(LedgerFact fact) => fact.Kind is LedgerKind.Policy or LedgerKind.EntryRules or LedgerKind.Indicators or LedgerKind.Import or LedgerKind.Retention or LedgerKind.Hold or LedgerKind.Purge
        ? fact
        : fact with { Payload = $"{fact.Payload[..^1]},\"{Salt}\":\"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))}\"}}" };

    /// <summary>The next record of a chain.</summary>
    public static LedgerEntry Sign(ECDsa key, byte[] previousHash, string node, long sequence, LedgerFact fact)
    {
        var hash = Hash(previousHash, node, sequence, fact.Id, fact.Kind, fact.Payload);
        return new LedgerEntry
        {
            Node = node,
            Sequence = sequence,
            Id = fact.Id,
            Kind = fact.Kind,
            Payload = fact.Payload,
            PreviousHash = previousHash,
            Hash = hash,
            Signature = key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        };
    }

    /// <summary>True where the record's own hash fits its content at a sequence.</summary>
    public static bool Fits(LedgerEntry entry, long sequence) =>
        entry.Hash.AsSpan().SequenceEqual(Hash(entry.PreviousHash, entry.Node, sequence, entry.Id, entry.Kind, entry.Payload));

    /// <summary>True where the record's stored hash was signed by the key.</summary>
    public static bool IsSigned(LedgerEntry entry, ECDsa key) =>
        entry.Hash.Length == SHA256.HashSizeInBytes && key.VerifyHash(entry.Hash, entry.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}

/// <summary>A fact that is to be appended.</summary>
internal sealed record LedgerFact(string Kind, Guid Id, string Payload);
