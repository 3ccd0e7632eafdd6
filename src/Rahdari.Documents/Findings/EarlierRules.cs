namespace Rahdari.Documents.Findings;

/// <summary>The same document as read at earlier crossings.</summary>
public static class EarlierRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule AnotherPerson = new("EARLIER_ANOTHER_PERSON", Severity.Critical, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule NameDiffers = new("EARLIER_NAME_DIFFERS", Severity.Critical, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule NameVaries = new("EARLIER_NAME_VARIES", Severity.Warning, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule BirthDiffers = new("EARLIER_DATE_OF_BIRTH_DIFFERS", Severity.Critical, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule SexDiffers = new("EARLIER_SEX_DIFFERS", Severity.Critical, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule ExpiryDiffers = new("EARLIER_DATE_OF_EXPIRY_DIFFERS", Severity.Serious, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule NationalityDiffers = new("EARLIER_NATIONALITY_DIFFERS", Severity.Serious, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule CodeDiffers = new("EARLIER_DOCUMENT_CODE_DIFFERS", Severity.Serious, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule OptionalDiffers = new("EARLIER_OPTIONAL_DATA_DIFFERS", Severity.Serious, "what was read at an earlier crossing", "day", "earlier", "now");
    public static readonly FindingRule OldStillUsed = new("EARLIER_NEWER_DOCUMENT_SEEN", Severity.Warning, "what was read at an earlier crossing", "day", "number", "expiry");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        AnotherPerson, NameDiffers, NameVaries, BirthDiffers, SexDiffers, ExpiryDiffers, NationalityDiffers, CodeDiffers, OptionalDiffers,
        OldStillUsed,
    ];
}
