using Rahdari.Border.AdvanceInformation;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Storage;

/// <summary>A traveller whom a carrier announced on a flight; a later list takes the place of an earlier one.</summary>
internal sealed class ExpectedTravellerRow
{
    public required Guid Id { get; init; }

    public required string Flight { get; init; }

    /// <summary>The day of arrival, of the place's own clock.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>The time of arrival as announced.</summary>
    public required string Arrival { get; set; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Sender { get; init; }

    public required AdvanceRole Role { get; init; }

    public required string Surname { get; init; }

    public required string GivenNames { get; init; }

    public required PartialDate DateOfBirth { get; init; }

    public required Sex Sex { get; init; }

    public required string Nationality { get; init; }

    public required string DocumentType { get; init; }

    public required string DocumentNumber { get; init; }

    public required string IssuingState { get; init; }

    public required PartialDate DateOfExpiry { get; init; }

    public required string Seat { get; init; }

    public required string Booking { get; init; }

    /// <summary>The carrier's own reference of the traveller; empty where none is told.</summary>
    public required string Reference { get; init; }

    public Boarding Boarding { get; set; }

    public bool IsCrew => Role is AdvanceRole.Crew or AdvanceRole.TransitCrew;

    /// <summary>Possible matches on the lists in force when the list came.</summary>
    public required int Hits { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
