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
    public static void Mark(PassengerList list, IReadOnlyList<ExpectedTravellerRow> listed, IReadOnlyList<ExpectedTravellerRow> expected)
    {
        var meant = expected.Where(row => listed.Any(one => IsSame(one, row))).ToHashSet();
        foreach (var row in expected)
        {
            row.Boarding = (list.Function, meant.Contains(row)) switch
            {
                ("CLOB", true) => Boarding.OnBoard,
                ("CLOB", false) when row.Boarding == Boarding.Announced && !row.IsCrew => Boarding.NotOnBoard,
                ("CLNB" or "XR", true) => Boarding.NotOnBoard,
                ("CLNB", false) when row.Boarding == Boarding.Announced => Boarding.OnBoard,
                ("XF", _) => Boarding.NotOnBoard,
                _ => row.Boarding,
            };
        }
    }

    private static bool IsSame(ExpectedTravellerRow one, ExpectedTravellerRow row) =>
        one.DocumentNumber.Length > 0 ? one.DocumentNumber == row.DocumentNumber
        : one.Reference.Length > 0 ? (one.Reference, one.Booking) == (row.Reference, row.Booking)
        : (one.Surname, one.GivenNames, one.DateOfBirth) == (row.Surname, row.GivenNames, row.DateOfBirth);
}
