using System.Text.Json.Serialization;
using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>What a section of a victim's file says. It rests sealed and is in the clear only where an opened cabinet reads it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "section")]
[JsonDerivedType(typeof(IdentitySection), "identity")]
[JsonDerivedType(typeof(ContactSection), "contact")]
[JsonDerivedType(typeof(AssessmentSection), "assessment")]
[JsonDerivedType(typeof(ServicesSection), "services")]
[JsonDerivedType(typeof(MedicalSection), "medical")]
[JsonDerivedType(typeof(PsychologicalSection), "psychological")]
[JsonDerivedType(typeof(LegalSection), "legal")]
[JsonDerivedType(typeof(SafetySection), "safety")]
[JsonDerivedType(typeof(CaseDataSection), "caseData")]
public abstract record SectionContent
{
    /// <summary>Which section it is.</summary>
    [JsonIgnore]
    public FileSection Section => Enum.Parse<FileSection>(GetType().Name[..^"Section".Length]);
}

/// <summary>Who the victim is.</summary>
/// <param name="Name">The name.</param>
/// <param name="OtherNames">Names they are also known by.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeGroup">The age group.</param>
/// <param name="DateOfBirth">As far as it is known: <c>2004-03-18</c>, <c>2004</c>; or null.</param>
/// <param name="Nationality">Three letters of Doc 9303-3; or null.</param>
/// <param name="DocumentNumbers">Numbers of identity documents.</param>
/// <param name="Languages">What they speak.</param>
public sealed record IdentitySection(string Name, IReadOnlyList<string> OtherNames, Sex Sex, AgeGroup AgeGroup, string? DateOfBirth, string? Nationality, IReadOnlyList<string> DocumentNumbers, IReadOnlyList<string> Languages)
    : SectionContent
{
    /// <summary>True where they are known to be under 18.</summary>
    [JsonIgnore]
    public bool IsMinor => AgeGroup is AgeGroup.Child or AgeGroup.Adolescent;

    /// <summary>True where they are known to be of age: whoever may be a child does not consent alone.</summary>
    [JsonIgnore]
    public bool MayConsentAlone => AgeGroup is AgeGroup.YoungAdult or AgeGroup.Adult;
}

/// <summary>Where the victim is reached, and their family.</summary>
/// <param name="Address">Where they live; or null.</param>
/// <param name="Telephone">Their number; or null.</param>
/// <param name="SafeWay">How they may be reached without danger; or null.</param>
/// <param name="Family">Relatives.</param>
public sealed record ContactSection(string? Address, string? Telephone, string? SafeWay, IReadOnlyList<Relative> Family) : SectionContent;

/// <summary>A relative of a victim.</summary>
/// <param name="Name">The name.</param>
/// <param name="Relation">What they are to the victim.</param>
/// <param name="Telephone">Their number; or null.</param>
/// <param name="MayBeTold">True where the victim agrees that they are told.</param>
public sealed record Relative(string Name, string Relation, string? Telephone, bool MayBeTold);

/// <summary>What the victim needs and what threatens them.</summary>
/// <param name="On">The day of the assessment.</param>
/// <param name="Forms">What they were exploited for.</param>
/// <param name="Needs">Needs, each with how urgent it is.</param>
/// <param name="Risks">Risks, each with how high it is.</param>
/// <param name="ReviewDue">When it is assessed again; or null.</param>
/// <param name="Notes">More; or null.</param>
public sealed record AssessmentSection(DateOnly On, IReadOnlyList<ExploitationForm> Forms, IReadOnlyList<Need> Needs, IReadOnlyList<Risk> Risks, DateOnly? ReviewDue, string? Notes) : SectionContent;

/// <summary>Something needed.</summary>
/// <param name="Kind">The service that meets it.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Note">More; or null.</param>
public sealed record Need(ServiceKind Kind, Urgency Urgency, string? Note);

/// <summary>Something that threatens.</summary>
/// <param name="Kind">What.</param>
/// <param name="Level">How high.</param>
/// <param name="Note">More; or null.</param>
public sealed record Risk(RiskKind Kind, RiskLevel Level, string? Note);

/// <summary>What help was offered, and what is planned.</summary>
/// <param name="Services">Services, each from its offer on.</param>
/// <param name="Plan">The plan; or null where there is none yet.</param>
public sealed record ServicesSection(IReadOnlyList<Service> Services, ServicePlan? Plan) : SectionContent;

/// <summary>A service, from its offer on. Whoever refuses one, or any consent, loses no other.</summary>
/// <param name="Id">A UUID of whoever offers it.</param>
/// <param name="Kind">What.</param>
/// <param name="Provider">The organisation that gives it.</param>
/// <param name="OfferedOn">The day of the offer.</param>
/// <param name="IsAccepted">The victim's answer; null while they think it over.</param>
/// <param name="AnsweredOn">The day of the answer; null while there is none.</param>
/// <param name="GivenFrom">The first day on which it was given; or null.</param>
/// <param name="GivenUntil">The last day; null while it goes on.</param>
/// <param name="Note">More; or null.</param>
public sealed record Service(Guid Id, ServiceKind Kind, string Provider, DateOnly OfferedOn, bool? IsAccepted, DateOnly? AnsweredOn, DateOnly? GivenFrom, DateOnly? GivenUntil, string? Note);

/// <summary>What the victim and the caseworker have agreed to reach.</summary>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="Goals">The goals.</param>
/// <param name="ReviewDue">When it is looked at again.</param>
public sealed record ServicePlan(DateOnly MadeOn, IReadOnlyList<Goal> Goals, DateOnly ReviewDue);

/// <summary>A goal of a plan.</summary>
/// <param name="What">What shall be reached.</param>
/// <param name="By">Until when.</param>
/// <param name="ReachedOn">When it was; or null.</param>
public sealed record Goal(string What, DateOnly By, DateOnly? ReachedOn);

/// <summary>A dated note.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What is noted.</param>
public sealed record DatedNote(DateOnly On, string Text);

/// <summary>Health.</summary>
/// <param name="Notes">What was found and done.</param>
/// <param name="Allergies">What must not be given; or null.</param>
public sealed record MedicalSection(IReadOnlyList<DatedNote> Notes, string? Allergies) : SectionContent;

/// <summary>Mental health.</summary>
/// <param name="Notes">What was found and done.</param>
public sealed record PsychologicalSection(IReadOnlyList<DatedNote> Notes) : SectionContent;

/// <summary>Legal matters.</summary>
/// <param name="Notes">What was advised and done.</param>
/// <param name="Lawyer">Who represents them; or null.</param>
/// <param name="WantsProceedings">Whether they want to take part in proceedings; null while they think it over.</param>
public sealed record LegalSection(IReadOnlyList<DatedNote> Notes, string? Lawyer, bool? WantsProceedings) : SectionContent;

/// <summary>What whoever helps must know to be safe.</summary>
/// <param name="Notes">What is to be done.</param>
/// <param name="Feared">Who is feared, and how they are recognised; or null.</param>
public sealed record SafetySection(IReadOnlyList<DatedNote> Notes, string? Feared) : SectionContent;

/// <summary>A case as it came from elsewhere.</summary>
/// <param name="Htcds">A line of JSON of the Human Trafficking Case Data Standard 2.0.</param>
public sealed record CaseDataSection(string Htcds) : SectionContent;
