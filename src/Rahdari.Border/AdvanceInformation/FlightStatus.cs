using Rahdari.Border.Storage;
using Rahdari.Documents.AdvanceInformation.Paxlst;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>Lists that announce nobody and say who comes of those announced: cancelled bookings, a flight that closes or does not go (PAXLST BGM).</summary>
internal static class FlightStatus
{
    /// <summary>Marks those of the flight whom the list means. A closing list may come in parts, in any order.</summary>
    /// <param name="list">The list.</param>
    /// <param name="listed">Its travellers; some are named by their reference alone.</param>
    /// <param name="expected">Who is expected on the flight.</param>
    /// <returns>False where it means nobody who is expected, so that nobody was marked: who matches nobody says nothing of the others.</returns>
    public static bool Mark(PassengerList list, IReadOnlyList<ExpectedTravellerRow> listed, IReadOnlyList<ExpectedTravellerRow> expected)
    {
        var meant = Meant(listed, expected, bookings: list.Function == "XR");
        if (expected.Count == 0 || (meant.Count == 0 && (listed.Count > 0 || list.Function is "CLOB" or "XR")))
            return false;
        foreach (var row in expected)
        {
            row.Boarding = (list.Function, meant.Contains(row)) switch
            {
                ("CLOB", true) => Boarding.OnBoard,
                ("CLOB", false) when row.Boarding is Boarding.Announced or Boarding.Booked && !row.IsCrew => Boarding.NotOnBoard,
                ("CLNB" or "XR", true) => Boarding.NotOnBoard,
                ("CLNB", false) when row.Boarding == Boarding.Announced => Boarding.OnBoard,
                ("XF", _) => Boarding.NotOnBoard,
                _ => row.Boarding,
            };
        }
        return true;
    }

    /// <summary>By the document, the carrier's reference or the person, whichever is told: a carrier mistypes, and leaves out. A booking that is cancelled may be named alone.</summary>
    private static HashSet<ExpectedTravellerRow> Meant(IReadOnlyList<ExpectedTravellerRow> listed, IReadOnlyList<ExpectedTravellerRow> expected, bool bookings)
    {
        var documents = listed.Select(one => one.DocumentNumber).Where(IsTold).ToHashSet();
        var references = listed.Where(one => IsTold(one.Reference)).ToLookup(one => one.Reference, one => one.Booking);
        var persons = listed.Where(one => IsTold(one.Surname)).Select(Person).ToHashSet();
        var like = new LikeTravellers(listed);
        var alone = bookings ? listed.Where(one => !IsTold(one.DocumentNumber) && !IsTold(one.Reference) && !IsTold(one.Surname)).Select(one => one.Booking).Where(IsTold).ToHashSet() : [];
        return
        [
            .. expected.Where(row => documents.Contains(row.DocumentNumber)
                || references[row.Reference].Any(booking => !IsTold(booking) || !IsTold(row.Booking) || booking == row.Booking)
                || persons.Contains(Person(row))
                || (row.Boarding == Boarding.Booked && IsTold(row.Surname) && like.Of(row).Any())
                || alone.Contains(row.Booking)),
        ];
    }

    private static bool IsTold(string value) => value.Length > 0;

    private static (string, string, string) Person(ExpectedTravellerRow row) => (row.Surname, row.GivenNames, row.DateOfBirth.ToString());
}
