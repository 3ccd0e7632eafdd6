using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Stays;

/// <summary>A person's stay, read from their crossings, whatever documents they presented.</summary>
internal static class StayRecord
{
    /// <summary>The stay that nothing has ended, or null.</summary>
    public static async Task<Stay?> OpenAsync(BorderContext db, Guid travellerId, DateOnly today, CancellationToken cancellation)
    {
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        var latest = await db.Crossings.AsNoTracking().Where(c => person.Contains(c.TravellerId) && c.Outcome != CrossingOutcome.Refused)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellation);
        if (latest is not { Outcome: CrossingOutcome.Admitted } entry)
            return null;
        var daysOver = entry.PermittedUntil is { } until ? Math.Max(0, today.DayNumber - until.DayNumber) : 0;
        return new Stay(entry.Id, entry.At, entry.Port, entry.PermittedUntil, daysOver);
    }
}
