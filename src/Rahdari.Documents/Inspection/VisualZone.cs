using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>What the page of a document says to the eye (the visual inspection zone, Doc 9303-3 §3); what is not read is null.</summary>
public sealed record VisualZone
{
    /// <summary>The document code printed on the page: P, PD.</summary>
    public string? DocumentCode { get; init; }

    /// <summary>The issuing State's code.</summary>
    public string? IssuingState { get; init; }

    /// <summary>The issuing State's name in Latin letters, as printed on the cover or page.</summary>
    public string? IssuingStateName { get; init; }

    /// <summary>The surname in Latin, Cyrillic or Arabic letters.</summary>
    public string? PrimaryIdentifier { get; init; }

    /// <summary>The given names; null or empty where there are none.</summary>
    public string? SecondaryIdentifier { get; init; }

    /// <summary>The document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The nationality's code.</summary>
    public string? Nationality { get; init; }

    /// <summary>The date of birth.</summary>
    public PartialDate? DateOfBirth { get; init; }

    /// <summary>The sex.</summary>
    public Sex? Sex { get; init; }

    /// <summary>The date of issue.</summary>
    public PartialDate? DateOfIssue { get; init; }

    /// <summary>The date of expiry.</summary>
    public PartialDate? DateOfExpiry { get; init; }

    /// <summary>The personal or identity number.</summary>
    public string? PersonalNumber { get; init; }
}
