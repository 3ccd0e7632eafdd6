using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>Whether the document is valid, and for no longer than it can be.</summary>
internal static class ExpiryInspection
{
    private const string Field = nameof(MrzFields.DateOfExpiry);
    private const int SoonDays = 183;
    private const int LongestValidityYears = 11;

    /// <summary>Eleven years have at most three leap days.</summary>
    private const int LongestValidityDays = (LongestValidityYears * 365) + 3;

    /// <summary>The French card of 2004 to 2013 is valid for fifteen years in an adult's hands (décret 2013-1188).</summary>
    private const int LongestFrenchCardYears = 15;

    public static IEnumerable<Finding> Of(MrzFields fields, DateOnly today)
    {
        if (ZonePlace.Of(fields.Format, Field) is null)
        {
            yield return fields.DateOfIssue.Latest() is { } issued && issued.AddYears(LongestFrenchCardYears) is var last && last < today
                ? FindingCatalogue.Expired.Found(Field, $"{last:yyyy-MM-dd}", $"{today.DayNumber - last.DayNumber}")
                : DocumentRules.ExpiryNotInZone.Found(Field, fields.Format.ToString());
            yield break;
        }
        // Where the day or month is unknown the document is valid to the last day that it can mean.
        if (fields.DateOfExpiry.Latest() is not { } expiry)
        {
            // The Russian internal passport has the place, and fillers in it.
            yield return fields.Format == MrzFormat.RussianInternalPassport
                ? DocumentRules.ExpiryNotInZone.Found(Field, fields.Format.ToString())
                : FindingCatalogue.ExpiryUnknown.Found(Field);
            yield break;
        }
        if (fields.DateOfBirth.Earliest() is { } born && expiry < born)
            yield return DocumentRules.ExpiresBeforeBirth.Found(Field, fields.DateOfExpiry.ToString(), fields.DateOfBirth.ToString());

        var days = expiry.DayNumber - today.DayNumber;
        if (days < 0)
            yield return FindingCatalogue.Expired.Found(Field, fields.DateOfExpiry.ToString(), $"{-days}");
        else if (days < SoonDays && fields.Format is not (MrzFormat.MRVA or MrzFormat.MRVB))
            yield return FindingCatalogue.ExpiresSoon.Found(Field, fields.DateOfExpiry.ToString(), $"{days}");
        else if (TooLong(fields, today) is { } tooLong)
            yield return tooLong;
        else if (days > LongestValidityDays)
            yield return FindingCatalogue.ExpiryFar.Found(Field, fields.DateOfExpiry.ToString(), $"{LongestValidityYears}");
    }

    /// <summary>Issued today at the latest, it can be valid no longer than its State's law says.</summary>
    private static Finding? TooLong(MrzFields fields, DateOnly today)
    {
        if (Ordinary(fields) is not { } validity || fields.DateOfExpiry.Earliest() is not { } expiry)
            return null;
        var (latest, years, isChild) = validity.From(today, fields.DateOfBirth.Earliest());
        return expiry <= latest
            ? null
            : (isChild ? DocumentRules.ValidTooLongForChild : DocumentRules.ValidTooLong).Found(Field, fields.DateOfExpiry.ToString(), fields.IssuingState, $"{years}");
    }

    /// <summary>The validity of an ordinary passport of a State that is known; otherwise null.</summary>
    public static PassportValidity? Ordinary(MrzFields fields) =>
        fields.Format == MrzFormat.TD3 && DocumentCodes.KindOfPassport(fields.DocumentCode) == "ordinary" ? PassportValidity.Of(fields.IssuingState) : null;
}
