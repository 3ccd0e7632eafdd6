using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>The indicators, every number of them: published whole by headquarters, signed, never changed. Thread-safe.</summary>
public sealed class IndicatorRegister
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal IndicatorRegister(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>The indicators that count now; number 0 where none were ever published. Roles: watchlist manager, officer, supervisor, auditor.</summary>
    public async Task<Answer<IndicatorSet>> InForceAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await PublishedDocuments.IndicatorsAsync(db, cancellation) is { } published)
            return published;
        return await NewestAsync(db, cancellation) is { } row ? row.Read() : IndicatorSet.None;
    }

    /// <summary>Every publication, newest first. Roles: watchlist manager, supervisor, auditor.</summary>
    public async Task<Answer<Page<IndicatorSetVersion>>> VersionsAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.IndicatorSets.CountAsync(cancellation);
        var rows = await db.IndicatorSets.AsNoTracking().OrderByDescending(r => r.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<IndicatorSetVersion>([.. rows.Select(Of)], total, Math.Max(0, offset));
    }

    /// <summary>
    /// Publishes indicators in the place of all before; they count from the next traveller on. The same again change nothing. Role: watchlist manager of
    /// headquarters (who has no port of their own); with a reason; audited.
    /// </summary>
    public async Task<Answer<IndicatorSetVersion>> PublishAsync(IReadOnlyList<Indicator> indicators, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.WatchlistManager) ?? OfHeadquarters(actor) ?? ReasonText.Check(reason, required: true) ?? IndicatorSetCheck.Problem(indicators)) is { } problem)
            return problem;
        var content = JsonSerializer.Serialize(indicators, BorderJson.Default.IReadOnlyListIndicator);
        return await ledger.WriteAsync<Answer<IndicatorSetVersion>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.Indicators, cancellation) is { } governed)
                    return governed;
                var before = await NewestAsync(append.Db, cancellation);
                if (before?.Indicators == content)
                    return Of(before);
                var row = new IndicatorSetRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Number = (before?.Number ?? 0) + 1,
                    Indicators = content,
                    Reason = reason.Trim(),
                    PublishedAt = append.Now,
                    PublishedBy = actor.Name,
                };
                append.Indicators(row);
                append.Audit(actor.Name, AuditAction.IndicatorsPublished, "indicators", row.Id.ToString(), null, $"{row.Number}: {row.Reason}");
                return Of(row);
            },
            cancellation);
    }

    private static Documents.Findings.Finding? OfHeadquarters(Actor actor) => actor.Port is null ? null : BorderRule.IndicatorsOfHeadquarters.Broken();

    private static Task<IndicatorSetRow?> NewestAsync(BorderContext db, CancellationToken cancellation) =>
        db.IndicatorSets.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    private static IndicatorSetVersion Of(IndicatorSetRow row) => new(row.Number, row.Read().Indicators.Count, row.Reason, row.PublishedAt, row.PublishedBy);
}
