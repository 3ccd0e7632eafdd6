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

    /// <summary>An interview at the border that goes on was read.</summary>
    public const string InterviewRead = "interview.read";

    /// <summary>Somebody began to keep an interview, or took it over.</summary>
    public const string InterviewKept = "interview.kept";

    /// <summary>Referrals from the border were listed.</summary>
    public const string ReferralsRead = "case-referrals.read";

    /// <summary>A referral from the border was read.</summary>
    public const string ReferralRead = "case-referral.read";

    /// <summary>A fact was told of a referral from the border: the interview ended, a case was opened, it was set aside, a removal was reviewed, the person was taken in.</summary>
    public const string ReferralTold = "case-referral.told";

    /// <summary>The evidence of a case was listed, with its chains of custody.</summary>
    public const string EvidenceListed = "evidence.read";

    /// <summary>Something happened to a piece of evidence: taken, its file read or checked, handed over, disposed of.</summary>
    public const string EvidenceTold = "evidence.told";

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
