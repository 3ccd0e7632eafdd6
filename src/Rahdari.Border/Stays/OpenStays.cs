using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Stays;

/// <summary>Who is in the country.</summary>
internal static class OpenStays
{
    /// <summary>The entries that nothing has ended: of each traveller whose latest crossing, refusals left out, is an entry, that one.</summary>
    public static IQueryable<Crossing> Entries(BorderContext db) =>
        from last in Last(db)
        join entry in db.Crossings on new { Id = last.CrossingId, last.At } equals new { entry.Id, entry.At }
        select entry;

    /// <summary>The same as they are noted by traveller: who asks by nationality, port or permitted day need read no crossing.</summary>
    public static IQueryable<LastCrossingRow> Last(BorderContext db) => db.LastCrossings.Where(last => last.Outcome == CrossingOutcome.Admitted);
}
