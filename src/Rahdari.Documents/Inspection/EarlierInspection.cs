using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Inspection;

/// <summary>The document as read now against its earlier readings: a page that was changed between two crossings.</summary>
internal static class EarlierInspection
{
    public static IEnumerable<Finding> Of(IReadOnlyList<EarlierReading> earlier, MrzFields now) => earlier
        .Where(reading => Words.SameState(reading.Fields.IssuingState, now.IssuingState))
        .SelectMany(reading => reading.Fields.DocumentNumber == now.DocumentNumber && now.DocumentNumber.Length > 0
            ? SameNumber(reading, now)
            : OtherNumber(reading, now));

    private static IEnumerable<Finding> SameNumber(EarlierReading reading, MrzFields now)
    {
        var then = reading.Fields;
        var name = NameComparison.Of(then.PrimaryIdentifier, then.SecondaryIdentifier, now).Agreement;
        var sameBirth = then.DateOfBirth.IsCompatibleWith(now.DateOfBirth);
        if (name == NameAgreement.Different && !sameBirth)
        {
            yield return Found(EarlierRules.AnotherPerson, "Name", $"{Words.Name(then)}, {then.DateOfBirth}", $"{Words.Name(now)}, {now.DateOfBirth}");
            yield break;
        }
        if (name == NameAgreement.Different)
            yield return Found(EarlierRules.NameDiffers, "Name", Words.Name(then), Words.Name(now));
        else if (name > NameAgreement.EqualByTransliteration)
            yield return Found(EarlierRules.NameVaries, "Name", Words.Name(then), Words.Name(now));
        if (!sameBirth)
            yield return Found(EarlierRules.BirthDiffers, nameof(now.DateOfBirth), then.DateOfBirth.ToString(), now.DateOfBirth.ToString());
        if (then.Sex != now.Sex)
            yield return Found(EarlierRules.SexDiffers, nameof(now.Sex), Words.Letter(then.Sex), Words.Letter(now.Sex));
        if (!then.DateOfExpiry.IsCompatibleWith(now.DateOfExpiry))
            yield return Found(EarlierRules.ExpiryDiffers, nameof(now.DateOfExpiry), then.DateOfExpiry.ToString(), now.DateOfExpiry.ToString());
        if (!Words.SameState(then.Nationality, now.Nationality))
            yield return Found(EarlierRules.NationalityDiffers, nameof(now.Nationality), then.Nationality, now.Nationality);
        if (then.DocumentCode != now.DocumentCode)
            yield return Found(EarlierRules.CodeDiffers, nameof(now.DocumentCode), then.DocumentCode, now.DocumentCode);
        else if (then.Format == now.Format && !then.OptionalData.SequenceEqual(now.OptionalData))
            yield return Found(EarlierRules.OptionalDiffers, nameof(now.OptionalData), string.Join(" ", then.OptionalData), string.Join(" ", now.OptionalData));

        Finding Found(FindingRule rule, string field, string earlier, string later) => rule.Found(field, $"{reading.Day:yyyy-MM-dd}", earlier, later);
    }

    /// <summary>A renewed passport cancels the one before.</summary>
    private static IEnumerable<Finding> OtherNumber(EarlierReading reading, MrzFields now)
    {
        var then = reading.Fields;
        if (then.Format == now.Format && then.DocumentCode == now.DocumentCode && now.Format is not (MrzFormat.MRVA or MrzFormat.MRVB)
            && then.DateOfBirth.IsComplete && then.DateOfBirth == now.DateOfBirth && then.DateOfExpiry.Earliest() > now.DateOfExpiry.Latest()
            && NameComparison.Of(then.PrimaryIdentifier, then.SecondaryIdentifier, now).Agreement <= NameAgreement.EqualByTransliteration)
            yield return EarlierRules.OldStillUsed.Found(nameof(now.DocumentNumber), $"{reading.Day:yyyy-MM-dd}", then.DocumentNumber, then.DateOfExpiry.ToString());
    }
}
