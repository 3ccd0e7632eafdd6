using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.AdvanceInformation.Pnrgov;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>Who a carrier says comes on a flight, by its list of travellers (PAXLST) or by its bookings (PNRGOV).</summary>
/// <param name="Flight">Carrier and number, without zeros before the number: <c>PK301</c>; empty where none is named.</param>
/// <param name="Departs">The day of departure; null where none is told, or it is the day already.</param>
/// <param name="Day">The day of arrival, of the place's own clock.</param>
/// <param name="Arrival">The time of arrival; empty where none is told.</param>
/// <param name="Origin">The last port abroad; empty where none is told.</param>
/// <param name="Destination">The first port in the country; empty where none is told.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Travellers">The travellers.</param>
/// <param name="IsBooked">True where it says only who booked.</param>
internal sealed record Announcement(string Flight, DateOnly? Departs, DateOnly Day, string Arrival, string Origin, string Destination, string Sender, IReadOnlyList<AdvanceTraveller> Travellers, bool IsBooked)
{
    private const int LongestFlight = 20;

    /// <summary>By a list; <paramref name="unknown"/> is its day where it tells none.</summary>
    public static Announcement Of(PassengerList list, DateOnly unknown)
    {
        var flight = list.Flights is [var first, ..] ? first : null;
        return new Announcement(
            FlightNumber(flight?.Number ?? ""),
            flight?.Calls.FirstOrDefault(c => c.Departure is not null)?.Departure?.Day,
            flight?.Arrival?.Day ?? unknown,
            flight?.Arrival?.ToString() ?? "",
            flight?.Calls.FirstOrDefault(c => c.Kind == AdvanceCall.LastDeparture)?.Port ?? (flight?.Calls is [var origin, ..] ? origin.Port : ""),
            flight?.Calls.FirstOrDefault(c => c.Kind == AdvanceCall.FirstArrival)?.Port ?? (flight?.Calls is [.., var destination] ? destination.Port : ""),
            list.Interchange?.Sender ?? "",
            list.Travellers,
            IsBooked: false);
    }

    /// <summary>By bookings, of which only who travels is taken; the day is that of departure where no arrival is told.</summary>
    public static Announcement Of(BookingList list, DateOnly unknown)
    {
        var (flight, departure) = (list.Flight, list.Flight?.Departure);
        // An arrival before the departure is of the next day, and of which is not told.
        var arrival = flight?.Arrival is { } told && (departure is null || told.Local >= departure.Value.Local) ? flight.Arrival : null;
        return new Announcement(
            FlightNumber(flight?.Number ?? ""),
            null,
            arrival?.Day ?? departure?.Day ?? unknown,
            arrival?.ToString() ?? "",
            flight?.From ?? "",
            flight?.To ?? "",
            list.Interchange?.Sender ?? "",
            [.. list.Bookings.SelectMany(booking => booking.Travellers.Select(traveller => Booked(booking, traveller)))],
            IsBooked: true);
    }

    /// <summary>Carriers fill the number with zeros in one message and not in another.</summary>
    public static string FlightNumber(string text)
    {
        var carrier = text.Length > 2 && char.IsAsciiLetter(text[2]) ? 3 : 2;
        return ExpectedRows.Cut(text.Length <= carrier ? text : $"{text[..carrier]}{text[carrier..^1].TrimStart('0')}{text[^1]}", LongestFlight);
    }

    /// <summary>With seat and record locator, as a list refers to them.</summary>
    private static AdvanceTraveller Booked(Booking booking, AdvanceTraveller traveller)
    {
        var seats = booking.Seats.Where(seat => seat.Traveller == traveller.Reference("TIF")).Take(1).Select(seat => new AdvanceValue("SEA", seat.Seat));
        var locators = booking.Locators.Take(1).Select(locator => new AdvanceValue("AVF", locator.Value));
        return traveller with { References = [.. seats, .. locators, .. traveller.References] };
    }
}
