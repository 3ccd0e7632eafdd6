namespace Rahdari.Documents.Findings;

/// <summary>Documents reported lost, stolen or cancelled.</summary>
public static class ReportedRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Lost = new("DOCUMENT_REPORTED_LOST", Severity.Critical, "the reporting State; INTERPOL stolen and lost travel documents", "state", "number", "day");
    public static readonly FindingRule Stolen = new("DOCUMENT_REPORTED_STOLEN", Severity.Critical, "the reporting State; INTERPOL stolen and lost travel documents", "state", "number", "day");
    public static readonly FindingRule StolenBlank = new("DOCUMENT_REPORTED_STOLEN_BLANK", Severity.Critical, "the reporting State; INTERPOL stolen and lost travel documents", "state", "number", "day");
    public static readonly FindingRule Revoked = new("DOCUMENT_REPORTED_REVOKED", Severity.Critical, "the reporting State; INTERPOL stolen and lost travel documents", "state", "number", "day");
    public static readonly FindingRule Alike = new("DOCUMENT_REPORTED_NUMBER_ALIKE", Severity.Warning, "the reporting State; INTERPOL stolen and lost travel documents", "state", "number", "reported");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Lost, Stolen, StolenBlank, Revoked, Alike,
    ];
}
