namespace Rahdari.Documents.Findings;

/// <summary>The page (visual inspection zone) against the zone, and in itself.</summary>
public static class PageRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule NameTransliterated = new("PAGE_NAME_TRANSLITERATED", Severity.Information, "Doc 9303-3 §6", "tables");
    public static readonly FindingRule NameTruncated = new("PAGE_NAME_TRUNCATED", Severity.Information, "Doc 9303-3 §4.6", "page");
    public static readonly FindingRule NameExchanged = new("PAGE_NAME_PARTS_EXCHANGED", Severity.Warning, "Doc 9303-3 §4.6", "page", "zone");
    public static readonly FindingRule NamePartsMissing = new("PAGE_NAME_PARTS_MISSING", Severity.Warning, "Doc 9303-3 §4.6", "page", "zone");
    public static readonly FindingRule NameDiffers = new("PAGE_NAME_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule NumberConfused = new("PAGE_NUMBER_LOOKS_ALIKE", Severity.Warning, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule NumberDiffers = new("PAGE_NUMBER_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule BirthDiffers = new("PAGE_DATE_OF_BIRTH_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule DatesSwapped = new("PAGE_DATE_DAY_AND_MONTH_SWAPPED", Severity.Warning, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule BirthCentury = new("PAGE_DATE_OF_BIRTH_CENTURY", Severity.Information, "Doc 9303-3 §4.8", "page", "zone");
    public static readonly FindingRule DateMoreComplete = new("PAGE_DATE_MORE_COMPLETE", Severity.Information, "Doc 9303-3 §4.8", "page", "zone");
    public static readonly FindingRule ExpiryDiffers = new("PAGE_DATE_OF_EXPIRY_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule SexDiffers = new("PAGE_SEX_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule NationalityDiffers = new("PAGE_NATIONALITY_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule StateDiffers = new("PAGE_ISSUING_STATE_DIFFERS", Severity.Critical, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule CodeDiffers = new("PAGE_DOCUMENT_CODE_DIFFERS", Severity.Warning, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule PersonalDiffers = new("PAGE_PERSONAL_NUMBER_DIFFERS", Severity.Serious, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule IssueDiffers = new("PAGE_DATE_OF_ISSUE_DIFFERS", Severity.Serious, "Doc 9303-4 §4.1: the zone repeats the page", "page", "zone");
    public static readonly FindingRule IssuedAfterToday = new("PAGE_ISSUED_AFTER_TODAY", Severity.Serious, "logic", "issued");
    public static readonly FindingRule IssuedBeforeBirth = new("PAGE_ISSUED_BEFORE_BIRTH", Severity.Serious, "logic", "issued", "birth");
    public static readonly FindingRule ExpiresBeforeIssue = new("PAGE_EXPIRES_BEFORE_ISSUE", Severity.Serious, "logic", "issued", "expiry");
    public static readonly FindingRule ValidityWrong = new("PAGE_VALIDITY_PERIOD_TOO_LONG", Severity.Serious, "validity.tsv: the State’s passport law", "issued", "expiry", "state", "years");
    public static readonly FindingRule IssuedLately = new("PAGE_ISSUED_LATELY", Severity.Information, "practice of the counter: ask for the earlier document", "issued", "days");
    public static readonly FindingRule StateEnded = new("PAGE_ISSUED_AFTER_STATE_ENDED", Severity.Critical, "ISO 3166-3", "issued", "name", "day");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        NameTransliterated, NameTruncated, NameExchanged, NamePartsMissing, NameDiffers, NumberConfused, NumberDiffers, BirthDiffers,
        DatesSwapped, BirthCentury, DateMoreComplete, ExpiryDiffers, SexDiffers, NationalityDiffers, StateDiffers, CodeDiffers,
        PersonalDiffers, IssueDiffers, IssuedAfterToday, IssuedBeforeBirth, ExpiresBeforeIssue, ValidityWrong, IssuedLately, StateEnded,
    ];
}
