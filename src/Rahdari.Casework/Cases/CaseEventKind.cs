namespace Rahdari.Casework.Cases;

/// <summary>What can happen to a case.</summary>
public enum CaseEventKind
{
#pragma warning disable CS1591 // Each is the name of the fact that carries it, without its ending.
    Opened,
    FirRegistered,
    OffenceAdded,
    OffenceDropped,
    AccusedNamed,
    Arrested,
    BailDecided,
    Absconded,
    ChallanSubmitted,
    CourtTookUp,
    ChargeFramed,
    HearingSet,
    HearingHeld,
    VerdictGiven,
    SentencePassed,
    CompensationOrdered,
    CompensationPaid,
    AppealFiled,
    AppealDecided,
    VictimNamed,
    StatementRecorded,
    ShelterOrdered,
    NonPunishmentReviewed,
    CrossingLinked,
    LeadNoted,
    TransferAsked,
    TransferTaken,
    Noted,
    Closed,
    Reopened,
#pragma warning restore CS1591
}
