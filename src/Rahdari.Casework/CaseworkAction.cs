namespace Rahdari.Casework;

/// <summary>What casework audits.</summary>
public static class CaseworkAction
{
    /// <summary>Cases were listed.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>A case was read.</summary>
    public const string CaseRead = "case.read";

    /// <summary>A fact was told of a case.</summary>
    public const string CaseTold = "case.told";

    /// <summary>Cases were counted.</summary>
    public const string FunnelRead = "funnel.read";

    /// <summary>The network of cases was read.</summary>
    public const string NetworkRead = "network.read";

    /// <summary>Laws were published.</summary>
    public const string LawsPublished = "laws.published";

    /// <summary>A consultation, contribution, recommendation or action of the strategy was changed.</summary>
    public const string StrategyChanged = "strategy.changed";

    /// <summary>A consultation was read, with its contributions.</summary>
    public const string ConsultationRead = "consultation.read";

    /// <summary>Casework's audit was read.</summary>
    public const string AuditRead = "casework.audit.read";

    /// <summary>Casework's ledger was verified.</summary>
    public const string LedgerVerified = "casework.ledger.verified";
}
