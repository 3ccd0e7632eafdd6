using Rahdari.Border.Crossings;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>A traveller whom a carrier announced, as announced.</summary>
public sealed record ExpectedTraveller
{
    /// <summary>As what the person travels.</summary>
    public required AdvanceRole Role { get; init; }

    /// <summary>The surname.</summary>
    public required string Surname { get; init; }

    /// <summary>The given names.</summary>
    public required string GivenNames { get; init; }

    /// <summary>The day of birth.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>The sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The nationality.</summary>
    public required string Nationality { get; init; }

    /// <summary>The document: its type as the carrier writes it.</summary>
    public required string DocumentType { get; init; }

    /// <summary>The document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The State that issued it.</summary>
    public required string IssuingState { get; init; }

    /// <summary>The day of its expiry.</summary>
    public required PartialDate DateOfExpiry { get; init; }

    /// <summary>The seat; empty where none is told.</summary>
    public required string Seat { get; init; }

    /// <summary>The record locator; empty where none is told.</summary>
    public required string Booking { get; init; }

    /// <summary>Whether the carrier says that the traveller is on board.</summary>
    public required Boarding Boarding { get; init; }

    /// <summary>When the document entered here last, or was refused; null where it has not yet; UTC.</summary>
    public required DateTimeOffset? CrossedAt { get; init; }

    /// <summary>What was decided then.</summary>
    public required CrossingOutcome? Outcome { get; init; }

    /// <summary>Possible matches on the watchlists in force when the list came, and documents that they report.</summary>
    public required int Hits { get; init; }
}
