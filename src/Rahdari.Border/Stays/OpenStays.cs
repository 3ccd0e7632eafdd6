using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>Who is in the country.</summary>
internal static class OpenStays
{
    /// <summary>The entries that nothing has ended: of each person whose latest crossing, refusals left out, is an entry, that one. Who is one person, links say.</summary>
    public static IQueryable<Crossing> Entries(BorderContext db) => db.Crossings.Where(entry => entry.Outcome == CrossingOutcome.Admitted
        && !db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.Crossings, id => id, later => later.TravellerId, (_, later) => later)
            .Any(later => later.Outcome != CrossingOutcome.Refused && (later.At > entry.At || (later.At == entry.At && later.Id > entry.Id))));

    /// <summary>The entries that another entry follows, refusals left out: nothing says when their stay ended.</summary>
    public static IQueryable<Crossing> LeftUnrecorded(BorderContext db) => db.Crossings.Where(entry => entry.Outcome == CrossingOutcome.Admitted
        && db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.Crossings, id => id, later => later.TravellerId, (_, later) => later)
            .Where(later => later.Outcome != CrossingOutcome.Refused && (later.At > entry.At || (later.At == entry.At && later.Id > entry.Id)))
            .OrderBy(later => later.At).ThenBy(later => later.Id).Select(later => (CrossingOutcome?)later.Outcome).FirstOrDefault() == CrossingOutcome.Admitted);
}
