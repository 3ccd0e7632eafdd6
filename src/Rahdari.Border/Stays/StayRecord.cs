using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>A traveller's stay, read from their crossings.</summary>
internal static class StayRecord
{
    /// <summary>The stay that the traveller's latest crossing began and nothing has ended, or null.</summary>
    public static async Task<Stay?> OpenAsync(BorderContext db, Guid travellerId, DateOnly today, CancellationToken cancellation)
    {
        var latest = await db.Crossings.AsNoTracking()
            .Where(c => c.TravellerId == travellerId && c.Outcome != CrossingOutcome.Refused)
            .OrderByDescending(c => c.At)
            .FirstOrDefaultAsync(cancellation);
        if (latest is not { Outcome: CrossingOutcome.Admitted })
            return null;
        var daysOver = latest.PermittedUntil is { } until ? Math.Max(0, today.DayNumber - until.DayNumber) : 0;
        return new Stay(latest.Id, latest.At, latest.Port, latest.PermittedUntil, daysOver);
    }
}
