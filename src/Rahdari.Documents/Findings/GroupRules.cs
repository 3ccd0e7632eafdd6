namespace Rahdari.Documents.Findings;

/// <summary>The documents of those who travel together.</summary>
public static class GroupRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule SameNumber = new("GROUP_SAME_DOCUMENT_NUMBER", Severity.Critical, "Doc 9303-3 §4: a number stands for one document", "number");
    public static readonly FindingRule SamePerson = new("GROUP_SAME_PERSON", Severity.Serious, "logic", "name", "birth");
    public static readonly FindingRule Consecutive = new("GROUP_CONSECUTIVE_NUMBERS", Severity.Warning, "UNODC, Anti-human trafficking manual for criminal justice practitioners: documents obtained together", "first", "last", "count", "surnames");
    public static readonly FindingRule SameBirth = new("GROUP_SAME_DATE_OF_BIRTH", Severity.Warning, "UNODC, Anti-human trafficking manual for criminal justice practitioners", "birth", "count");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        SameNumber, SamePerson, Consecutive, SameBirth,
    ];
}
