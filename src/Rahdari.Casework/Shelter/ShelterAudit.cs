using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Ledger;

namespace Rahdari.Casework.Shelter;

/// <summary>Who read or wrote what of which pseudonym. It shows nobody. Thread-safe.</summary>
public sealed class ShelterAudit
{
    private const int MaximumTake = 200;

    private readonly ShelterWriter writer;

    internal ShelterAudit(ShelterWriter writer) => this.writer = writer;

    /// <summary>The audit of the victims' store, the newest first; itself audited. Role: auditor.</summary>
    public async Task<Answer<Page<AuditRecord>>> ListAsync(AuditFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor) is { } denied)
            return denied;
        return await writer.RunAsync<Answer<Page<AuditRecord>>>(
            async append =>
            {
                var records = append.Db.Audit.AsNoTracking();
                if (filter.From is { } from)
                    records = records.Where(a => a.At >= from);
                if (filter.To is { } to)
                    records = records.Where(a => a.At < to);
                if (filter.Actor is { } name)
                    records = records.Where(a => a.Actor == name);
                if (filter.Action is { } action)
                    records = records.Where(a => a.Action == action);
                if (filter.SubjectId is { } subject)
                    records = records.Where(a => a.SubjectId == subject);
                var total = await records.CountAsync(cancellation);
                var page = await records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
                append.Audit(actor, ShelterAction.AuditRead);
                return new Page<AuditRecord>(page, total, Math.Max(0, offset));
            },
            cancellation);
    }
}
