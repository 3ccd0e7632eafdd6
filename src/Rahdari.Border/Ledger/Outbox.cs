using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>What another site still lacks of this node's records: all above its last receipt. The ledger itself; nothing is stored twice. Thread-safe.</summary>
public sealed class Outbox
{
    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal Outbox(SiteSettings settings, BorderStorage storage, LedgerWriter ledger) => (this.settings, this.storage, this.ledger) = (settings, storage, ledger);

    /// <summary>The last record of this node; 0 where there is none.</summary>
    public async Task<long> EndAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return await db.LedgerHeads.AsNoTracking().Where(h => h.Node == settings.Node).Select(h => h.Sequence).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The records behind a sequence, in order.</summary>
    /// <param name="after">The sequence; 0 for the first record on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="bytes">No more than so many characters of payload, but one record at least.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(long after, int most, int bytes, CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        var run = new List<LedgerEntry>();
        var length = 0L;
        await foreach (var record in db.Ledger.AsNoTracking().Where(e => e.Node == settings.Node && e.Sequence > after).OrderBy(e => e.Sequence).Take(most).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            length += record.Payload.Length;
            if (run.Count > 0 && length > bytes)
                break;
            run.Add(record);
        }
        return run;
    }

    /// <summary>The highest sequence that the destination has confirmed; 0 where it never did.</summary>
    public async Task<long> ReceiptAsync(string destination, CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return await db.LedgerReceipts.AsNoTracking().Where(r => r.Node == settings.Node && r.Destination == destination).Select(r => r.Sequence).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Keeps a receipt of the destination. True where the record that it names is the one that this node signed; an older receipt than the last changes nothing.</summary>
    /// <param name="destination">Who gives it.</param>
    /// <param name="sequence">The highest sequence that is committed there with all before it.</param>
    /// <param name="hash">The hash of that record.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<bool> ConfirmAsync(string destination, long sequence, byte[] hash, CancellationToken cancellation = default) => ledger.WriteAsync(
        async append =>
        {
            var db = append.Db;
            if (sequence > 0 && (await db.Ledger.AsNoTracking().Where(e => e.Node == settings.Node && e.Sequence == sequence).Select(e => e.Hash).SingleOrDefaultAsync(cancellation))?.AsSpan().SequenceEqual(hash) != true)
                return false;
            var receipt = await db.LedgerReceipts.SingleOrDefaultAsync(r => r.Node == settings.Node && r.Destination == destination, cancellation);
            if (receipt is null)
                db.LedgerReceipts.Add(new LedgerReceipt { Node = settings.Node, Destination = destination, Sequence = sequence });
            else
                receipt.Sequence = Math.Max(receipt.Sequence, sequence);
            return true;
        },
        cancellation);
}
