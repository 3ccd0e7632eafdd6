namespace Rahdari.Documents.Findings;

/// <summary>Pakistani documents: the identity number (CNIC, NICOP, SNIC, POC).</summary>
public static class PakistanRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Missing = new("PAKISTAN_CNIC_MISSING", Severity.Information, "Directorate General of Immigration and Passports");
    public static readonly FindingRule Form = new("PAKISTAN_CNIC_FORM", Severity.Serious, "NADRA’s numbering, cnic-regions.tsv", "number");
    public static readonly FindingRule Region = new("PAKISTAN_CNIC_REGION", Severity.Warning, "NADRA’s numbering, cnic-regions.tsv", "number", "digits");
    public static readonly FindingRule Sex = new("PAKISTAN_CNIC_SEX_DIFFERS", Severity.Serious, "NADRA’s numbering, cnic-regions.tsv: last digit odd for men, even for women", "number", "sex");
    public static readonly FindingRule HolderForeign = new("PAKISTAN_CNIC_OF_FOREIGNER", Severity.Warning, "NADRA Ordinance 2000", "number", "nationality");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Missing, Form, Region, Sex, HolderForeign,
    ];
}
