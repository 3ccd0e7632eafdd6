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
        var entries = OpenStays.Entries(db).AsNoTracking().Where(entry => entry.PermittedUntil < today && !db.StayExtensions.Any(x => x.RevokedAt == null && x.Until >= today && x.DecidedBefore > entry.At
            && db.TravellerDocuments.Any(d => d.TravellerId == entry.TravellerId && d.IssuingState == x.IssuingState && d.DocumentNumber == x.DocumentNumber)));
        if (code.Length > 0)
            entries = entries.Where(entry => entry.Nationality == code);
        if (actor.Port is { } port)
            entries = entries.Where(entry => entry.Port == port);
        var total = await entries.CountAsync(cancellation);
        var items = await entries.OrderBy(entry => entry.PermittedUntil).ThenBy(entry => entry.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        var lapsed = await LapsedAsync(db, items, cancellation);
        await ledger.AuditAsync(actor, AuditAction.OverstaysRead, null, null, actor.Port, code.Length == 0 ? null : code, cancellation);
        return new Page<Overstay>([.. items.Select(entry => Of(entry, lapsed[entry.TravellerId], today))], total, Math.Max(0, offset));
    }

    /// <summary>The extensions of those on the page: they have ended, but later than what was granted on entry.</summary>
    private static async Task<ILookup<Guid, StayExtensionRow>> LapsedAsync(BorderContext db, List<Crossing> entries, CancellationToken cancellation)
    {
        var travellers = entries.Select(entry => entry.TravellerId).ToArray();
        var granted = await (
            from document in db.TravellerDocuments.AsNoTracking()
            from extension in db.StayExtensions.AsNoTracking()
            where travellers.Contains(document.TravellerId) && document.IssuingState == extension.IssuingState && document.DocumentNumber == extension.DocumentNumber
            select new { document.TravellerId, extension }).ToListAsync(cancellation);
        return granted.ToLookup(g => g.TravellerId, g => g.extension);
    }

    private static Overstay Of(Crossing entry, IEnumerable<StayExtensionRow> extensions, DateOnly today)
    {
        var until = PermittedStay.Of(entry.PermittedUntil, extensions.Where(x => x.DecidedBefore > entry.At).Select(x => x.Read())).Until!.Value;
        return new Overstay(
            entry.TravellerId,
            entry.Id,
            NameAsRead.Of(entry.PrimaryIdentifier, entry.SecondaryIdentifier),
            entry.Nationality,
            entry.IssuingState,
            entry.DocumentNumber,
            entry.At,
            entry.Port,
            until,
            today.DayNumber - until.DayNumber);
    }
}
