using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>Who is in the country.</summary>
internal static class OpenStays
{
    /// <summary>The entries that nothing has ended: of each person whose latest crossing, refusals left out, is an entry, that one. Who is one person, links say.</summary>
    public static IQueryable<Crossing> Entries(BorderContext db) =>
        from last in Last(db)
        join entry in db.Crossings on new { Id = last.CrossingId, last.At } equals new { entry.Id, entry.At }
        select entry;

    /// <summary>The same as they are noted by traveller: who asks by nationality, port or permitted day need read no crossing.</summary>
    public static IQueryable<LastCrossingRow> Last(BorderContext db) => db.LastCrossings.Where(last => last.Outcome == CrossingOutcome.Admitted
        && !db.Travellers.Where(traveller => traveller.Id == last.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.LastCrossings, id => id, later => later.TravellerId, (_, later) => later)
            .Any(later => later.At > last.At || (later.At == last.At && later.CrossingId > last.CrossingId)));

    /// <summary>The entries since an instant that another entry follows, refusals left out: nothing says when their stay ended.</summary>
    public static IQueryable<Crossing> LeftUnrecorded(BorderContext db, DateTimeOffset since) => db.Crossings.Where(entry => entry.At >= since && entry.Outcome == CrossingOutcome.Admitted
        && db.Travellers.Where(traveller => traveller.Id == entry.TravellerId)
            .Join(db.Travellers, traveller => traveller.PersonId, other => other.PersonId, (_, other) => other.Id)
            .Join(db.Crossings, id => id, later => later.TravellerId, (_, later) => later)
            .Where(later => (later.Outcome == CrossingOutcome.Admitted || later.Outcome == CrossingOutcome.Departed) && (later.At > entry.At || (later.At == entry.At && later.Id > entry.Id)))
            .OrderBy(later => later.At).ThenBy(later => later.Id).Select(later => (CrossingOutcome?)later.Outcome).FirstOrDefault() == CrossingOutcome.Admitted);
}
