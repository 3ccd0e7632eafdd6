using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>How what a carrier says changes who is expected on a flight: a list takes the place of an earlier one and of bookings, a booking that of an earlier booking.</summary>
internal static class ExpectedOnFlight
{
    /// <summary>Takes an announcement with the number of possible matches of each traveller.</summary>
    public static async Task<bool> TakeAsync(LedgerAppend append, Announcement announcement, int[] hits, CancellationToken cancellation)
    {
        var db = append.Db;
        var expected = await FindAsync(db, announcement, cancellation);
        var (exact, like) = (expected.ToLookup(ExpectedRows.Person), new LikeTravellers(expected));
        var replaced = new HashSet<ExpectedTravellerRow>();
        foreach (var (traveller, found) in announcement.Travellers.Zip(hits))
        {
            var row = ExpectedRows.Row(announcement, traveller, found, append.Now);
            ExpectedTravellerRow[] known = [.. exact[ExpectedRows.Person(row)].Where(one => !replaced.Contains(one))];
            // Without a flight's number nothing says that two of a name are one.
            if (known.Length == 0 && row.Flight.Length > 0 && like.Of(row).FirstOrDefault(one => !replaced.Contains(one) && GivesWay(one, row)) is { } other)
                known = [other];
            // What a list said is better than what was booked, and a booking that was cancelled stays so.
            if (announcement.IsBooked && known.Any(one => one.Boarding is Boarding.Announced or Boarding.OnBoard || (one.Boarding == Boarding.NotOnBoard && one.Booking == row.Booking)))
                continue;
            // A list that comes late does not open a flight again that has closed.
            if (known.Any(one => one.Boarding == Boarding.OnBoard))
                row.Boarding = Boarding.OnBoard;
            replaced.UnionWith(known);
            db.ExpectedTravellers.RemoveRange(known);
            db.ExpectedTravellers.Add(row);
        }
        return true;
    }

    /// <summary>Who is expected already. Bookings that tell no arrival were filed under the day of departure: a list that tells both days finds them there, and takes them to its own.</summary>
    public static async Task<List<ExpectedTravellerRow>> FindAsync(BorderContext db, Announcement announcement, CancellationToken cancellation)
    {
        var (day, departs) = (announcement.Day, announcement.Departs ?? announcement.Day);
        var about = await db.ExpectedTravellers.Where(t => t.Flight == announcement.Flight && (t.Day == day || t.Day == departs)).ToListAsync(cancellation);
        if (day <= departs || announcement.Flight.Length == 0)
            return [.. about.Where(row => row.Day == day)];
        // Bookings filed under the day of arrival leave on it, and come on the next.
        ExpectedTravellerRow[] filed = [.. about.Where(row => IsFiled(row) && row.Day == departs)];
        List<ExpectedTravellerRow> expected = [.. about.Where(row => !IsFiled(row) && row.Day == day), .. filed];
        foreach (var row in filed)
            (row.Day, row.Arrival) = (day, announcement.Arrival);
        return expected;

        static bool IsFiled(ExpectedTravellerRow row) => row.Boarding == Boarding.Booked && row.Arrival.Length == 0;
    }

    /// <summary>Whether what is known of a like traveller gives way to a row. Two lists are compared exactly, and one without documents does not take a booking's away.</summary>
    private static bool GivesWay(ExpectedTravellerRow known, ExpectedTravellerRow row) =>
        row.Boarding == Boarding.Booked || (known.Boarding != Boarding.Announced && (row.DocumentNumber.Length > 0 || known.DocumentNumber.Length == 0));
}
