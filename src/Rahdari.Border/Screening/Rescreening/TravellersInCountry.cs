using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>Who is in the country: whose latest crossing that was no refusal is an entry.</summary>
internal static class TravellersInCountry
{
    public static Task<int> CountAsync(BorderContext db, CancellationToken cancellation) => Presented(db).CountAsync(cancellation);

    /// <summary>The next of them in the order of their keys: of each the encounter, with the document, of their latest crossing or refusal.</summary>
    public static async Task<IReadOnlyList<EncounterRow>> AfterAsync(BorderContext db, Guid position, int most, CancellationToken cancellation)
    {
        var latest = await Presented(db).Where(entry => entry.TravellerId > position).OrderBy(entry => entry.TravellerId).Take(most)
            .Select(entry => db.Crossings.Where(c => c.TravellerId == entry.TravellerId && c.ImportId == null).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.EncounterId).First())
            .ToListAsync(cancellation);
        var rows = await db.Encounters.AsNoTracking().Where(e => latest.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        return [.. latest.Select(id => rows[id])];
    }

    // Of whom a legacy system alone knows, no document was read here that could be screened: they are at their next crossing.
    private static IQueryable<Crossing> Presented(BorderContext db) =>
        OpenStays.Entries(db).Where(entry => entry.ImportId == null || db.Crossings.Any(c => c.TravellerId == entry.TravellerId && c.ImportId == null));
}
