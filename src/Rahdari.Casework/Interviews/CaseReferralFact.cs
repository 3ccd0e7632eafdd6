using System.Text.Json.Serialization;
using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Interviews;

/// <summary>Something that happened to a referral. Never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(InterviewEnded), "interviewEnded")]
[JsonDerivedType(typeof(TakenUp), "takenUp")]
[JsonDerivedType(typeof(SetAside), "setAside")]
[JsonDerivedType(typeof(RemovalReviewed), "removalReviewed")]
[JsonDerivedType(typeof(TakenIn), "takenIn")]
public abstract record CaseReferralFact;

/// <summary>The interview ended. Holds nothing that names whoever was spoken with, unless they are suspected of trafficking and of nothing that was done to them.</summary>
/// <param name="Encounter">Which encounter it was, blinded: by the database alone nobody finds it.</param>
/// <param name="Port">Where.</param>
/// <param name="Day">On which day.</param>
/// <param name="Course">How it went.</param>
/// <param name="Outcome">What the interviewer thinks.</param>
/// <param name="Guide">The number of the guide.</param>
/// <param name="Why">Why, or why it was not held; null where nothing points to trafficking.</param>
/// <param name="Language">In which language it was held.</param>
/// <param name="HasInterpreter">True where somebody interpreted.</param>
public sealed record InterviewEnded(
    string Encounter, string Port, DateOnly Day, InterviewCourse Course, InterviewOutcome Outcome, int Guide, string? Why = null, string? Language = null, bool HasInterpreter = false) : CaseReferralFact
{
    /// <summary>The circle that it goes to; null where nothing is referred.</summary>
    public string? Circle { get; init; }

    /// <summary>The province.</summary>
    public string? Province { get; init; }

    /// <summary>The pseudonym of a possible victim, or null.</summary>
    public string? Victim { get; init; }

    /// <summary>The sex.</summary>
    public Sex? Sex { get; init; }

    /// <summary>The age group.</summary>
    public AgeGroup? AgeGroup { get; init; }

    /// <summary>The forms of exploitation that are suspected.</summary>
    public IReadOnlyList<ExploitationForm> Forms { get; init; } = [];

    /// <summary>What could not wait.</summary>
    public IReadOnlyList<UrgentNeed> Needs { get; init; } = [];

    /// <summary>Who recruits, transports, receives, threatens.</summary>
    public string? Suspicion { get; init; }

    /// <summary>Who was spoken with, where they are a possible trafficker and no possible victim; null otherwise.</summary>
    public Interviewed? Suspect { get; init; }

    /// <summary>True where the person agrees that the circle asks for them, through who helps them.</summary>
    public bool MayBeAsked { get; init; }

    /// <summary>The organisation that shall help, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>By what all that was written down is known again, without its being kept: an HMAC under the site's vault key.</summary>
    public string? Content { get; init; }

    /// <summary>SHA-256 of what was sealed for that organisation, in hexadecimal digits; or null.</summary>
    public string? Sealed { get; init; }
}

/// <summary>The circle opened a case.</summary>
/// <param name="CaseId">Which.</param>
public sealed record TakenUp(Guid CaseId) : CaseReferralFact;

/// <summary>The head of the circle set it aside: no case is opened.</summary>
/// <param name="Why">Why.</param>
public sealed record SetAside(string Why) : CaseReferralFact;

/// <summary>The head of the circle reviewed whether the person may be sent back at the border.</summary>
/// <param name="MayBeRemoved">True where they may.</param>
/// <param name="Why">Why, and what was considered.</param>
public sealed record RemovalReviewed(bool MayBeRemoved, string Why) : CaseReferralFact;

/// <summary>The organisation took the person in.</summary>
/// <param name="Organisation">Which.</param>
public sealed record TakenIn(string Organisation) : CaseReferralFact;

/// <summary>A fact of a referral as it was recorded: signed, and never changed.</summary>
/// <param name="Id">A UUID of whoever told it: told again, it is the same.</param>
/// <param name="ReferralId">The referral.</param>
/// <param name="Number">1, 2, 3 … in the referral.</param>
/// <param name="At">When it was recorded; UTC.</param>
/// <param name="By">The user who told it.</param>
/// <param name="Fact">What happened.</param>
/// <param name="ReferralNumber">The number that the referral was given; of its first event only.</param>
public sealed record CaseReferralEvent(Guid Id, Guid ReferralId, int Number, DateTimeOffset At, string By, CaseReferralFact Fact, string? ReferralNumber = null);
