using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Audit;

/// <summary>Writes and reads the audit.</summary>
public sealed class AuditLog
{
    private const int MaximumTake = 500;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal AuditLog(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Records that something was done or read; returns once it is durable.</summary>
    public Task RecordAsync(string actor, string action, string? subjectKind = null, string? subjectId = null, string? detail = null, CancellationToken cancellation = default) =>
        ledger.WriteAsync(
            append =>
            {
                append.Audit(actor, action, subjectKind, subjectId, null, detail);
                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>Newest first; the reading is itself audited. Role: auditor.</summary>
    public async Task<Answer<Page<AuditRecord>>> ListAsync(AuditFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor) is { } denied)
            return denied;
        await ledger.AuditAsync(actor, AuditAction.AuditRead, null, null, actor.Port, JsonSerializer.Serialize(filter, BorderJson.Default.AuditFilter), cancellation);
        await using var db = storage.Open();
        var records = filter.Choose(db.Audit.AsNoTracking());
        if (actor.Port is { } port)
            records = records.Where(a => a.Port == null || a.Port == port);
        if (filter.Subject is { } subject)
        {
            var subjects = await SubjectsAsync(db, subject, cancellation);
            records = records.Where(a => subjects.Contains(a.SubjectId));
        }
        var total = await records.CountAsync(cancellation);
        var items = await records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<AuditRecord>(items, total, Math.Max(0, offset));
    }

    /// <summary>The key, and those of the encounters, hits and crossings that hang on it.</summary>
    private static async Task<string?[]> SubjectsAsync(BorderContext db, string subject, CancellationToken cancellation)
    {
        if (!Guid.TryParse(subject, out var id))
            return [subject];
        var presented = await db.Encounters.Where(e => e.TravellerId == id || e.Id == id).Select(e => new { e.Id, e.CrossingId }).ToListAsync(cancellation);
        var encounters = presented.Select(e => e.Id).ToList();
        var hits = await db.Hits.Where(h => encounters.Contains(h.EncounterId)).Select(h => h.Id).ToListAsync(cancellation);
        var crossings = await db.Crossings.Where(c => c.TravellerId == id).Select(c => c.Id).ToListAsync(cancellation);
        crossings = [.. crossings.Union(presented.Select(e => e.CrossingId).OfType<Guid>())];
        return [id.ToString(), .. encounters.Concat(hits).Concat(crossings).Select(key => key.ToString())];
    }
}
