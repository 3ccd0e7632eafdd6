using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening;

/// <summary>The names of who crosses here, by which a part of a name weighs: what every second traveller bears proves little.</summary>
internal static class TravellerNames
{
    // A part that one in 16,384 bears weighs the most that any does: more travellers would change no weight to speak of.
    private const int Most = 200_000;

    /// <summary>
    /// The name of each traveller who ever passed, in the document that was first seen last, once however often they crossed; the newest of them, read one by one as
    /// they are taken. Who was only refused is left out: nobody makes a name common by presenting it again and again.
    /// </summary>
    public static IEnumerable<string> Of(BorderContext db)
    {
        var passed = db.TravellerDocuments.AsNoTracking()
            .Where(d => db.Crossings.Any(c => c.TravellerId == d.TravellerId && (c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed)))
            .Where(d => !db.TravellerDocuments.Any(later => later.TravellerId == d.TravellerId && later.FirstSeen > d.FirstSeen));
        return passed.OrderByDescending(d => d.FirstSeen).ThenByDescending(d => d.TravellerId).Take(Most)
            .Select(d => new { d.PrimaryIdentifier, d.SecondaryIdentifier }).AsEnumerable()
            .Select(name => $"{name.PrimaryIdentifier} {name.SecondaryIdentifier}");
    }
}
