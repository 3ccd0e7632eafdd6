using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Pnrgov;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.AdvanceInformation;

public class BookingListTests
{
    [Fact]
    public void Everything_that_a_booking_says_is_read()
    {
        var reading = Messages.Read(Messages.Bookings);
        Assert.Empty(reading.Findings);
        var list = Assert.IsType<BookingList>(Assert.Single(reading.Messages));
        Assert.Equal(("22", 2, 2), (list.Function, list.Stated, list.Bookings.Count));
        Assert.Equal(("UT123", "DXB", "KHI"), (list.Flight!.Number, list.Flight.From, list.Flight.To));

        var booking = list.Bookings[0];
        Assert.Equal([new("UT", "SPC001"), new("XX", "OTHER1")], booking.Locators);
        Assert.Equal(("2026-02-20 08:01", "2026-02-28 10:10"), (booking.Created.ToString(), booking.Changed.ToString()));
        Assert.Equal(new BookingAgent("UT", "UTO", "0000001", "ABC", "UTP", "UTO"), booking.Agent);
        var flight = Assert.Single(booking.Itinerary);
        Assert.Equal(("UT123", "Y", "2026-03-01 13:40", "2026-03-01 16:40"), (flight.Number, flight.Class, flight.Departure.ToString(), flight.Arrival.ToString()));
        Assert.Equal([new("CTCM", "00000000000", "", ""), new("702", "SPECIMEN STREET 1, UTOPOLIS, 12345", "UTO", "000000000")], booking.Contacts);
        Assert.Equal([new("CC", "VI", "XXXXXXXXXXXX1186", "0230")], booking.Payments);
        Assert.Equal([new("B", "100.00", "EUR"), new("T", "120.00", "EUR")], booking.Amounts);
        Assert.Equal([new("12A", "DXB", "KHI", "1"), new("12B", "DXB", "KHI", "2")], booking.Seats);
        Assert.Equal([new("UT", "0000000001", "3", "KHI", "40K", "1")], booking.Bags);
        Assert.Equal(["ABI", "DAT", "SAC", "TVL"], booking.History.Select(s => s.Tag));
        Assert.Contains(booking.Others, s => s.Raw.Contains("SPECIMEN HOTEL", StringComparison.Ordinal));
    }

    [Fact]
    public void Requests_for_documents_make_the_same_records_as_a_passenger_list()
    {
        var travellers = Assert.IsType<BookingList>(Messages.Read(Messages.Bookings).Messages[0]).Bookings[0].Travellers;
        Assert.Equal(["ANNA MARIA", "OTTO KARL", "EVA"], travellers.Select(t => t.GivenNames));
        var anna = travellers[0];
        Assert.Equal(("ERIKSSON", "ERIKSSON ANNAMRS", Sex.Female, "UTO", PartialDate.Of(1974, 8, 12)), (anna.Surname, anna.BookedAs, anna.Sex, anna.Nationality, anna.DateOfBirth));
        Assert.Equal(
            [("P", "L898902C3", "UTO", PartialDate.Of(2030, 4, 15), PartialDate.Unknown), ("V", "V0000001", "PAK", PartialDate.Unknown, PartialDate.Of(2026, 2, 1))],
            anna.Documents.Select(d => (d.Type, d.Number, d.IssuingState, d.Expiry, d.Issued)));
        Assert.Equal(["SPECIMEN ROAD 2", "KARACHI", "SINDH", "00000", "PAK"], anna.Address);
        Assert.Equal(("1", "UT0001"), (anna.Reference("TIF"), anna.Reference("REF")));
        // Told by its reference, before the name itself.
        Assert.Equal(("SPECIMEN2", PartialDate.Of(1990, 3, 2)), (travellers[1].Documents.Single().Number, travellers[1].DateOfBirth));
        Assert.Equal((Sex.Female, PartialDate.Of(2026, 1, 1)), (travellers[2].Sex, travellers[2].DateOfBirth));
    }

    [Fact]
    public void The_published_booking_is_read_over_the_broken_lines_of_its_telegram()
    {
        var reading = AdvanceReader.Read(File.ReadAllBytes(Rahdari.Tests.SharedData.Path("api", "pnrgov-1.edi")), new DateOnly(2010, 12, 9));
        var list = Assert.IsType<BookingList>(Assert.Single(reading.Messages));
        var booking = Assert.Single(list.Bookings);
        Assert.Equal(["MFN4TI", "ABCDEF"], booking.Locators.Select(l => l.Value));
        Assert.Equal(["DL324 LHR-JFK", "DL330 JFK-YVR"], booking.Itinerary.Select(f => $"{f.Number} {f.From}-{f.To}"));
        var first = booking.Travellers[0];
        Assert.Equal(2, booking.Travellers.Count);
        Assert.Equal(("SMITHJR", "MRJONATHON ROBERT", "SMITHJR JOHNMR", PartialDate.Of(1964, 7, 12)), (first.Surname, first.GivenNames, first.BookedAs, first.DateOfBirth));
        Assert.Equal(("123456789", "GBR", PartialDate.Of(2019, 8, 23)), (first.Documents.Single().Number, first.Documents.Single().IssuingState, first.Documents.Single().Expiry));
        Assert.Equal(["15A", "15B", "15E", "15F"], booking.Seats.Select(s => s.Seat));
        Assert.NotEmpty(booking.History);
    }

    [Theory]
    [InlineData("RCI+UT:SPC002'", "RCI+UT'", "API_RECORD_LOCATOR_MISSING")]
    [InlineData("/12AUG74/", "/31FEB74/", "API_SERVICE_REQUEST_UNREADABLE")]
    [InlineData("/12AUG74/F/15APR30", "/12AUG74/F/15APR25", "API_DOCUMENT_EXPIRED")]
    [InlineData("+::2'", "'", "")]
    [InlineData("SPECIMEN/OTTO/KARL+::2'", "STRANGER/OTTO/KARL'", "API_SERVICE_REQUEST_UNREADABLE")]
    [InlineData("TVL+010326:1340::", "TVL+320326:1340::", "API_DATE_IMPOSSIBLE")]
    [InlineData("/UTO/12AUG74", "/QQQ/12AUG74", "API_NATIONALITY_UNKNOWN")]
    public void What_is_wrong_in_a_booking_is_told(string right, string wrong, string codes)
    {
        Assert.Contains(right, Messages.Bookings, StringComparison.Ordinal);
        Assert.Equal(codes, string.Join(' ', Messages.Codes(Messages.Read(Messages.Bookings.Replace(right, wrong, StringComparison.Ordinal)))));
    }
}
