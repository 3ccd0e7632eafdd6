using Rahdari.Documents.Findings;

namespace Rahdari.Casework;

/// <summary>Every rule of casework that a request may break, with its code. The sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record CaseworkRule(string Code, Severity Severity)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly CaseworkRule LawsMalformed = new("LAWS_MALFORMED", Severity.Warning);
    public static readonly CaseworkRule LawsInvalid = new("LAWS_INVALID", Severity.Warning);
    public static readonly CaseworkRule CaseNotFound = new("CASE_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule OtherCircle = new("CASE_OF_OTHER_CIRCLE", Severity.Warning);
    public static readonly CaseworkRule CaseChanged = new("CASE_CHANGED_SINCE", Severity.Warning);
    public static readonly CaseworkRule FieldInvalid = new("CASE_FIELD_INVALID", Severity.Warning);
    public static readonly CaseworkRule DayInvalid = new("CASE_DAY_INVALID", Severity.Warning);
    public static readonly CaseworkRule NotAtThisStage = new("CASE_NOT_AT_THIS_STAGE", Severity.Warning);
    public static readonly CaseworkRule OutOfOrder = new("CASE_OUT_OF_ORDER", Severity.Warning);
    public static readonly CaseworkRule OpenedAlready = new("CASE_OPENED_ALREADY", Severity.Warning);
    public static readonly CaseworkRule LawUnknown = new("CASE_LAW_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule LawNotInForce = new("CASE_LAW_NOT_IN_FORCE", Severity.Warning);
    public static readonly CaseworkRule SectionUnknown = new("CASE_SECTION_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule OffenceNotOfCase = new("CASE_OFFENCE_NOT_OF_CASE", Severity.Warning);
    public static readonly CaseworkRule AccusedUnknown = new("CASE_ACCUSED_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule VictimUnknown = new("CASE_VICTIM_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule ChargeUnknown = new("CASE_CHARGE_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule ChargeDecided = new("CASE_CHARGE_DECIDED", Severity.Warning);
    public static readonly CaseworkRule NotConvicted = new("CASE_NOT_CONVICTED", Severity.Warning);
    public static readonly CaseworkRule PenaltyExceeded = new("CASE_PENALTY_EXCEEDED", Severity.Warning);
    public static readonly CaseworkRule HearingUnknown = new("CASE_HEARING_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule OrderUnknown = new("CASE_ORDER_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule KeyTaken = new("CASE_KEY_TAKEN", Severity.Warning);
    public static readonly CaseworkRule PaidTooMuch = new("CASE_PAID_TOO_MUCH", Severity.Warning);
    public static readonly CaseworkRule AppealUnknown = new("CASE_APPEAL_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule AppealPending = new("CASE_APPEAL_PENDING", Severity.Warning);
    public static readonly CaseworkRule TransferPending = new("CASE_TRANSFER_PENDING", Severity.Warning);
    public static readonly CaseworkRule TransferNotAsked = new("CASE_TRANSFER_NOT_ASKED", Severity.Warning);
    public static readonly CaseworkRule ClosingTooEarly = new("CASE_CLOSING_TOO_EARLY", Severity.Warning);
    public static readonly CaseworkRule InterviewFieldInvalid = new("INTERVIEW_FIELD_INVALID", Severity.Warning);
    public static readonly CaseworkRule InterviewNotApart = new("INTERVIEW_NOT_APART", Severity.Warning);
    public static readonly CaseworkRule InterviewChildAlone = new("INTERVIEW_CHILD_ALONE", Severity.Warning);
    public static readonly CaseworkRule InterviewConsentMissing = new("INTERVIEW_CONSENT_MISSING", Severity.Warning);
    public static readonly CaseworkRule InterviewChildUnhelped = new("INTERVIEW_CHILD_UNHELPED", Severity.Warning);
    public static readonly CaseworkRule InterviewNamesVictim = new("INTERVIEW_NAMES_VICTIM", Severity.Warning);
    public static readonly CaseworkRule InterviewEnded = new("INTERVIEW_ENDED", Severity.Warning);
    public static readonly CaseworkRule ArrivalNotFound = new("SHELTER_ARRIVAL_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule ArrivalUnreadable = new("SHELTER_ARRIVAL_UNREADABLE", Severity.Serious);
    public static readonly CaseworkRule ArrivalsWait = new("SHELTER_ARRIVALS_WAIT", Severity.Warning);
    public static readonly CaseworkRule CaseReferralNotFound = new("CASE_REFERRAL_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule CaseReferralTaken = new("CASE_REFERRAL_TAKEN", Severity.Warning);
    public static readonly CaseworkRule VaultUnreadable = new("VAULT_UNREADABLE", Severity.Serious);
    public static readonly CaseworkRule EvidenceNotFound = new("EVIDENCE_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule EvidenceTooLarge = new("EVIDENCE_TOO_LARGE", Severity.Warning);
    public static readonly CaseworkRule EvidenceWithoutFile = new("EVIDENCE_WITHOUT_FILE", Severity.Warning);
    public static readonly CaseworkRule EvidenceDisposed = new("EVIDENCE_DISPOSED", Severity.Warning);
    public static readonly CaseworkRule FunnelInvalid = new("FUNNEL_FILTER_INVALID", Severity.Warning);
    public static readonly CaseworkRule ConsultationNotFound = new("CONSULTATION_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule ContributionNotFound = new("CONTRIBUTION_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule RecommendationNotFound = new("RECOMMENDATION_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule ActionNotFound = new("STRATEGY_ACTION_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule ConsultationChanged = new("CONSULTATION_CHANGED_SINCE", Severity.Warning);
    public static readonly CaseworkRule ConsultationFieldInvalid = new("CONSULTATION_FIELD_INVALID", Severity.Warning);
    public static readonly CaseworkRule ConsultationStepNotNow = new("CONSULTATION_STEP_NOT_NOW", Severity.Warning);
    public static readonly CaseworkRule ConsultationNotOpen = new("CONSULTATION_NOT_OPEN", Severity.Warning);
    public static readonly CaseworkRule ReceiptUnknown = new("CONSULTATION_RECEIPT_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule TooManyContributions = new("CONSULTATION_TOO_MANY", Severity.Warning);
    public static readonly CaseworkRule CabinetClosed = new("SHELTER_CABINET_CLOSED", Severity.Warning);
    public static readonly CaseworkRule PassphraseWrong = new("SHELTER_PASSPHRASE_WRONG", Severity.Warning);
    public static readonly CaseworkRule PassphraseWeak = new("SHELTER_PASSPHRASE_WEAK", Severity.Warning);
    public static readonly CaseworkRule TriesExhausted = new("SHELTER_TRIES_EXHAUSTED", Severity.Warning);
    public static readonly CaseworkRule OrganisationRequired = new("SHELTER_ORGANISATION_REQUIRED", Severity.Warning);
    public static readonly CaseworkRule OrganisationUnknown = new("SHELTER_ORGANISATION_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule OrganisationFounded = new("SHELTER_ORGANISATION_FOUNDED", Severity.Warning);
    public static readonly CaseworkRule OtherOrganisation = new("SHELTER_OTHER_ORGANISATION", Severity.Warning);
    public static readonly CaseworkRule MemberUnknown = new("SHELTER_MEMBER_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule MemberKnown = new("SHELTER_MEMBER_KNOWN", Severity.Warning);
    public static readonly CaseworkRule MemberNotAdmitted = new("SHELTER_MEMBER_NOT_ADMITTED", Severity.Warning);
    public static readonly CaseworkRule FingerprintDiffers = new("SHELTER_FINGERPRINT_DIFFERS", Severity.Warning);
    public static readonly CaseworkRule KeyNotTrusted = new("SHELTER_KEY_NOT_TRUSTED", Severity.Warning);
    public static readonly CaseworkRule RecordTampered = new("SHELTER_RECORD_TAMPERED", Severity.Warning);
    public static readonly CaseworkRule ShelterFieldInvalid = new("SHELTER_FIELD_INVALID", Severity.Warning);
    public static readonly CaseworkRule FileNotFound = new("SHELTER_FILE_NOT_FOUND", Severity.Warning);
    public static readonly CaseworkRule SectionEmpty = new("SHELTER_SECTION_EMPTY", Severity.Warning);
    public static readonly CaseworkRule SectionChanged = new("SHELTER_SECTION_CHANGED_SINCE", Severity.Warning);
    public static readonly CaseworkRule ConsentRequired = new("SHELTER_CONSENT_REQUIRED", Severity.Warning);
    public static readonly CaseworkRule ConsentUnknown = new("SHELTER_CONSENT_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule ConsentByOther = new("SHELTER_CONSENT_BY_OTHER", Severity.Warning);
    public static readonly CaseworkRule ReferralUnknown = new("SHELTER_REFERRAL_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule ReferralAnswered = new("SHELTER_REFERRAL_ANSWERED", Severity.Warning);
    public static readonly CaseworkRule BedUnknown = new("SHELTER_BED_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule BedTaken = new("SHELTER_BED_TAKEN", Severity.Warning);
    public static readonly CaseworkRule BedUnsuitable = new("SHELTER_BED_UNSUITABLE", Severity.Warning);
    public static readonly CaseworkRule StaysAlready = new("SHELTER_STAYS_ALREADY", Severity.Warning);
    public static readonly CaseworkRule StayUnknown = new("SHELTER_STAY_UNKNOWN", Severity.Warning);
    public static readonly CaseworkRule StayEnded = new("SHELTER_STAY_ENDED", Severity.Warning);
#pragma warning restore CS1591

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity, field, evidence);
}
