using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Stays;

/// <summary>Who is in the country past the last permitted day. Every read is audited. Thread-safe.</summary>
public sealed class OverstayRegister
{
    private const int MaximumTake = 500;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal OverstayRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>Longest over first; for a user of one port those who entered there. Roles: supervisor, auditor.</summary>
    /// <param name="nationality">One nationality, as read, in any case; all where empty.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 500.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<Overstay>>> ListAsync(string? nationality, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (code, today) = (nationality?.Trim().ToUpperInvariant() ?? "", settings.LocalDay(clock.GetUtcNow()));
        await using var db = storage.Open();
        var entries = OpenStays.Last(db).AsNoTracking().Where(entry => entry.PermittedUntil < today);
        if (code.Length > 0)
            entries = entries.Where(entry => entry.Nationality == code);
        if (actor.Port is { } port)
            entries = entries.Where(entry => entry.Port == port);
        var total = await entries.CountAsync(cancellation);
        var page = await entries.OrderBy(entry => entry.PermittedUntil).ThenBy(entry => entry.CrossingId).Select(entry => entry.CrossingId)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        var crossings = await CrossingMonths.FindAsync(db, page, cancellation);
        var items = page.Where(crossings.ContainsKey).Select(id => crossings[id]);
        await ledger.AuditAsync(actor, AuditAction.OverstaysRead, null, null, actor.Port, code.Length == 0 ? null : code, cancellation);
        return new Page<Overstay>([.. items.Select(entry => Of(entry, today))], total, Math.Max(0, offset));
    }

    private static Overstay Of(Crossing entry, DateOnly today) => new(
        entry.TravellerId,
        entry.Id,
        NameAsRead.Of(entry.PrimaryIdentifier, entry.SecondaryIdentifier),
        entry.Nationality,
        entry.IssuingState,
        entry.DocumentNumber,
        entry.At,
        entry.Port,
        entry.PermittedUntil!.Value,
        today.DayNumber - entry.PermittedUntil.Value.DayNumber);
}
