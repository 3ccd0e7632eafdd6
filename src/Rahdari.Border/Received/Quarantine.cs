using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Received;

/// <summary>What came over the links and was refused: kept, counted and shown, never taken in. Thread-safe.</summary>
public sealed class Quarantine
{
    /// <summary>So many bytes of what came are kept.</summary>
    public const int MostContent = 64 * 1024;

    /// <summary>So many of one sender are kept; of more only the last one's count goes on.</summary>
    public const int MostOfSender = 1000;

    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal Quarantine(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>What was refused, the latest first; audited. Roles: administrator, auditor.</summary>
    /// <param name="sender">Only what came over this node's link, or null.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Answer<Page<Quarantined>>> ListAsync(string? sender, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor) is { } denied)
            return denied;
        await ledger.AuditAsync(actor, AuditAction.QuarantineRead, "node", sender, null, null, cancellation);
        await using var db = storage.Open();
        var rows = db.Quarantine.AsNoTracking().Where(q => sender == null || q.Sender == sender);
        var total = await rows.CountAsync(cancellation);
        var items = await rows.OrderByDescending(q => q.LastAt).ThenByDescending(q => q.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))
            .Select(q => new Quarantined(q.Id, q.Sender, q.Reason, q.Node, q.Sequence, q.FirstAt, q.LastAt, q.Times)).ToListAsync(cancellation);
        return new Page<Quarantined>(items, total, Math.Max(0, offset));
    }

    /// <summary>How many messages of each sender are kept, and when the last came; of no person, and not audited by itself. Roles: administrator, auditor, supervisor.</summary>
    public async Task<Answer<IReadOnlyList<QuarantineStanding>>> StandingAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor, Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return new Answer<IReadOnlyList<QuarantineStanding>>(await db.Quarantine.AsNoTracking().GroupBy(q => q.Sender)
            .Select(of => new QuarantineStanding(of.Key, of.Count(), of.Max(q => q.LastAt))).ToListAsync(cancellation));
    }

    /// <summary>Keeps what was refused; what came before is counted.</summary>
    internal Task KeepAsync(string sender, Refusal reason, LedgerEntry? record, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return ledger.WriteAsync(
            async append =>
            {
                var db = append.Db;
                var known = await db.Quarantine.SingleOrDefaultAsync(q => q.Sender == sender && q.Fingerprint == fingerprint, cancellation);
                // Whoever floods a link fills no disk with it.
                if (known is null && await db.Quarantine.CountAsync(q => q.Sender == sender, cancellation) >= MostOfSender)
                    known = await db.Quarantine.Where(q => q.Sender == sender).OrderByDescending(q => q.LastAt).FirstAsync(cancellation);
                if (known is not null)
                {
                    (known.LastAt, known.Times) = (append.Now, known.Times == int.MaxValue ? known.Times : known.Times + 1);
                    return true;
                }
                db.Quarantine.Add(new QuarantineRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Sender = sender,
                    Fingerprint = fingerprint,
                    Reason = reason,
                    Node = record?.Node,
                    Sequence = record?.Sequence,
                    Content = content[..Math.Min(content.Length, MostContent)].ToArray(),
                    FirstAt = append.Now,
                    LastAt = append.Now,
                    Times = 1,
                });
                append.Audit(sender, AuditAction.RecordRefused, "node", record?.Node ?? sender, null, record is null ? $"{reason}" : $"{reason}: record {record.Sequence}");
                return true;
            },
            cancellation);
    }
}

/// <summary>What came over a link and was refused.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Sender">The node whose link it came over.</param>
/// <param name="Reason">Why.</param>
/// <param name="Node">The node that the record names, where it could be read.</param>
/// <param name="Sequence">The record's sequence, where it could be read.</param>
/// <param name="FirstAt">When it came first; UTC.</param>
/// <param name="LastAt">When it came last; UTC.</param>
/// <param name="Times">How often it came.</param>
public sealed record Quarantined(Guid Id, string Sender, Refusal Reason, string? Node, long? Sequence, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);
