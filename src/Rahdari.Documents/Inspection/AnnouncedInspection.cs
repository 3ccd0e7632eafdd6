using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Inspection;

/// <summary>What a carrier announced of a document's holder against its zone. Carriers write names as they sold them: what may be a manner of writing is told, and weighs nothing.</summary>
internal static class AnnouncedInspection
{
    public static IEnumerable<Finding> Of(AnnouncedHolder announced, MrzFields zone)
    {
        var name = NameComparison.Of(announced.Surname, announced.GivenNames, zone.PrimaryIdentifier, zone.SecondaryIdentifier, mayBeTruncated: true).Agreement;
        if (name is NameAgreement.Different or NameAgreement.PartsExchanged or NameAgreement.PartsMissing)
            yield return (name == NameAgreement.Different ? AnnouncedRules.NameDiffers : AnnouncedRules.NameParts).Found("Name", Words.Name(announced.Surname, announced.GivenNames), Words.Name(zone));
        if (Differs(announced.DateOfBirth, zone.DateOfBirth))
            yield return AnnouncedRules.BirthDiffers.Found(nameof(zone.DateOfBirth), announced.DateOfBirth.ToString(), zone.DateOfBirth.ToString());
        if (announced.Sex != Sex.Unspecified && zone.Sex != Sex.Unspecified && announced.Sex != zone.Sex)
            yield return AnnouncedRules.SexDiffers.Found(nameof(zone.Sex), Words.Letter(announced.Sex), Words.Letter(zone.Sex));
        if (announced.Nationality.Length > 0 && !Words.SameState(announced.Nationality, zone.Nationality))
            yield return AnnouncedRules.NationalityDiffers.Found(nameof(zone.Nationality), announced.Nationality, zone.Nationality);
        if (announced.IssuingState.Length > 0 && !Words.SameState(announced.IssuingState, zone.IssuingState))
            yield return AnnouncedRules.StateDiffers.Found(nameof(zone.IssuingState), announced.IssuingState, zone.IssuingState);
        if (Differs(announced.DateOfExpiry, zone.DateOfExpiry))
            yield return AnnouncedRules.ExpiryDiffers.Found(nameof(zone.DateOfExpiry), announced.DateOfExpiry.ToString(), zone.DateOfExpiry.ToString());
    }

    private static bool Differs(PartialDate announced, PartialDate zone) => !announced.IsUnknown && !announced.IsCompatibleWith(zone);
}
