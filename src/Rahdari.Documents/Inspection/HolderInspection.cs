using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>What the zone says of the holder's name, sex and birth.</summary>
internal static class HolderInspection
{
    public static IEnumerable<Finding> Of(MrzFields fields, DateOnly today)
    {
        var name = $"{fields.PrimaryIdentifier} {fields.SecondaryIdentifier}".Trim();
        if (fields.IssuingState != IssuingStates.Utopia && PublishedSpecimens.HasName(name))
            yield return DocumentRules.SpecimenName.Found("Name", name);
        if (Placeholders.In(name) is { } placeholder)
            yield return DocumentRules.PlaceholderName.Found("Name", placeholder);
        if (fields.PrimaryIdentifier.Length > 0 && fields.SecondaryIdentifier.Length == 0 && fields.Format != MrzFormat.FrenchDrivingLicence)
            yield return DocumentRules.OnePartName.Found("Name", name);
        if (fields.Sex == Sex.Unspecified && ZonePlace.Of(fields.Format, nameof(fields.Sex)) is not null)
            yield return DocumentRules.SexUnstated.Found(nameof(fields.Sex));
        if (ZonePlace.Of(fields.Format, nameof(fields.DateOfBirth)) is null)
            yield break;
        if (fields.DateOfBirth.Earliest() is { } earliest && earliest > today)
            yield return FindingCatalogue.BirthAfterToday.Found(nameof(fields.DateOfBirth), fields.DateOfBirth.ToString());
        if (!fields.DateOfBirth.IsComplete)
            yield return FindingCatalogue.DatePartial.Found(nameof(fields.DateOfBirth), fields.DateOfBirth.ToString());
    }
}
