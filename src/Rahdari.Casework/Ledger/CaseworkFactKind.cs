namespace Rahdari.Casework.Ledger;

/// <summary>What the payload of an entry of casework's ledger is.</summary>
internal static class CaseworkFactKind
{
    /// <summary>A <see cref="Cases.CaseEvent"/>.</summary>
    public const string CaseEvent = "case-event";

    /// <summary>An <see cref="Interviews.CaseReferralEvent"/>.</summary>
    public const string CaseReferral = "case-referral-event";

    /// <summary>An <see cref="Casework.Evidence.EvidenceEvent"/>.</summary>
    public const string Evidence = "evidence-event";

    /// <summary>An <see cref="AuditRecord"/>.</summary>
    public const string Audit = "audit";

    /// <summary>A <see cref="Consultations.StrategyChange"/>.</summary>
    public const string Strategy = "strategy";

    /// <summary>Laws as they were published.</summary>
    public const string Laws = "laws";
}
