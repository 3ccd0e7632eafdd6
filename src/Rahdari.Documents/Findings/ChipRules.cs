namespace Rahdari.Documents.Findings;

/// <summary>What stands on the chip against the zone and the page.</summary>
public static class ChipRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule OtherDocument = new("CHIP_OF_ANOTHER_DOCUMENT", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule NameDiffers = new("CHIP_NAME_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule NumberDiffers = new("CHIP_NUMBER_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule BirthDiffers = new("CHIP_DATE_OF_BIRTH_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule SexDiffers = new("CHIP_SEX_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule ExpiryDiffers = new("CHIP_DATE_OF_EXPIRY_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule NationalityDiffers = new("CHIP_NATIONALITY_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule StateDiffers = new("CHIP_ISSUING_STATE_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule CodeDiffers = new("CHIP_DOCUMENT_CODE_DIFFERS", Severity.Critical, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule OptionalDiffers = new("CHIP_OPTIONAL_DATA_DIFFERS", Severity.Serious, "Doc 9303-10 §4.7.1: the chip repeats the zone", "chip", "zone");
    public static readonly FindingRule ZoneAbsent = new("CHIP_ZONE_ABSENT", Severity.Serious, "Doc 9303-10 §4.7: EF.DG1 is mandatory");
    public static readonly FindingRule ZoneFaulty = new("CHIP_ZONE_FAULTY", Severity.Serious, "Doc 9303-10 §4.7.1", "code");
    public static readonly FindingRule FaceAbsent = new("CHIP_FACE_ABSENT", Severity.Serious, "Doc 9303-10 §4.7: EF.DG2 is mandatory");
    public static readonly FindingRule FullNameDiffers = new("CHIP_FULL_NAME_DIFFERS", Severity.Serious, "Doc 9303-10 §4.7.11", "chip", "zone");
    public static readonly FindingRule FullBirthDiffers = new("CHIP_FULL_DATE_OF_BIRTH_DIFFERS", Severity.Serious, "Doc 9303-10 §4.7.11", "chip", "zone");
    public static readonly FindingRule PersonalDiffers = new("CHIP_PERSONAL_NUMBER_DIFFERS", Severity.Serious, "Doc 9303-10 §4.7.11", "chip", "zone");
    public static readonly FindingRule IssueDiffers = new("CHIP_DATE_OF_ISSUE_DIFFERS", Severity.Serious, "Doc 9303-10 §4.7.12", "chip", "page");
    public static readonly FindingRule IssuedAfterToday = new("CHIP_ISSUED_AFTER_TODAY", Severity.Serious, "logic", "issue");
    public static readonly FindingRule ExpiresBeforeIssue = new("CHIP_EXPIRES_BEFORE_ISSUE", Severity.Serious, "logic", "issue", "expiry");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        OtherDocument, NameDiffers, NumberDiffers, BirthDiffers, SexDiffers, ExpiryDiffers, NationalityDiffers, StateDiffers, CodeDiffers, OptionalDiffers, ZoneAbsent, ZoneFaulty,
        FaceAbsent, FullNameDiffers, FullBirthDiffers, PersonalDiffers, IssueDiffers, IssuedAfterToday, ExpiresBeforeIssue,
    ];
}
