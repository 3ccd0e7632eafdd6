using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>What a carrier announced of the holder of a document. What was not announced is empty or unknown.</summary>
/// <param name="Surname">The surname, or the whole name where it is in one.</param>
/// <param name="GivenNames">The given names.</param>
public sealed record AnnouncedHolder(string Surname, string GivenNames)
{
    /// <summary>The day of birth.</summary>
    public PartialDate DateOfBirth { get; init; }

    /// <summary>The sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>The nationality, by a code of the zone or of ISO 3166-1.</summary>
    public string Nationality { get; init; } = "";

    /// <summary>The State that issued the document.</summary>
    public string IssuingState { get; init; } = "";

    /// <summary>The day of the document's expiry.</summary>
    public PartialDate DateOfExpiry { get; init; }
}
