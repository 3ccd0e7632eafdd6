using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>Walks a node's chain from its first record and compares the tables with it.</summary>
public sealed class LedgerVerifier
{
    private const int RecordsARead = 1000;

    private readonly BorderStorage storage;
    private readonly SiteFolder site;
    private readonly AuditLog audit;

    private readonly ISenders senders;

    internal LedgerVerifier(SiteFolder site, BorderStorage storage, AuditLog audit, ISenders senders) => (this.site, this.storage, this.audit, this.senders) = (site, storage, audit, senders);

    /// <summary>Verifies; audited with what came of it. Roles: auditor, administrator.</summary>
    /// <param name="anchor">A head noted earlier (<c>sequence:hash</c>), which must still be in the chain; or null.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="progress">Receives the share walked, 0 to 1.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<Answer<LedgerVerification>> VerifyAsync(string? anchor, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor, Roles.Administrator) is { } denied)
            return denied;
        var verification = await WalkAsync(anchor, progress, cancellation);
        var result = string.Create(CultureInfo.InvariantCulture, $"{verification.Checked} records, {verification.Faults.Count} faults");
        await audit.RecordAsync(actor.Name, AuditAction.LedgerVerified, "ledger", verification.Node, result, cancellation);
        return verification;
    }

    internal async Task<LedgerVerification> WalkAsync(string? anchor = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var key = site.OpenKey();
        await using var db = storage.Open();
        // One snapshot: the site may go on recording meanwhile.
        await using var transaction = await db.BeginSnapshotAsync(cancellation);
        var node = site.Settings.Node;
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == node, cancellation);
        var noted = LedgerAnchor.Parse(anchor);
        var erased = await ErasedEntries.ReadAsync(db, node, _ => key, null, cancellation);
        var walk = new LedgerWalk(node, _ => key, head, noted?.Sequence, erased.Takes);
        var rows = new LedgerRows(db, node, erased);
        await foreach (var batch in ReadAsync(db, node, cancellation))
        {
            foreach (var entry in batch)
                walk.Next(entry);
            await rows.CompareAsync(batch, cancellation);
            progress?.Report(Math.Min(1, (double)batch[^1].Sequence / Math.Max(1, head?.Sequence ?? 1)));
        }
        walk.End();
        var received = new List<LedgerFault>();
        var records = walk.Walked;
        foreach (var sender in senders.All)
        {
            var (walked, faulty) = await WalkReceivedAsync(db, sender, node, key, cancellation);
            records += walked;
            received.AddRange(faulty);
        }
        await rows.FindInsertedAsync([.. senders.All.Select(s => s.Node)], cancellation);
        var faults = walk.Faults.Concat(erased.End()).Concat(rows.Faults).Concat(received).Concat(LedgerAnchor.Faults(anchor, walk)).OrderBy(f => f.Sequence ?? long.MaxValue).ToArray();
        return new LedgerVerification(node, records, walk.Last, walk.LastHash is { } hash ? Convert.ToHexStringLower(hash) : null, faults);
    }

    /// <summary>The chain of another node, as it was received.</summary>
    private static async Task<(long Walked, IReadOnlyList<LedgerFault> Faults)> WalkReceivedAsync(BorderContext db, Sender sender, string node, ECDsa key, CancellationToken cancellation)
    {
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == sender.Node, cancellation);
        var rows = new ReceivedRows(db);
        // What is lacking was erased here, or came so, for its node had erased it before.
        var here = await ErasedEntries.ReadAsync(db, node, _ => key, sender.Node, cancellation);
        var there = await ErasedEntries.ReadAsync(db, sender.Node, sender.KeyOf, null, cancellation);
        var walk = new LedgerWalk(sender.Node, sender.KeyOf, head, null, entry => here.Takes(entry) || there.Names(entry.Sequence));
        await foreach (var batch in ReadAsync(db, sender.Node, cancellation))
        {
            foreach (var entry in batch)
                walk.Next(entry);
            await rows.CompareAsync(batch, cancellation);
        }
        walk.End();
        return (walk.Walked, [.. walk.Faults.Concat(here.End()).Concat(rows.Faults).Select(fault => fault with { Detail = $"{sender.Node}: {fault.Detail}" })]);
    }

    private static async IAsyncEnumerable<List<LedgerEntry>> ReadAsync(
        BorderContext db, string node, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = long.MinValue;
        while (true)
        {
            var batch = await db.Ledger.AsNoTracking().Where(e => e.Node == node && e.Sequence > after)
                .OrderBy(e => e.Sequence).Take(RecordsARead).ToListAsync(cancellation);
            if (batch.Count == 0)
                yield break;
            yield return batch;
            after = batch[^1].Sequence;
        }
    }
}
