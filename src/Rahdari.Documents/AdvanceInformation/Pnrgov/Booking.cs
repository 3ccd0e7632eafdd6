using System.Text.Json.Serialization;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>One passenger name record.</summary>
public sealed record Booking
{
    /// <summary>The record locators, that of the sender first: the company is the qualifier.</summary>
    public IReadOnlyList<AdvanceValue> Locators { get; init; } = [];

    /// <summary>When it was made (RCI), or null.</summary>
    public AdvanceTime? Created { get; init; }

    /// <summary>When it was last changed (DAT 700), or null.</summary>
    public AdvanceTime? Changed { get; init; }

    /// <summary>Who made it, or null.</summary>
    public BookingAgent? Agent { get; init; }

    /// <summary>The passengers, with the documents of their SSR DOCS, DOCO and DOCA.</summary>
    public IReadOnlyList<AdvanceTraveller> Travellers { get; init; } = [];

    /// <summary>The flights.</summary>
    public IReadOnlyList<BookedFlight> Itinerary { get; init; } = [];

    /// <summary>Addresses, telephones, electronic mail.</summary>
    public IReadOnlyList<BookingContact> Contacts { get; init; } = [];

    /// <summary>How it was paid.</summary>
    public IReadOnlyList<BookingPayment> Payments { get; init; } = [];

    /// <summary>Amounts (MON): B base, T total …</summary>
    public IReadOnlyList<BookingAmount> Amounts { get; init; } = [];

    /// <summary>The seats.</summary>
    public IReadOnlyList<BookedSeat> Seats { get; init; } = [];

    /// <summary>The checked bags.</summary>
    public IReadOnlyList<CheckedBags> Bags { get; init; } = [];

    /// <summary>The number of the segment that begins it.</summary>
    public int Segment { get; init; }

    /// <summary>What else it says, as it stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<EdifactSegment> Others { get; init; } = [];

    /// <summary>What was changed before, as it stands (from the first ABI on).</summary>
    [JsonIgnore]
    public IReadOnlyList<EdifactSegment> History { get; init; } = [];
}
