using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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
    /// <param name="db">The site's.</param>
    /// <param name="node">Who purged.</param>
    /// <param name="keyOf">The node's key that signs the record of a sequence.</param>
    /// <param name="received">Of whose chain, as it was received; null of the node's own.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<ErasedEntries> ReadAsync(BorderContext db, string node, Func<long, ECDsa?> keyOf, string? received, CancellationToken cancellation)
    {
        var erased = new ErasedEntries();
        await foreach (var entry in db.Ledger.AsNoTracking().Where(e => e.Node == node && e.Kind == LedgerKind.Purge).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (keyOf(entry.Sequence) is { } key && LedgerChain.Fits(entry, entry.Sequence) && LedgerChain.IsSigned(entry, key) && PurgeFact.Read(entry.Payload) is { } purge)
                erased.Take(entry, purge, received);
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
        if (place == ranges.Count || entry.Sequence < ranges[place].From || entry.Sequence > ranges[place].Purge.Last)
            return false;
        Add(ranges[place].Purge.Sha, entry);
        return true;
    }

    /// <summary>True where a purge names the sequence, whether or not its payload is here.</summary>
    public bool Names(long sequence) => ranges.Exists(range => range.From <= sequence && sequence <= range.To && sequence <= range.Purge.Last);

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

    private void Take(LedgerEntry entry, PurgeFact fact, string? received)
    {
        if (received is not null)
        {
            // Chains of two nodes have no order between them.
            if (fact.Received?.FirstOrDefault(chain => chain.Node == received) is { } chain)
                Take(entry.Sequence, long.MaxValue, chain.Sequences, chain.Digest);
            return;
        }
        referred.UnionWith(fact.Referred);
        foreach (var import in fact.Imports)
        {
            if (!imports.TryGetValue(import.Import, out var some))
                imports[import.Import] = some = [];
            some.AddRange(Convert.FromBase64String(import.Hashes).Chunk(SHA256.HashSizeInBytes));
        }
        Take(entry.Sequence, entry.Sequence, fact.Sequences, fact.Digest);
    }

    private void Take(long by, long last, string sequences, string digest)
    {
        (long From, long To)[] of = [.. NumberRanges.Of(sequences)];
        var purge = new Purge(by, last, digest, of.Select(range => range.From).FirstOrDefault(by), IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        purges.Add(purge);
        ranges.AddRange(of.Select(range => (range.From, range.To, purge)));
    }

    /// <param name="Sequence">The purge's own.</param>
    /// <param name="Last">It erased none behind this.</param>
    /// <param name="Digest">As signed.</param>
    /// <param name="First">The first that it names.</param>
    /// <param name="Sha">Over those that lack their payload.</param>
    private sealed record Purge(long Sequence, long Last, string Digest, long First, IncrementalHash Sha);
}
