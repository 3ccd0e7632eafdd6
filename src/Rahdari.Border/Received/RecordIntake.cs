using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Received;

/// <summary>
/// Takes in the records that other nodes signed, each once, in the order of its node's chain, and makes of them what this site's people ask for. A record counts only where its hash, its
/// signature and its place in its node's chain fit and where it says what its node may say; what does not is kept apart in <see cref="Quarantine"/>, and what comes behind it waits.
/// Whatever is sent again, by whomever and in whatever order, changes nothing. Thread-safe.
/// </summary>
public sealed class RecordIntake
{
    /// <summary>So many records are taken in at once; of a longer run the first.</summary>
    public const int LongestRun = 2000;

    private const int MostTries = 20;
    private const int FarthestYears = 10;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly Quarantine quarantine;
    private readonly ISenders senders;
    private readonly TimeProvider clock;

    internal RecordIntake(BorderStorage storage, LedgerWriter ledger, Quarantine quarantine, ISenders senders, TimeProvider clock) =>
        (this.storage, this.ledger, this.quarantine, this.senders, this.clock) = (storage, ledger, quarantine, senders, clock);

    /// <summary>How far a node's records are committed here.</summary>
    public async Task<Receipt> ReceiptAsync(string node, CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return Receipt(node, await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == node, cancellation));
    }

    /// <summary>Takes in a run of records; returns once they are durable. What was taken in before is passed over.</summary>
    /// <param name="sender">The node whose link they came over, as its certificate says.</param>
    /// <param name="run">Records of one node, each behind the one before.</param>
    /// <param name="cancellation">Stops before anything is committed.</param>
    public async Task<Intake> TakeAsync(string sender, IReadOnlyList<LedgerEntry> run, CancellationToken cancellation = default)
    {
        var records = run.Count > LongestRun ? [.. run.Take(LongestRun)] : run;
        var first = records.Count == 0 ? null : records[0];
        if (senders.Find(sender) is not { } known)
            return await RefuseAsync(sender, Refusal.SenderUnknown, first, cancellation);
        if (known.IsRevoked)
            return await RefuseAsync(sender, Refusal.SenderRevoked, first, cancellation);
        // The costly part, outside of the one writer's transaction: what is genuine by itself.
        var genuine = 0;
        Refusal? broken = null;
        while (genuine < records.Count && broken is null)
        {
            broken = Problem(known, records[genuine], genuine == 0 ? null : records[genuine - 1]);
            genuine += broken is null ? 1 : 0;
        }
        LedgerEntry[] sound = [.. records.Take(genuine)];
        await MakeMonthsAsync(sound, cancellation);
        var (taken, culprit) = sound.Length == 0 ? (new Intake(await ReceiptAsync(sender, cancellation), 0), null) : await CommitAsync(known, sound, cancellation);
        if (culprit is not null)
            await quarantine.KeepAsync(sender, taken.Refused!.Value, culprit, Content(culprit), cancellation);
        if (taken.Refused is not null || broken is null)
            return taken;
        await quarantine.KeepAsync(sender, broken.Value, records[genuine], Content(records[genuine]), cancellation);
        return taken with { Refused = broken };
    }

    /// <summary>Keeps apart what is no run of records.</summary>
    public async Task<Intake> RefuseAsync(string sender, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        await quarantine.KeepAsync(sender, Refusal.Unreadable, null, content, cancellation);
        return new Intake(await ReceiptAsync(sender, cancellation), 0, Refusal.Unreadable);
    }

    private async Task<Intake> RefuseAsync(string sender, Refusal reason, LedgerEntry? record, CancellationToken cancellation)
    {
        await quarantine.KeepAsync(sender, reason, record, record is null ? Encoding.UTF8.GetBytes(sender) : Content(record), cancellation);
        return new Intake(await ReceiptAsync(sender, cancellation), 0, reason);
    }

    /// <summary>What is wrong with a record by itself and behind the one before it in the run.</summary>
    private static Refusal? Problem(Sender sender, LedgerEntry record, LedgerEntry? before)
    {
        if (record.Node != sender.Node)
            return Refusal.OfAnotherNode;
        // Of what its node erased, by a schedule of its own, the hash stays, which the next record repeats.
        if (record.Payload.Length > 0 && !LedgerChain.Fits(record, record.Sequence))
            return Refusal.HashWrong;
        if (sender.KeyOf(record.Sequence) is not { } key || !LedgerChain.IsSigned(record, key))
            return Refusal.SignatureWrong;
        if (before is not null && (record.Sequence != before.Sequence + 1 || !record.PreviousHash.AsSpan().SequenceEqual(before.Hash)))
            return Refusal.ChainBroken;
        return record.Payload.Length == 0 || ReceivedFacts.IsTheirs(sender, record) ? null : Refusal.NotTheirs;
    }

    private Task<(Intake Intake, LedgerEntry? Culprit)> CommitAsync(Sender sender, LedgerEntry[] sound, CancellationToken cancellation) => ledger.WriteAsync(
        async append =>
        {
            var db = append.Db;
            var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == sender.Node, cancellation);
            var last = head?.Sequence ?? 0;
            var (first, end) = (sound[0].Sequence, sound[^1].Sequence);
            if (first > last + 1)
                return (new Intake(Receipt(sender.Node, head), 0, IsGap: true), null);
            if (await ForkedAsync(db, sound, last, cancellation) is { } forked)
                return (new Intake(Receipt(sender.Node, head), 0, Refusal.Forked), forked);
            if (end <= last)
                return (new Intake(Receipt(sender.Node, head), 0), null);
            LedgerEntry[] fresh = [.. sound.Where(record => record.Sequence > last)];
            if (!fresh[0].PreviousHash.AsSpan().SequenceEqual(head?.Hash ?? LedgerChain.Genesis))
                return (new Intake(Receipt(sender.Node, head), 0, Refusal.ChainBroken), fresh[0]);
            var ids = Array.ConvertAll(fresh, record => record.Id);
            if (ids.Distinct().Count() < ids.Length || await db.Ledger.AnyAsync(e => ids.Contains(e.Id), cancellation))
                return (new Intake(Receipt(sender.Node, head), 0, Refusal.IdTaken), fresh[0]);
            await BulkRows.InsertAsync(db, fresh, cancellation);
            await ReceivedFacts.ProjectAsync(append, sender, fresh, cancellation);
            if (head is null)
                db.LedgerHeads.Add(head = new LedgerHead { Node = sender.Node, Sequence = 0, Hash = LedgerChain.Genesis });
            else
                db.LedgerHeads.Attach(head);
            (head.Sequence, head.Hash) = (end, fresh[^1].Hash);
            return (new Intake(Receipt(sender.Node, head), fresh.Length), (LedgerEntry?)null);
        },
        cancellation);

    /// <summary>A record that is not the one that was taken in under its sequence, or null.</summary>
    private static async Task<LedgerEntry?> ForkedAsync(BorderContext db, LedgerEntry[] sound, long last, CancellationToken cancellation)
    {
        var (node, first, upTo) = (sound[0].Node, sound[0].Sequence, Math.Min(last, sound[^1].Sequence));
        if (first > last)
            return null;
        var known = await db.Ledger.AsNoTracking().Where(e => e.Node == node && e.Sequence >= first && e.Sequence <= upTo).Select(e => new { e.Sequence, e.Hash }).ToDictionaryAsync(e => e.Sequence, e => e.Hash, cancellation);
        return sound.FirstOrDefault(record => known.TryGetValue(record.Sequence, out var hash) && !record.Hash.AsSpan().SequenceEqual(hash));
    }

    private async Task MakeMonthsAsync(LedgerEntry[] records, CancellationToken cancellation)
    {
        // Of what nobody can have recorded yet no month is made.
        var (from, to) = (CrossingMonths.First(clock.GetUtcNow().AddYears(-FarthestYears)), CrossingMonths.First(clock.GetUtcNow().AddMonths(1)));
        foreach (var month in records.Where(record => record.Kind == LedgerKind.Crossing).Select(record => CrossingMonths.First(CrossingMonths.InstantOf(record.Id))).Distinct().Where(month => month >= from && month <= to))
        {
            await using var db = storage.Open();
            var tries = 0;
            // What falls into no month has a place, too: it is only slower there.
            while (!await CrossingMonths.TryMakeAsync(db, month, cancellation) && ++tries < MostTries)
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }
    }

    private static Receipt Receipt(string node, LedgerHead? head) => new(node, head?.Sequence ?? 0, head?.Hash ?? LedgerChain.Genesis);

    private static byte[] Content(LedgerEntry record) => JsonSerializer.SerializeToUtf8Bytes(record, BorderJson.Default.LedgerEntry);
}
