using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Retention;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>
/// Which entries may lack their payload: those that a purge names which this node signed. Its digest is over sequence, hash, id and kind of each of them, so
/// that none can be added to them, taken from them, or given back a payload, unseen.
/// </summary>
internal sealed class ErasedEntries
{
    private readonly List<Purge> purges = [];
    private readonly List<(long From, long To, Purge Purge)> ranges = [];
    private readonly HashSet<Guid> referred = [];
    private readonly Dictionary<Guid, List<byte[]>> imports = [];
    private int place;

    /// <summary>Encounters that were erased and that a signed referral names.</summary>
    public IReadOnlySet<Guid> Referred => referred;

    /// <summary>What the genuine purges of a node's ledger name.</summary>
    public static async Task<ErasedEntries> ReadAsync(BorderContext db, string node, ECDsa key, CancellationToken cancellation)
    {
        var erased = new ErasedEntries();
        await foreach (var entry in db.Ledger.AsNoTracking().Where(e => e.Node == node && e.Kind == LedgerKind.Purge).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (LedgerChain.Fits(entry, entry.Sequence) && LedgerChain.IsSigned(entry, key))
                erased.Take(entry, JsonSerializer.Deserialize(entry.Payload, BorderJson.Default.PurgeFact)!);
        }
        erased.ranges.Sort((one, other) => one.From.CompareTo(other.From));
        return erased;
    }

    /// <summary>What a digest is over, entry by entry in the order of their sequences.</summary>
    public static void Add(IncrementalHash sha, LedgerEntry entry)
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(bytes, entry.Sequence);
        entry.Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        sha.AppendData(bytes);
        sha.AppendData(entry.Hash); // 32 bytes, or the signature over it fails.
        sha.AppendData(Encoding.UTF8.GetBytes(entry.Kind + "\n"));
    }

    /// <summary>True where a purge names the entry, which has no payload. Called in the order of the sequences.</summary>
    public bool Takes(LedgerEntry entry)
    {
        while (place < ranges.Count && ranges[place].To < entry.Sequence)
            place++;
        if (place == ranges.Count || entry.Sequence < ranges[place].From || entry.Sequence > ranges[place].Purge.Sequence)
            return false;
        Add(ranges[place].Purge.Sha, entry);
        return true;
    }

    /// <summary>The SHA-256 of each row of an imported batch that was erased.</summary>
    public IReadOnlyList<byte[]> RowsOf(Guid import) => imports.GetValueOrDefault(import) ?? [];

    /// <summary>Purges whose entries are not those that were erased.</summary>
    public IEnumerable<LedgerFault> End()
    {
        foreach (var purge in purges)
        {
            if (Convert.ToHexStringLower(purge.Sha.GetHashAndReset()) != purge.Digest)
                yield return new LedgerFault("RECORD_CHANGED", purge.First, null, null, $"The records that purge {purge.Sequence} erased are not as it left them: one was changed, is gone, or has a content again.");
            purge.Sha.Dispose();
        }
    }

    private void Take(LedgerEntry entry, PurgeFact fact)
    {
        referred.UnionWith(fact.Referred);
        foreach (var import in fact.Imports)
        {
            if (!imports.TryGetValue(import.Import, out var some))
                imports[import.Import] = some = [];
            some.AddRange(Convert.FromBase64String(import.Hashes).Chunk(SHA256.HashSizeInBytes));
        }
        var purge = new Purge(entry.Sequence, fact.Digest, NumberRanges.Of(fact.Sequences).Select(range => range.From).FirstOrDefault(entry.Sequence), IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        purges.Add(purge);
        ranges.AddRange(NumberRanges.Of(fact.Sequences).Select(range => (range.From, range.To, purge)));
    }

    private sealed record Purge(long Sequence, string Digest, long First, IncrementalHash Sha);
}
