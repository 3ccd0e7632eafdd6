using Rahdari.Dates;

namespace Rahdari.Matching;

/// <summary>The person to screen.</summary>
/// <param name="Name">The full name, in any script and order; surname and given names joined by a space.</param>
public sealed record PersonQuery(string Name)
{
    /// <summary>The date of birth, as far as known; of a year from 1300 to 1470 as it is in a Hijri calendar, lunar or solar.</summary>
    public PartialDate DateOfBirth { get; init; }

    /// <summary>The place of birth, in any script, as far as known: a village, a province, a State, or several of them; or null.</summary>
    public string? PlaceOfBirth { get; init; }

    /// <summary>ISO 3166-1 alpha-3, or null.</summary>
    public string? Nationality { get; init; }

    /// <summary><c>M</c>, <c>F</c> or null.</summary>
    public char? Sex { get; init; }

    /// <summary>The document number, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The State that issued the document, ISO 3166-1 alpha-3, or null.</summary>
    public string? IssuingState { get; init; }

    /// <summary>A personal number (CNIC, national identity number), or null.</summary>
    public string? PersonalNumber { get; init; }

    /// <summary>True where the name may have been cut by a machine readable zone, so that its last part may be a prefix.</summary>
    public bool NameMayBeTruncated { get; init; }
}
