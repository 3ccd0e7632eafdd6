using Rahdari.Dates;

namespace Rahdari.Matching;

/// <summary>A person as a list knows them: every name, date, nationality and number, each possibly partial.</summary>
/// <param name="Key">The caller's key, unique within one index: e.g. <c>un/QDi.430</c>.</param>
/// <param name="Names">At least one.</param>
/// <param name="BirthDates">All that the list gives; of a year from 1300 to 1470 as it is in a Hijri calendar, lunar or solar; empty where it gives none.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes, as far as known; empty where not.</param>
/// <param name="Sex"><c>M</c>, <c>F</c> or null.</param>
/// <param name="Documents">Passports, identity numbers and others.</param>
public sealed record ListedPerson(
    string Key,
    IReadOnlyList<ListedName> Names,
    IReadOnlyList<DateSpan> BirthDates,
    IReadOnlyList<string> Nationalities,
    char? Sex,
    IReadOnlyList<ListedDocument> Documents)
{
    /// <summary>All places of birth that the list gives, in any script, each from the narrowest to the widest: <c>Kandahar, Afghanistan</c>.</summary>
    public IReadOnlyList<string> BirthPlaces { get; init; } = [];
}
