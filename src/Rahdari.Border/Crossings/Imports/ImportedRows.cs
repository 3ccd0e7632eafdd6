using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Retention;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>What a batch of imported crossings is signed by, and what became of its rows since.</summary>
internal static class ImportedRows
{
    private const int MarkLength = 8;

    /// <summary>The hash over all rows, and a mark of each; in the order of their ids.</summary>
    public static (string Hash, string Marks) Digest(IReadOnlyList<Crossing> rows)
    {
        var (all, marks) = Hashed(rows);
        return (all, Convert.ToBase64String(marks));
    }

    /// <summary>The faults of a signed batch: rows that were changed, are gone or were put in.</summary>
    /// <param name="db">The site's.</param>
    /// <param name="entry">The batch's entry.</param>
    /// <param name="erased">The SHA-256 of each row that a signed purge erased.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<LedgerFault>> CompareAsync(BorderContext db, LedgerEntry entry, IReadOnlyList<byte[]> erased, CancellationToken cancellation)
    {
        if (Fact(entry) is not { } fact)
            return []; // A payload that is no fact was changed: the chain says so.
        var stored = await db.Crossings.AsNoTracking().Where(c => c.ImportId == fact.Id).ToListAsync(cancellation);
        var rows = (await CorrectedCrossings.AsSignedAsync(db, stored, cancellation)).OrderBy(c => c.Id).ToList();
        var (hash, found) = Hashed(rows);
        if (erased.Count > 0)
            hash = WithErased(fact, rows, erased);
        if (hash == fact.Hash && rows.Count + erased.Count == fact.Rows)
            return [];
        return Told(entry, fact, rows, found, erased);
    }

    /// <summary>What a purge signs of rows of a batch, which are there still, and whether no other row of the batch is left.</summary>
    public static async Task<(PurgedImport Purged, bool IsWhole)> PurgedAsync(BorderContext db, Guid import, IReadOnlyCollection<Crossing> going, CancellationToken cancellation)
    {
        var left = await db.Crossings.CountAsync(c => c.ImportId == import, cancellation) - going.Count;
        var signed = await CorrectedCrossings.AsSignedAsync(db, going, cancellation);
        return (new PurgedImport(import, Convert.ToBase64String([.. signed.OrderBy(row => row.Id).SelectMany(RowHash)])), left == 0 && await RowsAsync(db, import, cancellation) == await ErasedAsync(db, import, cancellation) + going.Count);
    }

    /// <summary>How many rows were signed; null where the batch's fact is not there. Only where all of them went by purges does the fact go: what else is gone is told by it.</summary>
    private static async Task<int?> RowsAsync(BorderContext db, Guid import, CancellationToken cancellation) =>
        await db.Ledger.AsNoTracking().SingleOrDefaultAsync(e => e.Id == import && e.Kind == LedgerKind.Import, cancellation) is { } entry ? Fact(entry)?.Rows : null;

    /// <summary>How many rows of a batch purges before have erased.</summary>
    private static async Task<int> ErasedAsync(BorderContext db, Guid import, CancellationToken cancellation)
    {
        var named = import.ToString();
        var purges = await db.Ledger.AsNoTracking().Where(e => e.Kind == LedgerKind.Purge && e.Payload.Contains(named) && db.Ledger.Any(of => of.Id == import && of.Node == e.Node)).Select(e => e.Payload).ToListAsync(cancellation);
        return purges.SelectMany(payload => JsonSerializer.Deserialize(payload, BorderJson.Default.PurgeFact)!.Imports).Where(purged => purged.Import == import)
            .Sum(purged => Convert.FromBase64String(purged.Hashes).Length / SHA256.HashSizeInBytes);
    }

    /// <summary>The hash over all rows of the batch, those that were erased at the places that their marks have.</summary>
    private static string WithErased(ImportFact fact, List<Crossing> rows, IReadOnlyList<byte[]> erased)
    {
        var gone = erased.GroupBy(hash => BitConverter.ToUInt64(hash)).ToDictionary(hash => hash.Key, hash => new Queue<byte[]>(hash));
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var next = 0;
        foreach (var mark in Marks(fact))
        {
            if (gone.TryGetValue(mark, out var of) && of.TryDequeue(out var hash))
                all.AppendData(hash);
            else if (next < rows.Count)
                all.AppendData(RowHash(rows[next++]));
        }
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static List<LedgerFault> Told(LedgerEntry entry, ImportFact fact, List<Crossing> rows, byte[] found, IReadOnlyList<byte[]> erased)
    {
        var faults = new List<LedgerFault>();
        var signed = Marks(fact).ToList();
        foreach (var hash in erased)
            signed.Remove(BitConverter.ToUInt64(hash));
        var (unknown, missing) = (new List<Crossing>(), signed.GroupBy(m => m).ToDictionary(m => m.Key, m => m.Count()));
        for (var i = 0; i < rows.Count; i++)
        {
            var mark = BitConverter.ToUInt64(found, i * MarkLength);
            if (missing.GetValueOrDefault(mark) > 0)
                missing[mark]--;
            else
                unknown.Add(rows[i]);
        }
        var gone = missing.Values.Sum();
        // As many as are gone may be those that were changed; what is more was put in, or is gone.
        foreach (var (place, row) in unknown.Index())
        {
            faults.Add(place < gone
                ? Fault("ROW_CHANGED", row.Id, $"The imported crossing {row.Id} differs from what was signed, or stands in the place of one that is gone.")
                : Fault("ROW_INSERTED", row.Id, $"The imported crossing {row.Id} was never signed."));
        }
        if (gone > unknown.Count)
            faults.Add(Fault("ROW_DELETED", entry.Id, $"{gone - unknown.Count} of {fact.Rows} crossings are gone that were imported from records {fact.First} to {fact.Last} of {fact.File}."));
        if (faults.Count == 0)
            faults.Add(Fault("ROW_CHANGED", entry.Id, $"The crossings imported from records {fact.First} to {fact.Last} of {fact.File} differ from what was signed."));
        return faults;

        LedgerFault Fault(string code, Guid id, string detail) => new(code, entry.Sequence, id, LedgerKind.Import, detail);
    }

    private static ulong[] Marks(ImportFact fact)
    {
        var bytes = new byte[(fact.Marks.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(fact.Marks, bytes, out var length))
            return [];
        return [.. Enumerable.Range(0, length / MarkLength).Select(i => BitConverter.ToUInt64(bytes, i * MarkLength))];
    }

    private static ImportFact? Fact(LedgerEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize(entry.Payload, BorderJson.Default.ImportFact) is { Marks: not null, Hash: not null } fact ? fact : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string Hash, byte[] Marks) Hashed(IReadOnlyList<Crossing> rows)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var marks = new byte[rows.Count * MarkLength];
        for (var i = 0; i < rows.Count; i++)
        {
            var hash = RowHash(rows[i]);
            all.AppendData(hash);
            hash.AsSpan(0, MarkLength).CopyTo(marks.AsSpan(i * MarkLength));
        }
        return (Convert.ToHexStringLower(all.GetHashAndReset()), marks);
    }

    /// <summary>Over the row as the ledger writes a crossing: a column that a later version adds is not there while it is empty.</summary>
    private static byte[] RowHash(Crossing row) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, BorderJson.Default.Crossing));
}
