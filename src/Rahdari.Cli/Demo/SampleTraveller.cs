using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;

namespace Rahdari.Cli.Demo;

/// <summary>A specimen traveller with a zone composed for today.</summary>
/// <param name="Kind">What the specimen shows: <c>overstayed</c>.</param>
/// <param name="Direction">Which way the counter must work.</param>
/// <param name="Accompanied">True where the officer must mark the traveller as accompanied.</param>
/// <param name="EnteredDaysAgo">How long ago the traveller entered, or null.</param>
/// <param name="Mrz">The lines to paste.</param>
/// <param name="Expects">What the system will advise.</param>
/// <param name="Says">The same in words, by language.</param>
/// <param name="Chip">The document's chip, and in what way it lies; null where it has none.</param>
/// <param name="Visa">The lines of the visa in it, to paste once the document is read; null where it has none.</param>
internal sealed record SampleTraveller(
    string Kind,
    Direction Direction,
    bool Accompanied,
    int? EnteredDaysAgo,
    IReadOnlyList<string> Mrz,
    SampleExpectation Expects,
    IReadOnlyDictionary<string, string> Says,
    SpecimenLie? Chip = null,
    IReadOnlyList<string>? Visa = null);

/// <summary>What the system advises on a specimen.</summary>
/// <param name="Advice">The level.</param>
/// <param name="Codes">Codes that must be among the reasons.</param>
internal sealed record SampleExpectation(AdviceLevel Advice, IReadOnlyList<string> Codes);

/// <summary>A crossing of the past days, so that the lists of a demonstration are not empty.</summary>
/// <param name="HoursAgo">How long ago.</param>
/// <param name="Mrz">The lines.</param>
internal sealed record SampleCrossing(int HoursAgo, IReadOnlyList<string> Mrz);

/// <summary>The file samples/travellers/travellers.json as it stands.</summary>
internal sealed record SampleFile(IReadOnlyList<SampleFile.Traveller> Travellers, SampleFile.ListedPattern Listed, IReadOnlyList<SampleFile.Past> History)
{
    internal sealed record Traveller(
        string Kind, Direction Direction, bool Accompanied, bool Forged, int? EnteredDaysAgo, Papers Document, SampleExpectation Expects, Dictionary<string, string> Says,
        SpecimenLie? Chip = null, Papers? Visa = null, Papers? Announced = null, Issued? Permission = null, int? ExtendedDays = null);

    internal sealed record Issued(string Class, string Number, int Days);

    internal sealed record Papers(
        MrzFormat Format, string Code, string IssuingState, string Number, string Surname, string GivenNames, string Nationality, Sex Sex, int BornYearsAgo, int BornDaysAgo, int ExpiresInDays);

    internal sealed record ListedPattern(
        string Kind, Direction Direction, string Number, string IssuingState, int ExpiresInDays, SampleExpectation Expects, Dictionary<string, string> Says);

    internal sealed record Past(string Surname, string GivenNames, Sex Sex, string Number, int BornYearsAgo, int HoursAgo);
}
