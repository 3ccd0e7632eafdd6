using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Stays;

/// <summary>Who is in the country, who has overstayed, and whose exit is missing. Every read is audited. Thread-safe.</summary>
public sealed class StayRegister
{
    private const int MaximumTake = 500;

    /// <summary>Entries before are not looked through for a missing exit.</summary>
    private const int MissingDays = 366;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal StayRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>A listing; for a user of one port those who entered there. Roles: supervisor, auditor.</summary>
    /// <param name="listing">Which stays.</param>
    /// <param name="nationality">One nationality, as read, in any case; all where empty.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 500.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<ListedStay>>> ListAsync(StayListing listing, string? nationality, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (code, today) = (nationality?.Trim().ToUpperInvariant() ?? "", settings.LocalDay(clock.GetUtcNow()));
        await using var db = storage.Open();
        var entries = Entries(db, listing, today);
        if (code.Length > 0)
            entries = entries.Where(entry => entry.Nationality == code);
        if (actor.Port is { } port)
            entries = entries.Where(entry => entry.Port == port);
        var total = await entries.CountAsync(cancellation);
        var ordered = listing == StayListing.Overstayed
            ? entries.OrderBy(entry => entry.PermittedUntil).ThenBy(entry => entry.Id)
            : entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
        var page = await ordered.Select(entry => entry.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        var crossings = await CrossingMonths.FindAsync(db, page, cancellation);
        var items = page.Where(crossings.ContainsKey).Select(id => crossings[id]).ToArray();
        var extensions = await StayRecord.ExtensionsByTravellerAsync(db, [.. items.Select(entry => entry.TravellerId)], cancellation);
        await ledger.AuditAsync(actor, AuditAction.StaysRead, null, null, actor.Port, code.Length == 0 ? $"{listing}" : $"{listing} {code}", cancellation);
        return new Page<ListedStay>([.. items.Select(entry => Of(entry, extensions[entry.TravellerId], listing, today))], total, Math.Max(0, offset));
    }

    private IQueryable<Begun> Entries(BorderContext db, StayListing listing, DateOnly today) => listing switch
    {
        // From the person's documents to what was granted on them: both engines find their way by index.
        StayListing.Overstayed => Noted(OpenStays.Last(db).Where(entry => entry.PermittedUntil < today && !db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.TravellerDocuments, id => id, document => document.TravellerId, (_, document) => document)
            .Join(db.StayExtensions, document => new { document.DocumentNumber, document.IssuingState }, x => new { x.DocumentNumber, x.IssuingState }, (_, x) => x)
            .Any(x => x.RevokedAt == null && x.Until >= today && x.DecidedBefore > entry.At))),
        StayListing.ExitMissing => OpenStays.LeftUnrecorded(db, settings.StartOf(today.AddDays(-MissingDays)))
            .Select(entry => new Begun { Id = entry.Id, At = entry.At, Port = entry.Port, Nationality = entry.Nationality, PermittedUntil = entry.PermittedUntil }),
        _ => Noted(OpenStays.Last(db).Where(entry => entry.Nationality != settings.Country)),
    };

    private static IQueryable<Begun> Noted(IQueryable<LastCrossingRow> entries) =>
        entries.Select(entry => new Begun { Id = entry.CrossingId, At = entry.At, Port = entry.Port, Nationality = entry.Nationality, PermittedUntil = entry.PermittedUntil });

    private static ListedStay Of(Crossing entry, IEnumerable<StayExtensionRow> extensions, StayListing listing, DateOnly today)
    {
        // Of a stay whose end is not known no extension is told: it may have been granted in the next one.
        var granted = listing == StayListing.ExitMissing ? [] : extensions.Where(x => x.DecidedBefore > entry.At).Select(x => x.Read());
        var (until, _) = PermittedStay.Of(entry.PermittedUntil, granted);
        return new ListedStay(
            entry.TravellerId,
            entry.Id,
            NameAsRead.Of(entry.PrimaryIdentifier, entry.SecondaryIdentifier),
            entry.Nationality,
            entry.IssuingState,
            entry.DocumentNumber,
            entry.At,
            entry.Port,
            entry.Permission,
            until,
            until is { } last && listing != StayListing.ExitMissing ? Math.Max(0, today.DayNumber - last.DayNumber) : 0);
    }

    /// <summary>What the listings ask of an entry.</summary>
    private sealed class Begun
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Port { get; init; }

        public required string Nationality { get; init; }

        public required DateOnly? PermittedUntil { get; init; }
    }
}
