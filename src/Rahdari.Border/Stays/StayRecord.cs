using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Stays;

/// <summary>A person's stay, read from their crossings and from what was granted to them since, whatever documents they presented.</summary>
internal static class StayRecord
{
    /// <summary>The stay of a person, by all their travellers, that nothing has ended, or null.</summary>
    public static async Task<Stay?> OpenAsync(BorderContext db, Guid[] person, DateOnly today, CancellationToken cancellation)
    {
        var latest = await PersonStanding.LastAsync(db, person, cancellation);
        if (latest is not { Outcome: CrossingOutcome.Admitted } entry)
            return null;
        var granted = entry.PermittedUntil is null ? [] : await ExtensionsAsync(db, person, cancellation);
        var (until, extension) = PermittedStay.Of(entry.PermittedUntil, granted.Where(x => x.DecidedBefore > entry.At).Select(x => x.Read()));
        var daysOver = until is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : 0;
        return new Stay(entry.CrossingId, entry.At, entry.Port, until, daysOver, entry.Permission, extension is null ? null : PermittedStay.Name(extension));
    }

    /// <summary>What was granted on the documents of a person, whenever.</summary>
    public static Task<List<StayExtensionRow>> ExtensionsAsync(BorderContext db, Guid[] person, CancellationToken cancellation) =>
        db.TravellerDocuments.AsNoTracking().Where(d => person.Contains(d.TravellerId)).Select(d => new { d.DocumentNumber, d.IssuingState }).Distinct()
            .Join(db.StayExtensions.AsNoTracking(), d => d, x => new { x.DocumentNumber, x.IssuingState }, (_, x) => x)
            .ToListAsync(cancellation);

    /// <summary>The same of several persons at once, by each of these travellers.</summary>
    public static async Task<ILookup<Guid, StayExtensionRow>> ExtensionsByTravellerAsync(BorderContext db, Guid[] travellers, CancellationToken cancellation)
    {
        var granted = await (
            from traveller in db.Travellers.AsNoTracking()
            join other in db.Travellers.AsNoTracking() on traveller.PersonId equals other.PersonId
            join document in db.TravellerDocuments.AsNoTracking() on other.Id equals document.TravellerId
            join extension in db.StayExtensions.AsNoTracking() on document.DocumentNumber equals extension.DocumentNumber
            where travellers.Contains(traveller.Id) && document.IssuingState == extension.IssuingState
            select new { traveller.Id, extension }).ToListAsync(cancellation);
        return granted.ToLookup(g => g.Id, g => g.extension);
    }
}
