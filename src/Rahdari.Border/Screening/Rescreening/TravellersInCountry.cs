using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>Who is in the country: whose latest crossing that was no refusal is an entry.</summary>
internal static class TravellersInCountry
{
    public static Task<int> CountAsync(BorderContext db, CancellationToken cancellation) => OpenStays.Entries(db).CountAsync(cancellation);

    /// <summary>The next of them in the order of their keys: of each the encounter, with the document, of their latest crossing or refusal.</summary>
    public static async Task<IReadOnlyList<EncounterRow>> AfterAsync(BorderContext db, Guid position, int most, CancellationToken cancellation)
    {
        var latest = await OpenStays.Entries(db).Where(entry => entry.TravellerId > position).OrderBy(entry => entry.TravellerId).Take(most)
            .Select(entry => db.Crossings.Where(c => c.TravellerId == entry.TravellerId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.EncounterId).First())
            .ToListAsync(cancellation);
        var rows = await db.Encounters.AsNoTracking().Where(e => latest.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        return [.. latest.Select(id => rows[id])];
    }
}
