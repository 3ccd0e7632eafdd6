using Rahdari.Dates;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>A hit that was found on somebody who had been let into the country.</summary>
/// <param name="Hit">The hit; it is resolved as any other.</param>
/// <param name="FoundAt">When it was found; UTC.</param>
/// <param name="TravellerId">The traveller; UUIDv7.</param>
/// <param name="Name">Surname and given names in the document presented last.</param>
/// <param name="DateOfBirth">The date of birth in it.</param>
/// <param name="Nationality">The nationality in it.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="Port">Where the traveller crossed last, or tried to.</param>
/// <param name="CrossedAt">When; UTC.</param>
public sealed record CountryAlert(
    ScreeningHit Hit,
    DateTimeOffset FoundAt,
    Guid TravellerId,
    string Name,
    PartialDate DateOfBirth,
    string Nationality,
    string DocumentNumber,
    string Port,
    DateTimeOffset CrossedAt);
