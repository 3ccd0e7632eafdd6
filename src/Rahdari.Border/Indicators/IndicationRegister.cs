using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators;

/// <summary>What searches of the record found, each explained. Every read is audited; a user of a port sees what showed there. Thread-safe.</summary>
public sealed class IndicationRegister
{
    private const int MaximumTake = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal IndicationRegister(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Newest first, at most 200 a page. Roles: supervisor, auditor; audited.</summary>
    /// <param name="code">The indicator; null for all.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<FoundIndication>>> ListAsync(string? code, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var of = string.IsNullOrWhiteSpace(code) ? null : code.Trim().ToUpperInvariant().Replace("\0", "", StringComparison.Ordinal);
        if (of?.Length > IndicatorSetCheck.LongestCode)
            of = of[..IndicatorSetCheck.LongestCode];
        await using var db = storage.Open();
        var rows = db.Indications.AsNoTracking().Where(i => (of == null || i.Code == of) && (actor.Port == null || i.Port == actor.Port));
        var total = await rows.CountAsync(cancellation);
        var page = await rows.OrderByDescending(i => i.CrossedAt).ThenByDescending(i => i.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.IndicationsRead, "indications", null, actor.Port, of, cancellation);
        return new Page<FoundIndication>([.. page.Select(Of)], total, Math.Max(0, offset));
    }

    private static FoundIndication Of(IndicationRow row) => new(
        row.Id,
        row.Code,
        row.SetNumber,
        row.CrossingId,
        row.CrossedAt,
        row.Port,
        row.FoundAt,
        JsonSerializer.Deserialize(row.Explanation, BorderJson.Default.Finding)!,
        JsonSerializer.Deserialize(row.Saw, BorderJson.Default.IReadOnlyListPassageSeen)!);
}

/// <summary>An indicator that showed in the record: it asks for somebody who looks, and decides nothing.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Code">The indicator.</param>
/// <param name="SetNumber">The set under whose number it stood.</param>
/// <param name="CrossingId">The crossing at which it showed.</param>
/// <param name="CrossedAt">When that was; UTC.</param>
/// <param name="Port">Where.</param>
/// <param name="FoundAt">When it was found; UTC.</param>
/// <param name="Explanation">In a sentence, with the limits that counted.</param>
/// <param name="Saw">The crossings that it saw, oldest first.</param>
public sealed record FoundIndication(
    Guid Id, string Code, int SetNumber, Guid CrossingId, DateTimeOffset CrossedAt, string Port, DateTimeOffset FoundAt, Finding Explanation, IReadOnlyList<PassageSeen> Saw);
