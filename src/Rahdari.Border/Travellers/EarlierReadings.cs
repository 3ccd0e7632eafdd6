using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers;

/// <summary>What was read at earlier crossings: of this document, whoever carried it, and of other documents of its holder.</summary>
internal static class EarlierReadings
{
    private const int Newest = 50;

    /// <summary>The latest reading of the number from each traveller who carried it, then the holder's other documents; the holder's own first.</summary>
    public static async Task<IReadOnlyList<EarlierReading>> FindAsync(BorderContext db, Guid travellerId, MrzFields document, SiteSettings settings, CancellationToken cancellation)
    {
        var sameNumber = await SameNumberAsync(db, travellerId, document, cancellation);
        var samePerson = await db.TravellerDocuments.AsNoTracking()
            .Where(d => d.DateOfBirth == document.DateOfBirth && d.PrimaryIdentifier == document.PrimaryIdentifier && d.SecondaryIdentifier == document.SecondaryIdentifier
                && d.IssuingState == document.IssuingState && d.DocumentCode == document.DocumentCode && d.DocumentNumber != document.DocumentNumber)
            .Select(d => new { Document = d, At = db.LastCrossings.Where(l => l.TravellerId == d.TravellerId).Max(l => (DateTimeOffset?)l.At) })
            .Where(d => d.At != null).OrderByDescending(d => d.At).Take(Newest).ToListAsync(cancellation);
        return
        [
            .. sameNumber.GroupBy(seen => seen.TravellerId).OrderByDescending(seen => seen.Key == travellerId).Select(seen => seen.First())
                .Select(seen => new EarlierReading(EncounterContent.Of(seen.Content).Document, settings.LocalDay(seen.At))),
            .. samePerson.Select(seen => new EarlierReading(Fields(seen.Document, document), settings.LocalDay(seen.At!.Value))),
        ];
    }

    /// <summary>The latest reading of each who carried the number, latest first.</summary>
    private static async Task<IReadOnlyList<Reading>> SameNumberAsync(BorderContext db, Guid travellerId, MrzFields document, CancellationToken cancellation)
    {
        if (await CrossingSpans.OfDocumentAsync(db, document.IssuingState, document.DocumentNumber, cancellation) is not { } recorded)
            return [];
        // Whoever was refused may have been misread; that somebody else came with the number is told all the same.
        var crossings = recorded.Where(c => c.TravellerId != travellerId || c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed);
        var carriers = await crossings.GroupBy(c => c.TravellerId)
            .Select(carried => new { TravellerId = carried.Key, At = carried.Max(c => c.At) }).OrderByDescending(carried => carried.At).Take(Newest).ToListAsync(cancellation);
        var instants = carriers.Select(carried => carried.At).ToArray();
        return await (
            from crossing in crossings
            join encounter in db.Encounters.AsNoTracking() on crossing.EncounterId equals encounter.Id
            where instants.Contains(crossing.At)
            orderby crossing.At descending
            select new Reading(crossing.TravellerId, crossing.At, encounter.Content)).Take(Newest).ToListAsync(cancellation);
    }

    private static MrzFields Fields(TravellerDocument other, MrzFields document) => document with
    {
        DocumentNumber = other.DocumentNumber,
        Nationality = other.Nationality,
        Sex = other.Sex,
        DateOfExpiry = other.DateOfExpiry,
        OptionalData = [],
    };

    private sealed record Reading(Guid TravellerId, DateTimeOffset At, string Content);
}
