using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>Judges what was read: expiry, impossible dates, unknown codes, contradictions. Pure and thread-safe.</summary>
public static class DocumentInspector
{
    private const int SoonDays = 183;
    private const int LongestValidityYears = 11;

    /// <summary>Eleven years have at most three leap days.</summary>
    private const int LongestValidityDays = (LongestValidityYears * 365) + 3;

    /// <summary>The reading's own findings and those of the inspection, worst first.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="today">The port's local day.</param>
    public static IReadOnlyList<Finding> Inspect(MrzReading reading, DateOnly today)
    {
        IEnumerable<Finding> findings = reading.Findings;
        if (reading.Fields is { } fields)
            findings = findings.Concat(States(fields)).Concat(Code(fields)).Concat(Birth(fields, today)).Concat(Expiry(fields, today));
        return [.. findings.OrderByDescending(f => f.Severity)];
    }

    private static IEnumerable<Finding> States(MrzFields fields)
    {
        if (IssuingStates.Find(fields.IssuingState) is not { Issues: true })
            yield return FindingCatalogue.IssuingState.Found("IssuingState", fields.IssuingState);
        // Doc 9303-3 §5, part G: a State's own specimens name Utopia as the nationality.
        if (fields.IssuingState == IssuingStates.Utopia)
            yield return FindingCatalogue.SpecimenState.Found("IssuingState", fields.IssuingState);
        else if (fields.Nationality == IssuingStates.Utopia)
            yield return FindingCatalogue.SpecimenState.Found("Nationality", fields.Nationality);
        if (ZonePlace.Of(fields.Format, nameof(fields.Nationality)) is not null && IssuingStates.Find(fields.Nationality) is null)
            yield return FindingCatalogue.Nationality.Found("Nationality", fields.Nationality);
        // A visa is issued by another State than the holder's; an organization has no nationals.
        var issuer = IssuingStates.ToIso3166Alpha3(fields.IssuingState);
        var nationality = IssuingStates.ToIso3166Alpha3(fields.Nationality);
        if (fields.Format is MrzFormat.TD1 or MrzFormat.TD2 or MrzFormat.TD3 && issuer is not null && nationality is not null && issuer != nationality)
            yield return FindingCatalogue.NationalityDiffers.Found("Nationality", fields.Nationality, fields.IssuingState);
    }

    /// <summary>
    /// The first letter tells the kind (Doc 9303 parts 4 to 7): P passport; A, C, I other official documents, of which none has V
    /// second and no TD1 is AI; V visas. P in TD2 size is a travel document of one sheet (part 8).
    /// </summary>
    private static IEnumerable<Finding> Code(MrzFields fields)
    {
        var (first, never) = fields.Format switch
        {
            MrzFormat.TD3 => ("P", ""),
            MrzFormat.TD2 => ("ACIP", "AV CV IV"),
            MrzFormat.TD1 => ("ACI", "AV CV IV AI"),
            MrzFormat.MRVA or MrzFormat.MRVB => ("V", ""),
            _ => (fields.DocumentCode, ""), // A national document is known by its code.
        };
        var code = fields.DocumentCode;
        if (code.Length == 0 || !first.Contains(code[0], StringComparison.Ordinal) || (code.Length == 2 && never.Contains(code, StringComparison.Ordinal)))
            yield return FindingCatalogue.DocumentCode.Found("DocumentCode", fields.DocumentCode, fields.Format.ToString());
    }

    private static IEnumerable<Finding> Birth(MrzFields fields, DateOnly today)
    {
        if (ZonePlace.Of(fields.Format, nameof(fields.DateOfBirth)) is null)
            yield break;
        if (fields.DateOfBirth.Earliest() is { } earliest && earliest > today)
            yield return FindingCatalogue.BirthAfterToday.Found("DateOfBirth", fields.DateOfBirth.ToString());
        if (!fields.DateOfBirth.IsComplete)
            yield return FindingCatalogue.DatePartial.Found("DateOfBirth", fields.DateOfBirth.ToString());
    }

    private static IEnumerable<Finding> Expiry(MrzFields fields, DateOnly today)
    {
        // Where the day or month is unknown the document is valid to the last day that it can mean.
        if (fields.DateOfExpiry.Latest() is not { } expiry)
        {
            yield return FindingCatalogue.ExpiryUnknown.Found("DateOfExpiry");
            yield break;
        }
        var days = expiry.DayNumber - today.DayNumber;
        if (days < 0)
            yield return FindingCatalogue.Expired.Found("DateOfExpiry", fields.DateOfExpiry.ToString(), $"{-days}");
        else if (days < SoonDays && fields.Format is not (MrzFormat.MRVA or MrzFormat.MRVB))
            yield return FindingCatalogue.ExpiresSoon.Found("DateOfExpiry", fields.DateOfExpiry.ToString(), $"{days}");
        else if (days > LongestValidityDays)
            yield return FindingCatalogue.ExpiryFar.Found("DateOfExpiry", fields.DateOfExpiry.ToString(), $"{LongestValidityYears}");
    }
}
