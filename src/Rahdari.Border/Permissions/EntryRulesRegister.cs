using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Permissions;

/// <summary>The rules of entry, every number of them: published whole, signed, never changed. Thread-safe.</summary>
public sealed class EntryRulesRegister
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal EntryRulesRegister(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>The rules that count now; number 0 where none were ever published. Roles: visa officer, officer, supervisor, auditor.</summary>
    public async Task<Answer<EntryRules>> InForceAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await PublishedDocuments.EntryRulesAsync(db, cancellation) is { } published)
            return published;
        return await NewestAsync(db, cancellation) is { } row ? row.Read() : EntryRules.None;
    }

    /// <summary>Every publication, newest first. Roles: visa officer, supervisor, auditor.</summary>
    public async Task<Answer<Page<EntryRulesVersion>>> VersionsAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.EntryRules.CountAsync(cancellation);
        var rows = await db.EntryRules.AsNoTracking().OrderByDescending(r => r.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<EntryRulesVersion>([.. rows.Select(Of)], total, Math.Max(0, offset));
    }

    /// <summary>
    /// Publishes classes in the place of all before; they count from the next traveller on. The same classes again change nothing. Role: visa officer; with a reason; audited.
    /// </summary>
    public async Task<Answer<EntryRulesVersion>> PublishAsync(IReadOnlyList<PermissionClass> classes, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.VisaOfficer) ?? ReasonText.Check(reason, required: true) ?? EntryRulesCheck.Problem(classes)) is { } problem)
            return problem;
        var content = JsonSerializer.Serialize(classes, BorderJson.Default.IReadOnlyListPermissionClass);
        return await ledger.WriteAsync<Answer<EntryRulesVersion>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.EntryRules, cancellation) is { } governed)
                    return governed;
                var before = await NewestAsync(append.Db, cancellation);
                if (before?.Classes == content)
                    return Of(before);
                var row = new EntryRulesRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Number = (before?.Number ?? 0) + 1,
                    Classes = content,
                    Reason = reason.Trim(),
                    PublishedAt = append.Now,
                    PublishedBy = actor.Name,
                };
                append.EntryRules(row);
                append.Audit(actor.Name, AuditAction.EntryRulesPublished, "entry-rules", row.Id.ToString(), null, $"{row.Number}: {row.Reason}");
                return Of(row);
            },
            cancellation);
    }

    private static Task<EntryRulesRow?> NewestAsync(BorderContext db, CancellationToken cancellation) =>
        db.EntryRules.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    private static EntryRulesVersion Of(EntryRulesRow row) => new(row.Number, row.Read().Classes.Count, row.Reason, row.PublishedAt, row.PublishedBy);
}
