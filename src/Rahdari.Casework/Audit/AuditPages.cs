using Microsoft.EntityFrameworkCore;

namespace Rahdari.Casework.Audit;

/// <summary>One page of an audit, the newest first; casework and the victims' store have one each.</summary>
internal static class AuditPages
{
    private const int MaximumTake = 500;

    public static async Task<Page<AuditRecord>> ReadAsync(IQueryable<AuditRecord> audit, AuditFilter filter, int offset, int take, CancellationToken cancellation)
    {
        var records = filter.Choose(audit.AsNoTracking());
        if (filter.Subject is { } subject)
            records = records.Where(a => a.SubjectId == subject);
        var total = await records.CountAsync(cancellation);
        var page = await records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<AuditRecord>(page, total, Math.Max(0, offset));
    }
}
