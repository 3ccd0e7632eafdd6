using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>The bookings of a flight (PNRGOV, 11.1 and later), or a part of them.</summary>
public sealed record BookingList(EdifactMessage Header, EdifactInterchange? Interchange) : AdvanceMessage(Header, Interchange)
{
    /// <summary>22 the list, 141 a change of it, as written (MSG 1225).</summary>
    public string Function { get; init; } = "";

    /// <summary>The flight that the bookings are pushed for, or null where none is named.</summary>
    public BookedFlight? Flight { get; init; }

    /// <summary>How many bookings the list says that it has (EQN), or null.</summary>
    public int? Stated { get; init; }

    /// <summary>The bookings.</summary>
    public IReadOnlyList<Booking> Bookings { get; init; } = [];
}
