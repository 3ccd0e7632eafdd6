using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>The schedules of retention, every number of them: published whole, signed, never changed. Thread-safe.</summary>
public sealed class RetentionRegister
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal RetentionRegister(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>The schedule that counts now; number 0 where none was ever published. Roles: administrator, auditor.</summary>
    public async Task<Answer<RetentionSchedule>> InForceAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return await NewestAsync(db, cancellation);
    }

    /// <summary>Every schedule, newest first. Roles: administrator, auditor.</summary>
    public async Task<Answer<Page<RetentionSchedule>>> VersionsAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.RetentionSchedules.CountAsync(cancellation);
        var rows = await db.RetentionSchedules.AsNoTracking().OrderByDescending(r => r.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<RetentionSchedule>([.. rows.Select(row => row.Read())], total, Math.Max(0, offset));
    }

    /// <summary>Publishes periods in the place of all before; they count from the next purge on. The same again change nothing. Role: administrator of headquarters; with a reason; audited.</summary>
    public async Task<Answer<RetentionSchedule>> PublishAsync(IReadOnlyList<RetentionPeriod> periods, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Administrator) ?? OfHeadquarters(actor) ?? ReasonText.Check(reason, required: true) ?? RetentionCheck.Problem(periods)) is { } problem)
            return problem;
        var content = JsonSerializer.Serialize([.. periods.Select(period => period with { LegalBasis = period.LegalBasis.Trim() })], BorderJson.Default.IReadOnlyListRetentionPeriod);
        return await ledger.WriteAsync<Answer<RetentionSchedule>>(
            async append =>
            {
                var before = await append.Db.RetentionSchedules.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
                if (before?.Periods == content)
                    return before.Read();
                var row = new RetentionRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Number = (before?.Number ?? 0) + 1,
                    Periods = content,
                    Reason = reason.Trim(),
                    PublishedAt = append.Now,
                    PublishedBy = actor.Name,
                };
                append.Retention(row);
                append.Audit(actor.Name, AuditAction.RetentionPublished, "retention", row.Id.ToString(), null, $"{row.Number}: {row.Reason}");
                return row.Read();
            },
            cancellation);
    }

    /// <summary>The rule that somebody breaks who acts for one port where headquarters decides, or null.</summary>
    internal static Documents.Findings.Finding? OfHeadquarters(Actor actor) =>
        actor.Port is { } port ? BorderRule.RetentionOfHeadquarters.Broken(null, ("port", port)) : null;

    internal static async Task<RetentionSchedule> NewestAsync(BorderContext db, CancellationToken cancellation) =>
        (await db.RetentionSchedules.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation))?.Read() ?? RetentionSchedule.None;
}
