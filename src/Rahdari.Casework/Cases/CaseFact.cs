using System.Text.Json.Serialization;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Cases;

/// <summary>
/// One thing that happened to a case, as somebody tells it. Facts are never changed: what was told wrongly is told again. Victims stand here under a pseudonym and by
/// group only; who they are is the shelter's, which keeps it apart.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(FirRegistered), "firRegistered")]
[JsonDerivedType(typeof(OffenceAdded), "offenceAdded")]
[JsonDerivedType(typeof(OffenceDropped), "offenceDropped")]
[JsonDerivedType(typeof(AccusedNamed), "accusedNamed")]
[JsonDerivedType(typeof(Arrested), "arrested")]
[JsonDerivedType(typeof(BailDecided), "bailDecided")]
[JsonDerivedType(typeof(Absconded), "absconded")]
[JsonDerivedType(typeof(ChallanSubmitted), "challanSubmitted")]
[JsonDerivedType(typeof(CourtTookUp), "courtTookUp")]
[JsonDerivedType(typeof(ChargeFramed), "chargeFramed")]
[JsonDerivedType(typeof(HearingSet), "hearingSet")]
[JsonDerivedType(typeof(HearingHeld), "hearingHeld")]
[JsonDerivedType(typeof(VerdictGiven), "verdictGiven")]
[JsonDerivedType(typeof(SentencePassed), "sentencePassed")]
[JsonDerivedType(typeof(CompensationOrdered), "compensationOrdered")]
[JsonDerivedType(typeof(CompensationPaid), "compensationPaid")]
[JsonDerivedType(typeof(AppealFiled), "appealFiled")]
[JsonDerivedType(typeof(AppealDecided), "appealDecided")]
[JsonDerivedType(typeof(VictimNamed), "victimNamed")]
[JsonDerivedType(typeof(StatementRecorded), "statementRecorded")]
[JsonDerivedType(typeof(ShelterOrdered), "shelterOrdered")]
[JsonDerivedType(typeof(NonPunishmentReviewed), "nonPunishmentReviewed")]
[JsonDerivedType(typeof(CrossingLinked), "crossingLinked")]
[JsonDerivedType(typeof(LeadNoted), "leadNoted")]
[JsonDerivedType(typeof(TransferAsked), "transferAsked")]
[JsonDerivedType(typeof(TransferTaken), "transferTaken")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
public abstract record CaseFact
{
    /// <summary>The day on which it happened, in the country.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Why it comes before what the law puts before it; null where it comes in order.</summary>
    public string? OutOfOrder { get; init; }

    /// <summary>What it is.</summary>
    [JsonIgnore]
    public CaseEventKind Kind => Enum.Parse<CaseEventKind>(GetType().Name);
}

/// <summary>A report, a referral or another circle's file came in and is looked into.</summary>
/// <param name="Law">The law that it is opened under.</param>
/// <param name="Circle">The Anti Human Trafficking circle: 2 to 16 capital letters, digits and hyphens.</param>
/// <param name="Province">The province, as ISO 3166-2 has it: <c>PK-PB</c>.</param>
/// <param name="Origin">How it came to be known.</param>
/// <param name="IsCrossBorder">False for trafficking inside the country.</param>
/// <param name="Forms">The forms of exploitation that are suspected; at least one.</param>
/// <param name="Referral">The referral that it began with, or null.</param>
/// <param name="Summary">What is suspected, in a few sentences that name no victim.</param>
public sealed record Opened(
    string Law, string Circle, string Province, CaseOrigin Origin, bool IsCrossBorder, IReadOnlyList<ExploitationForm> Forms, Guid? Referral = null, string? Summary = null) : CaseFact;

/// <summary>A first information report was registered.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Station">Where.</param>
public sealed record FirRegistered(string Number, string Station) : CaseFact;

/// <summary>An offence is part of the case.</summary>
/// <param name="Law">The law.</param>
/// <param name="Section">The section.</param>
public sealed record OffenceAdded(string Law, string Section) : CaseFact;

/// <summary>An offence is no longer part of the case; nobody is charged with it from now on.</summary>
/// <param name="Law">The law.</param>
/// <param name="Section">The section.</param>
/// <param name="Why">Why.</param>
public sealed record OffenceDropped(string Law, string Section, string Why) : CaseFact;

/// <summary>Somebody is suspected; told again, it takes the place of what was told of them before.</summary>
/// <param name="AccusedId">A UUID of whoever tells it.</param>
/// <param name="Name">The name.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeGroup">The age group at the time of the offence.</param>
/// <param name="Role">What they did.</param>
/// <param name="Alias">Another name, or null.</param>
/// <param name="FatherName">The father's name, or null.</param>
/// <param name="Nationality">Doc 9303-3 §5 code, or null where it is not known.</param>
/// <param name="DocumentNumber">A passport's or identity card's number, or null.</param>
public sealed record AccusedNamed(
    Guid AccusedId, string Name, Sex Sex, AgeGroup AgeGroup, AccusedRole Role, string? Alias = null, string? FatherName = null, string? Nationality = null, string? DocumentNumber = null) : CaseFact;

/// <summary>An accused was arrested.</summary>
/// <param name="AccusedId">Who.</param>
/// <param name="Place">Where.</param>
public sealed record Arrested(Guid AccusedId, string Place) : CaseFact;

/// <summary>A court decided on bail.</summary>
/// <param name="AccusedId">Of whom.</param>
/// <param name="Court">Which court.</param>
/// <param name="IsGranted">True where it was granted; false where it was refused or cancelled.</param>
/// <param name="Amount">The bond, rupees, or null.</param>
public sealed record BailDecided(Guid AccusedId, string Court, bool IsGranted, decimal? Amount = null) : CaseFact;

/// <summary>An accused cannot be found: the case goes on without them.</summary>
/// <param name="AccusedId">Who.</param>
public sealed record Absconded(Guid AccusedId) : CaseFact;

/// <summary>The report of the investigation (challan, CrPC s. 173) went to the court.</summary>
/// <param name="Court">Which court.</param>
/// <param name="IsFinal">False for an interim challan.</param>
/// <param name="Charges">Who is sent up for what.</param>
public sealed record ChallanSubmitted(string Court, bool IsFinal, IReadOnlyList<Charge> Charges) : CaseFact;

/// <summary>The court took the case up.</summary>
/// <param name="Court">Which court.</param>
/// <param name="Number">The court's number of the case.</param>
public sealed record CourtTookUp(string Court, string Number) : CaseFact;

/// <summary>The court framed charges.</summary>
/// <param name="Charges">Against whom, of what.</param>
public sealed record ChargeFramed(IReadOnlyList<Charge> Charges) : CaseFact;

/// <summary>A hearing is set.</summary>
/// <param name="HearingId">A UUID of whoever tells it.</param>
/// <param name="On">The day of the hearing.</param>
/// <param name="Court">Which court.</param>
/// <param name="Purpose">What for.</param>
public sealed record HearingSet(Guid HearingId, DateOnly On, string Court, string Purpose) : CaseFact;

/// <summary>A hearing took place, or did not.</summary>
/// <param name="HearingId">Which.</param>
/// <param name="IsAdjourned">True where it was put off.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record HearingHeld(Guid HearingId, bool IsAdjourned, string Outcome) : CaseFact;

/// <summary>The court's verdict on one charge against one accused.</summary>
/// <param name="Charge">The charge.</param>
/// <param name="Verdict">What it found.</param>
public sealed record VerdictGiven(Charge Charge, Verdict Verdict) : CaseFact;

/// <summary>The sentence for one charge that an accused was convicted of.</summary>
/// <param name="Charge">The charge.</param>
/// <param name="PrisonMonths">Imprisonment, months, or null.</param>
/// <param name="IsForLife">True for imprisonment for life.</param>
/// <param name="Fine">The fine, rupees, or null.</param>
public sealed record SentencePassed(Charge Charge, int? PrisonMonths = null, bool IsForLife = false, decimal? Fine = null) : CaseFact;

/// <summary>A court ordered that a victim be compensated.</summary>
/// <param name="OrderId">A UUID of whoever tells it.</param>
/// <param name="Victim">The victim's pseudonym.</param>
/// <param name="Amount">Rupees.</param>
/// <param name="AccusedId">Who is to pay, or null where it is the State.</param>
public sealed record CompensationOrdered(Guid OrderId, string Victim, decimal Amount, Guid? AccusedId = null) : CaseFact;

/// <summary>Compensation reached the victim, all or a part of it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Amount">Rupees.</param>
/// <param name="Receipt">The receipt's reference.</param>
public sealed record CompensationPaid(Guid OrderId, decimal Amount, string Receipt) : CaseFact;

/// <summary>An appeal was filed.</summary>
/// <param name="AppealId">A UUID of whoever tells it.</param>
/// <param name="By">Who appeals.</param>
/// <param name="Court">The court of appeal.</param>
/// <param name="Charges">Against which verdicts.</param>
public sealed record AppealFiled(Guid AppealId, AppealParty By, string Court, IReadOnlyList<Charge> Charges) : CaseFact;

/// <summary>An appeal was decided: what now holds of each charge that it was about.</summary>
/// <param name="AppealId">Which.</param>
/// <param name="Verdicts">What now holds; in the order of the appeal's charges.</param>
public sealed record AppealDecided(Guid AppealId, IReadOnlyList<Verdict> Verdicts) : CaseFact;

/// <summary>There is a victim, by pseudonym and group; told again, it takes the place of what was told before.</summary>
/// <param name="Victim">The pseudonym that the shelter or the referral gave: 4 to 24 capital letters, digits and hyphens.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeGroup">The age group.</param>
/// <param name="Forms">The forms of exploitation.</param>
public sealed record VictimNamed(string Victim, Sex Sex, AgeGroup AgeGroup, IReadOnlyList<ExploitationForm> Forms) : CaseFact;

/// <summary>A victim's statement was recorded before a court (CrPC s. 164).</summary>
/// <param name="Victim">The pseudonym.</param>
/// <param name="Court">Which court.</param>
public sealed record StatementRecorded(string Victim, string Court) : CaseFact;

/// <summary>A court placed an unaccompanied child or a destitute woman in a shelter (Rules of 2004, r. 3(2)).</summary>
/// <param name="Victim">The pseudonym.</param>
/// <param name="Court">Which court.</param>
/// <param name="Shelter">The organisation that runs it.</param>
public sealed record ShelterOrdered(string Victim, string Court, string Shelter) : CaseFact;

/// <summary>Whether a possible victim is prosecuted or removed for what they were made to do was reviewed.</summary>
/// <param name="Victim">The pseudonym.</param>
/// <param name="Law">The law that they may have broken.</param>
/// <param name="Section">The section.</param>
/// <param name="IsProceededWith">True where it goes on all the same.</param>
/// <param name="Why">Why.</param>
public sealed record NonPunishmentReviewed(string Victim, string Law, string Section, bool IsProceededWith, string Why) : CaseFact;

/// <summary>A crossing of the border belongs to the case.</summary>
/// <param name="CrossingId">Which.</param>
/// <param name="Why">Why.</param>
public sealed record CrossingLinked(Guid CrossingId, string Why) : CaseFact;

/// <summary>A telephone, an address, a sponsor, a route or a vehicle that the case, or one accused, is connected with.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Value">Which, as written: compared without blanks, dots and hyphens, and in capitals.</param>
/// <param name="AccusedId">Whose, or null.</param>
/// <param name="Relation">How it is connected, or null.</param>
public sealed record LeadNoted(LeadKind Thing, string Value, Guid? AccusedId = null, string? Relation = null) : CaseFact;

/// <summary>The case shall go to another circle, which must take it.</summary>
/// <param name="Circle">Which.</param>
/// <param name="Province">In which province.</param>
/// <param name="Why">Why.</param>
public sealed record TransferAsked(string Circle, string Province, string Why) : CaseFact;

/// <summary>The other circle took the case.</summary>
public sealed record TransferTaken : CaseFact;

/// <summary>A note in the diary of the case.</summary>
/// <param name="Text">The note, which names no victim.</param>
public sealed record Noted(string Text) : CaseFact;

/// <summary>The case ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Why">In words.</param>
public sealed record Closed(ClosingReason Reason, string Why) : CaseFact;

/// <summary>A closed case goes on.</summary>
/// <param name="Why">Why.</param>
public sealed record Reopened(string Why) : CaseFact;
