using Rahdari.Documents.Findings;

namespace Rahdari.Records;

/// <summary>What every request may break, whichever room it asks: who may, and why. The sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record RecordRule(string Code, Severity Severity)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly RecordRule RoleRequired = new("ROLE_REQUIRED", Severity.Warning);
    public static readonly RecordRule OtherPort = new("OTHER_PORT", Severity.Warning);
    public static readonly RecordRule ReasonRequired = new("REASON_REQUIRED", Severity.Warning);
    public static readonly RecordRule ReasonInvalid = new("REASON_INVALID", Severity.Warning);
    public static readonly RecordRule SecondPersonRequired = new("SECOND_PERSON_REQUIRED", Severity.Warning);
#pragma warning restore CS1591

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity, field, evidence);
}
