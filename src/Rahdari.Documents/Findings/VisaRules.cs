namespace Rahdari.Documents.Findings;

/// <summary>The visa against the passport that it is in.</summary>
public static class VisaRules
{
    /// <summary>The field of what was found in the visa's own zone or seal: its places are not the passport's.</summary>
    public const string Field = "Visa";

#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule NoVisa = new("VISA_IS_NONE", Severity.Serious, "Doc 9303-7 §4.2.2", "format");
    public static readonly FindingRule NameDiffers = new("VISA_NAME_DIFFERS", Severity.Critical, "Doc 9303-7 §4: the visa names the holder of the passport", "passport", "visa");
    public static readonly FindingRule NameVaries = new("VISA_NAME_VARIES", Severity.Information, "Doc 9303-7 §4: the visa names the holder of the passport", "passport", "visa");
    public static readonly FindingRule BirthDiffers = new("VISA_DATE_OF_BIRTH_DIFFERS", Severity.Critical, "Doc 9303-7 §4: the visa names the holder of the passport", "passport", "visa");
    public static readonly FindingRule SexDiffers = new("VISA_SEX_DIFFERS", Severity.Serious, "Doc 9303-7 §4: the visa names the holder of the passport", "passport", "visa");
    public static readonly FindingRule NationalityDiffers = new("VISA_NATIONALITY_DIFFERS", Severity.Serious, "Doc 9303-7 §4: the visa names the holder of the passport", "passport", "visa");
    public static readonly FindingRule NumberElsewhere = new("VISA_OF_ANOTHER_PASSPORT", Severity.Information, "Doc 9303-7 §4.2.2, document number and optional data", "passport", "visa");
    public static readonly FindingRule Expired = new("VISA_EXPIRED", Severity.Serious, "Doc 9303-7 §4.2.2", "expiry", "days");
    public static readonly FindingRule Outlasts = new("VISA_OUTLASTS_PASSPORT", Severity.Warning, "common rule of consulates", "visa", "passport");
    public static readonly FindingRule OtherState = new("VISA_OF_ANOTHER_STATE", Severity.Serious, "Doc 9303-7 §4.2.2", "state", "here");
    public static readonly FindingRule OwnNational = new("VISA_FOR_OWN_NATIONAL", Severity.Warning, "logic", "state");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        NoVisa, NameDiffers, NameVaries, BirthDiffers, SexDiffers, NationalityDiffers, NumberElsewhere, Expired, Outlasts, OtherState,
        OwnNational,
    ];
}
