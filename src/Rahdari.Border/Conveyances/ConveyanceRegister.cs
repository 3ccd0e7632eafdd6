using Microsoft.EntityFrameworkCore;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Conveyances;

/// <summary>The conveyances of a day with how many crossed by each; who they were is read from <see cref="CrossingRegister"/>. Thread-safe.</summary>
public sealed class ConveyanceRegister
{
    /// <summary>The largest page.</summary>
    public const int MaximumTake = 500;

    /// <summary>No day's beginning lies outside of what an instant can be.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(9998, 12, 31);

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal ConveyanceRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>In the order of the first crossing, then those that are expected; for a user of one port those there. Names no traveller; a registration is somebody's, so it is audited. Roles: officer, supervisor, auditor.</summary>
    /// <param name="day">The day at the port; today where null.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 500.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<ConveyanceOfDay>>> OfDayAsync(DateOnly? day, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var of = day ?? settings.LocalDay(clock.GetUtcNow());
        await using var db = storage.Open();
        var crossings = Of(db.Crossings.AsNoTracking(), of, settings);
        if (actor.Port is { } port)
            crossings = crossings.Where(c => c.Port == port);
        var counted = await crossings.Where(c => c.Outcome != CrossingOutcome.Annulled).GroupBy(c => new { c.ConveyanceKind, c.Conveyance, c.Outcome })
            .Select(g => new { g.Key.ConveyanceKind, g.Key.Conveyance, g.Key.Outcome, Count = g.Count(), First = g.Min(c => c.At), Last = g.Max(c => c.At) }).ToListAsync(cancellation);
        var expected = await db.ExpectedTravellers.AsNoTracking().Where(t => t.Day == of && t.Flight != "").GroupBy(t => t.Flight)
            .Select(g => new { Flight = g.Key, Count = g.Count(t => t.Boarding != Boarding.NotOnBoard) }).ToDictionaryAsync(g => g.Flight, g => g.Count, cancellation);
        var crossed = counted.GroupBy(c => (Kind: c.ConveyanceKind, Number: c.Conveyance)).Select(g => new ConveyanceOfDay(
            g.Key.Kind,
            g.Key.Number,
            of,
            g.Where(c => c.Outcome == CrossingOutcome.Admitted).Sum(c => c.Count),
            g.Where(c => c.Outcome == CrossingOutcome.Departed).Sum(c => c.Count),
            g.Where(c => c.Outcome == CrossingOutcome.Refused).Sum(c => c.Count),
            g.Key is { Kind: ConveyanceKind.Flight, Number: { } flight } && expected.TryGetValue(flight, out var announced) ? announced : null,
            g.Min(c => c.First),
            g.Max(c => c.Last))).OrderBy(c => c.First).ThenBy(c => c.Number, StringComparer.Ordinal).ToList();
        var seen = crossed.Where(c => c.Kind == ConveyanceKind.Flight).Select(c => c.Number).ToHashSet();
        var coming = expected.Where(e => !seen.Contains(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => new ConveyanceOfDay(ConveyanceKind.Flight, e.Key, of, 0, 0, 0, e.Value, null, null));
        await ledger.AuditAsync(actor, AuditAction.CrossingsRead, null, null, actor.Port, $"conveyances of {of:yyyy-MM-dd}", cancellation);
        ConveyanceOfDay[] all = [.. crossed, .. coming];
        return new Page<ConveyanceOfDay>([.. all.Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))], all.Length, Math.Max(0, offset));
    }

    /// <summary>The crossings of a day's conveyances: where none was told, those of the day.</summary>
    internal static IQueryable<Crossing> Of(IQueryable<Crossing> crossings, DateOnly day, SiteSettings settings)
    {
        if (day < Earliest || day > Latest)
            return crossings.Where(c => false);
        // The days about it bound the months that are looked into.
        var (from, until) = (settings.StartOf(day.AddDays(-Conveyance.DaysAbout)), settings.StartOf(day.AddDays(Conveyance.DaysAbout + 1)));
        var (begins, ends) = (settings.StartOf(day), settings.StartOf(day.AddDays(1)));
        return crossings.Where(c => c.At >= from && c.At < until && (c.ConveyanceDay == day || (c.ConveyanceDay == null && c.At >= begins && c.At < ends)));
    }
}
