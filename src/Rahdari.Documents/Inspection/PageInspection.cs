using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>The page against the zone, field against field, and the page's dates in themselves.</summary>
internal static class PageInspection
{
    private const int LatelyDays = 7;

    public static IEnumerable<Finding> Of(VisualZone page, MrzFields zone, DateOnly today) =>
        Name(page, zone).Concat(Number(page, zone)).Concat(Codes(page, zone)).Concat(Dates(page, zone)).Concat(Issue(page, zone, today));

    private static IEnumerable<Finding> Name(VisualZone page, MrzFields zone)
    {
        if (string.IsNullOrWhiteSpace(page.PrimaryIdentifier) && string.IsNullOrWhiteSpace(page.SecondaryIdentifier)
            || ZonePlace.Of(zone.Format, nameof(zone.PrimaryIdentifier)) is null)
            yield break;
        // The French licence has the surname alone.
        var given = zone.Format == MrzFormat.FrenchDrivingLicence ? "" : page.SecondaryIdentifier ?? "";
        var comparison = NameComparison.Of(page.PrimaryIdentifier ?? "", given, zone);
        var (printed, read) = (Words.Name(page.PrimaryIdentifier ?? "", given), Words.Name(zone));
        switch (comparison.Agreement)
        {
            case NameAgreement.EqualByTransliteration:
                yield return PageRules.NameTransliterated.Found("Name", string.Join(", ", comparison.Tables));
                break;
            case NameAgreement.Truncated:
                yield return PageRules.NameTruncated.Found("Name", printed);
                break;
            case NameAgreement.PartsExchanged:
                yield return PageRules.NameExchanged.Found("Name", printed, read);
                break;
            case NameAgreement.PartsMissing:
                yield return PageRules.NamePartsMissing.Found("Name", printed, read);
                break;
            case NameAgreement.Different:
                yield return PageRules.NameDiffers.Found("Name", printed, read);
                break;
        }
    }

    private static IEnumerable<Finding> Number(VisualZone page, MrzFields zone)
    {
        if (page.DocumentNumber is { } printed && Words.Number(printed) is var number && number.Length > 0 && number != Words.Number(zone.DocumentNumber))
            yield return (Words.LookAlike(number, zone.DocumentNumber) ? PageRules.NumberConfused : PageRules.NumberDiffers).Found(nameof(zone.DocumentNumber), printed, zone.DocumentNumber);
        if (page.PersonalNumber is { } personal && Words.Number(personal) is var wanted && wanted.Length > 0 && zone.OptionalData.Any(data => data.Length > 0)
            && !zone.OptionalData.Any(data => Words.Number(data).Contains(wanted, StringComparison.Ordinal)))
            yield return PageRules.PersonalDiffers.Found(nameof(zone.OptionalData), personal, string.Join(" ", zone.OptionalData).Trim());
    }

    private static IEnumerable<Finding> Codes(VisualZone page, MrzFields zone)
    {
        if (page.IssuingState is { } state && !Words.SameState(state, zone.IssuingState))
            yield return PageRules.StateDiffers.Found(nameof(zone.IssuingState), state, zone.IssuingState);
        if (page.Nationality is { } nationality && Has(nameof(zone.Nationality)) && !Words.SameState(nationality, zone.Nationality))
            yield return PageRules.NationalityDiffers.Found(nameof(zone.Nationality), nationality, zone.Nationality);
        if (page.Sex is { } sex && Has(nameof(zone.Sex)) && sex != zone.Sex)
            yield return PageRules.SexDiffers.Found(nameof(zone.Sex), Words.Letter(sex), Words.Letter(zone.Sex));
        if (page.DocumentCode is { } code && code != zone.DocumentCode)
            yield return PageRules.CodeDiffers.Found(nameof(zone.DocumentCode), code, zone.DocumentCode);

        bool Has(string field) => ZonePlace.Of(zone.Format, field) is not null;
    }

    private static IEnumerable<Finding> Dates(VisualZone page, MrzFields zone) =>
        Date(page.DateOfBirth, zone.DateOfBirth, zone, nameof(zone.DateOfBirth), PageRules.BirthDiffers)
            .Concat(Date(page.DateOfExpiry, zone.DateOfExpiry, zone, nameof(zone.DateOfExpiry), PageRules.ExpiryDiffers));

    private static IEnumerable<Finding> Date(PartialDate? printed, PartialDate read, MrzFields zone, string field, FindingRule differs)
    {
        if (printed is not { } page || page == read || ZonePlace.Of(zone.Format, field) is null)
            yield break;
        if (page.IsCompatibleWith(read))
            yield return PageRules.DateMoreComplete.Found(field, page.ToString(), read.ToString());
        else if (page.IsComplete && read.IsComplete && page.Year == read.Year && page.Month == read.Day && page.Day == read.Month)
            yield return PageRules.DatesSwapped.Found(field, page.ToString(), read.ToString());
        else if (field == nameof(zone.DateOfBirth) && read.Year - page.Year == 100 && page.Month == read.Month && page.Day == read.Day)
            yield return PageRules.BirthCentury.Found(field, page.ToString(), read.ToString());
        else
            yield return differs.Found(field, page.ToString(), read.ToString());
    }

    private static IEnumerable<Finding> Issue(VisualZone page, MrzFields zone, DateOnly today)
    {
        const string Field = nameof(page.DateOfIssue);
        if (page.DateOfIssue is not { } issue || issue.Earliest() is not { } issued)
            yield break;
        var born = page.DateOfBirth ?? zone.DateOfBirth;
        var expires = page.DateOfExpiry ?? zone.DateOfExpiry;
        if (issued > today)
            yield return PageRules.IssuedAfterToday.Found(Field, issue.ToString());
        if (born.Earliest() is { } birth && issue.Latest() < birth)
            yield return PageRules.IssuedBeforeBirth.Found(Field, issue.ToString(), born.ToString());
        if (expires.Latest() <= issued)
            yield return PageRules.ExpiresBeforeIssue.Found(Field, issue.ToString(), expires.ToString());
        if (ExpiryInspection.Ordinary(zone) is { } validity && issue.IsComplete && expires.Earliest() is { } expiry
            && validity.From(issued, born.Earliest()) is var (latest, years, _) && expiry > latest)
            yield return PageRules.ValidityWrong.Found(Field, issue.ToString(), expires.ToString(), zone.IssuingState, $"{years}");
        if (today.DayNumber - issued.DayNumber is >= 0 and <= LatelyDays and var days)
            yield return PageRules.IssuedLately.Found(Field, issue.ToString(), $"{days}");
        if (FormerStates.Find(zone.IssuingState) is { } former && issued > former.LastDay)
            yield return PageRules.StateEnded.Found(Field, issue.ToString(), former.Name, $"{former.LastDay:yyyy-MM-dd}");
        if (!zone.DateOfIssue.IsUnknown && !issue.IsCompatibleWith(zone.DateOfIssue))
            yield return PageRules.IssueDiffers.Found(Field, issue.ToString(), zone.DateOfIssue.ToString());
    }
}
