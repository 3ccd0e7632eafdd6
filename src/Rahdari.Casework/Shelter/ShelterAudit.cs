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
                var records = filter.Choose(append.Db.Audit.AsNoTracking());
                if (filter.SubjectId?.Trim() is { Length: > 0 } subject)
                    records = records.Where(a => a.SubjectId == subject);
                var total = await records.CountAsync(cancellation);
                var page = await records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
                append.Audit(actor, ShelterAction.AuditRead);
                return new Page<AuditRecord>(page, total, Math.Max(0, offset));
            },
            cancellation);
    }
}
