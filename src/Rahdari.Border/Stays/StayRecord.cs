using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>A traveller's stay, read from their crossings and from what was granted to them since.</summary>
internal static class StayRecord
{
    /// <summary>The stay that nothing has ended, or null.</summary>
    public static async Task<Stay?> OpenAsync(BorderContext db, Guid travellerId, DateOnly today, CancellationToken cancellation)
    {
        if (await OpenStays.Entries(db).AsNoTracking().SingleOrDefaultAsync(c => c.TravellerId == travellerId, cancellation) is not { } entry)
            return null;
        var granted = entry.PermittedUntil is null ? [] : await ExtensionsAsync(db, travellerId, cancellation);
        var (until, extension) = PermittedStay.Of(entry.PermittedUntil, granted.Where(x => x.DecidedBefore > entry.At).Select(x => x.Read()));
        var daysOver = until is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : 0;
        return new Stay(entry.Id, entry.At, entry.Port, until, daysOver, entry.Permission, extension is null ? null : PermittedStay.Name(extension));
    }

    /// <summary>What was granted on the traveller's documents, whenever.</summary>
    public static Task<List<StayExtensionRow>> ExtensionsAsync(BorderContext db, Guid travellerId, CancellationToken cancellation) =>
        db.StayExtensions.AsNoTracking()
            .Where(x => db.TravellerDocuments.Any(d => d.TravellerId == travellerId && d.IssuingState == x.IssuingState && d.DocumentNumber == x.DocumentNumber))
            .ToListAsync(cancellation);

    /// <summary>The same of several travellers at once, by traveller.</summary>
    public static async Task<ILookup<Guid, StayExtensionRow>> ExtensionsAsync(BorderContext db, IReadOnlyCollection<Guid> travellers, CancellationToken cancellation)
    {
        var granted = await (
            from document in db.TravellerDocuments.AsNoTracking()
            from extension in db.StayExtensions.AsNoTracking()
            where travellers.Contains(document.TravellerId) && document.IssuingState == extension.IssuingState && document.DocumentNumber == extension.DocumentNumber
            select new { document.TravellerId, extension }).ToListAsync(cancellation);
        return granted.ToLookup(g => g.TravellerId, g => g.extension);
    }
}
