using System.Globalization;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>Makes the bookings of a message of their segments (IATA PNRGOV implementation guide): each begins with SRC.</summary>
internal sealed class BookingListBuilder(EdifactMessage header, EdifactInterchange? interchange, DateOnly today, BoundedFindings findings) : IMessageBuilder
{
    private readonly List<Booking> bookings = [];
    private string function = "";
    private BookedFlight? flight;
    private int? stated;
    private BookingDraft? booking;

    public void Add(in EdifactSegment segment)
    {
        if (segment.TagNumber == Tags.SRC)
        {
            Close();
            booking = new BookingDraft(segment, today, findings);
        }
        else if (booking is not null)
        {
            booking.Add(segment);
        }
        else
        {
            Heading(segment);
        }
    }

    public AdvanceMessage Finish()
    {
        Close();
        return new BookingList(header, interchange) { Function = function, Flight = flight, Stated = stated, Bookings = bookings };
    }

    private void Heading(in EdifactSegment segment)
    {
        switch (segment.TagNumber)
        {
            case Tags.MSG:
                function = segment[0, 1];
                break;
            case Tags.TVL:
                flight = BookingDraft.Flight(segment, findings);
                break;
            case Tags.EQN when int.TryParse(segment[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                stated = count;
                break;
        }
    }

    private void Close()
    {
        if (booking is null)
            return;
        var closed = booking.Close();
        booking = null;
        bookings.Add(closed);
        var travels = flight?.Arrival?.Day ?? flight?.Departure?.Day ?? today;
        foreach (var traveller in closed.Travellers)
            TravellerInspection.Inspect(traveller, today, travels, needsDocument: false, findings);
    }
}
