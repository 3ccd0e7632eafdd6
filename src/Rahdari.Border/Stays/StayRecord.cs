using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>A traveller's stay, read from their crossings.</summary>
internal static class StayRecord
{
    /// <summary>The stay that nothing has ended, or null.</summary>
    public static async Task<Stay?> OpenAsync(BorderContext db, Guid travellerId, DateOnly today, CancellationToken cancellation)
    {
        if (await OpenStays.Last(db).AsNoTracking().SingleOrDefaultAsync(c => c.TravellerId == travellerId, cancellation) is not { } entry)
            return null;
        var daysOver = entry.PermittedUntil is { } until ? Math.Max(0, today.DayNumber - until.DayNumber) : 0;
        return new Stay(entry.CrossingId, entry.At, entry.Port, entry.PermittedUntil, daysOver);
    }
}
