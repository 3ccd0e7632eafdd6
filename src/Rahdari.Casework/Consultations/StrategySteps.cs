using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Consultations;

/// <summary>What bars a change, whatever is changed.</summary>
internal static class StrategySteps
{
    /// <summary>The rule broken where somebody changed the record since, or its state does not allow it.</summary>
    public static Finding? Bars(int version, int now, bool isAllowed, string state) =>
        version != now ? CaseworkRule.ConsultationChanged.Broken("version", ("version", $"{version}"), ("now", $"{now}"))
        : isAllowed ? null
        : CaseworkRule.ConsultationStepNotNow.Broken(null, ("state", state));
}
