using Rahdari.Dates;

namespace Rahdari.Documents.Mrz;

/// <summary>What a machine readable zone says, field by field, fillers removed. Exactly as read; nothing is repaired.</summary>
public sealed record MrzFields
{
    /// <summary>The format.</summary>
    public required MrzFormat Format { get; init; }

    /// <summary>The document code, one or two letters: <c>P</c>, <c>PD</c>, <c>ID</c>, <c>V</c>.</summary>
    public required string DocumentCode { get; init; }

    /// <summary>The issuing State or organization: the Doc 9303-3 §5 code (<c>D</c> for Germany), as read.</summary>
    public required string IssuingState { get; init; }

    /// <summary>The primary identifier (usually the surname), components separated by a space.</summary>
    public required string PrimaryIdentifier { get; init; }

    /// <summary>The secondary identifier (usually the given names), components separated by a space; empty where there is none.</summary>
    public required string SecondaryIdentifier { get; init; }

    /// <summary>True where the name fills its field to the last character, so that it may have been cut (Doc 9303-3 §4.6).</summary>
    public required bool NameMayBeTruncated { get; init; }

    /// <summary>The document number, long numbers of TD1 and TD2 joined; fillers at the end removed.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The nationality code, as read; empty where the format has none.</summary>
    public required string Nationality { get; init; }

    /// <summary>The date of birth; its century is chosen so that the holder is born on or before the day of reading.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>The sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The date of expiry, or of the last day of validity for a visa. Always in 1970 to 2069 by the century rule.</summary>
    public required PartialDate DateOfExpiry { get; init; }

    /// <summary>Year and month of issue, where the zone has them (the French identity card); otherwise unknown.</summary>
    public PartialDate DateOfIssue { get; init; }

    /// <summary>The optional data (TD1: both elements, first then second), fillers at the end removed; empty where none.</summary>
    public required IReadOnlyList<string> OptionalData { get; init; }
}
