using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers.Links;

/// <summary>Who a document says its holder is, as it was read: what <see cref="IdentityComparison"/> compares.</summary>
public sealed record KnownIdentity
{
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

    /// <summary>Given names; empty where there are none.</summary>
    public required string SecondaryIdentifier { get; init; }

    /// <summary>True where the name may have been cut.</summary>
    public bool NameMayBeTruncated { get; init; }

    /// <summary>Date of birth.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>Sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The holder's own number for life, or null (<see cref="PersonalNumber"/>).</summary>
    public PersonalNumber? PersonalNumber { get; init; }

    /// <summary>The place of birth, where the chip has it; or null.</summary>
    public string? PlaceOfBirth { get; init; }

    /// <summary>Numbers of other documents of the holder that this one names.</summary>
    public IReadOnlyList<string> OtherDocuments { get; init; } = [];

    /// <summary>What a zone says, with a number that was read without fault, or null.</summary>
    public static KnownIdentity Of(MrzFields document, PersonalNumber? number) => new()
    {
        IssuingState = document.IssuingState,
        DocumentCode = document.DocumentCode,
        DocumentNumber = document.DocumentNumber,
        Nationality = document.Nationality,
        PrimaryIdentifier = document.PrimaryIdentifier,
        SecondaryIdentifier = document.SecondaryIdentifier,
        NameMayBeTruncated = document.NameMayBeTruncated,
        DateOfBirth = document.DateOfBirth,
        Sex = document.Sex,
        PersonalNumber = number,
    };

    /// <summary>What is stored of a document.</summary>
    public static KnownIdentity Of(TravellerDocument document) => new()
    {
        IssuingState = document.IssuingState,
        DocumentCode = document.DocumentCode,
        DocumentNumber = document.DocumentNumber,
        Nationality = document.Nationality,
        PrimaryIdentifier = document.PrimaryIdentifier,
        SecondaryIdentifier = document.SecondaryIdentifier,
        NameMayBeTruncated = document.NameMayBeTruncated,
        DateOfBirth = document.DateOfBirth,
        Sex = document.Sex,
        PersonalNumber = PersonalNumber.Parse(document.PersonalNumber),
        PlaceOfBirth = document.PlaceOfBirth,
        OtherDocuments = document.OtherDocuments?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
    };
}
