using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers;

/// <summary>A document that a traveller presented, as it was read last.</summary>
public sealed record TravellerDocument
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid TravellerId { get; init; }

    /// <summary>The issuing State, as read.</summary>
    public required string IssuingState { get; init; }

    /// <summary>The document code.</summary>
    public required string DocumentCode { get; init; }

    /// <summary>The number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The nationality, as read.</summary>
    public required string Nationality { get; init; }

    /// <summary>Surname.</summary>
    public required string PrimaryIdentifier { get; init; }

    /// <summary>Given names.</summary>
    public required string SecondaryIdentifier { get; init; }

    /// <summary>Date of birth.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>Sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>Date of expiry.</summary>
    public required PartialDate DateOfExpiry { get; init; }

    /// <summary>First presented; UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>True where the name may have been cut.</summary>
    public bool NameMayBeTruncated { get; init; }

    /// <summary>The holder's own number for life with the State that gave it (<c>PAK4210100000000</c>), where the document has one; or null.</summary>
    public string? PersonalNumber { get; init; }

    /// <summary>The place of birth on the chip, where its State signed it; or null.</summary>
    public string? PlaceOfBirth { get; init; }

    /// <summary>Numbers of other documents of the holder that the chip names, separated by blanks; or null.</summary>
    public string? OtherDocuments { get; init; }
}
