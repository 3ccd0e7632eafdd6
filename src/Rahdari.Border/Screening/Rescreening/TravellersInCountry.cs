using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>Who is in the country: whose latest crossing that was no refusal is an entry.</summary>
internal static class TravellersInCountry
{
    public static Task<int> CountAsync(BorderContext db, CancellationToken cancellation) => Presented(db).CountAsync(cancellation);

    /// <summary>
    /// The next of them in the order of the travellers who entered: of each person the encounter, with the document, of the latest crossing or refusal that was read here,
    /// by whatever document; and the last of those travellers.
    /// </summary>
    public static async Task<(IReadOnlyList<EncounterRow> Encounters, Guid Last)> AfterAsync(BorderContext db, Guid position, int most, CancellationToken cancellation)
    {
        var latest = await Presented(db).Where(entry => entry.TravellerId > position).OrderBy(entry => entry.TravellerId).Take(most)
            .Select(entry => new
            {
                entry.TravellerId,
                EncounterId = db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
                    .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
                    .Join(db.Crossings, id => id, c => c.TravellerId, (_, c) => c)
                    .Where(c => c.ImportId == null).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.EncounterId).First(),
            })
            .ToListAsync(cancellation);
        Guid[] ids = [.. latest.Select(one => one.EncounterId)];
        var rows = await db.Encounters.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        return ([.. ids.Select(id => rows[id])], latest.Count == 0 ? position : latest[^1].TravellerId);
    }

    // Of whom a legacy system alone knows, no document was read here that could be screened: they are at their next crossing.
    private static IQueryable<Crossing> Presented(BorderContext db) =>
        OpenStays.Entries(db).Where(entry => entry.ImportId == null || db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.Crossings, id => id, c => c.TravellerId, (_, c) => c)
            .Any(c => c.ImportId == null));
}
