using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Cases;

/// <summary>How a case stands: what follows from its events and nothing else.</summary>
public sealed record CaseState
{
    /// <summary>The case.</summary>
    public required Guid Id { get; init; }

    /// <summary>The circle that keeps it, the year and a running number: <c>AHTC-LHE/2026/0012</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The law that it was opened under.</summary>
    public required string Law { get; init; }

    /// <summary>The circle that keeps it now.</summary>
    public required string Circle { get; init; }

    /// <summary>The province of that circle (ISO 3166-2).</summary>
    public required string Province { get; init; }

    /// <summary>How it came to be known.</summary>
    public required CaseOrigin Origin { get; init; }

    /// <summary>False for trafficking inside the country.</summary>
    public required bool IsCrossBorder { get; init; }

    /// <summary>The forms of exploitation that are suspected.</summary>
    public required IReadOnlyList<ExploitationForm> Forms { get; init; }

    /// <summary>The referral that it began with, or null.</summary>
    public Guid? Referral { get; init; }

    /// <summary>What is suspected.</summary>
    public string? Summary { get; init; }

    /// <summary>Where it lies.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>How many events there are; whoever adds one says how many they had read.</summary>
    public required int Version { get; init; }

    /// <summary>The first information report's number, or null.</summary>
    public string? FirNumber { get; init; }

    /// <summary>The day of the first information report, or null.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The stages that it went through, the first first.</summary>
    public IReadOnlyList<StageEntered> Stages { get; init; } = [];

    /// <summary>The offences.</summary>
    public IReadOnlyList<CaseOffence> Offences { get; init; } = [];

    /// <summary>Who is suspected.</summary>
    public IReadOnlyList<Accused> Accused { get; init; } = [];

    /// <summary>The victims, by pseudonym and group.</summary>
    public IReadOnlyList<CaseVictim> Victims { get; init; } = [];

    /// <summary>The hearings.</summary>
    public IReadOnlyList<Hearing> Hearings { get; init; } = [];

    /// <summary>The orders that a victim be compensated.</summary>
    public IReadOnlyList<CompensationOrder> Orders { get; init; } = [];

    /// <summary>The appeals.</summary>
    public IReadOnlyList<Appeal> Appeals { get; init; } = [];

    /// <summary>The crossings of the border that belong to it.</summary>
    public IReadOnlyList<Guid> Crossings { get; init; } = [];

    /// <summary>What else it is connected with.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>The circle and province that it shall go to, or null.</summary>
    public PendingTransfer? Transfer { get; init; }

    /// <summary>What was done, of whom and on which day: what time limits are counted from.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>How often it was opened again.</summary>
    public int TimesReopened { get; init; }

    /// <summary>Why it ended, or null.</summary>
    public ClosingReason? ClosedFor { get; init; }

    /// <summary>The day on which its stage began.</summary>
    public DateOnly StageSince => Stages[^1].On;
}

/// <summary>A stage, and the day on which the case came to it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="On">The day.</param>
/// <param name="LeftOut">Why what the law puts before it was left out, or null.</param>
public sealed record StageEntered(CaseStage Stage, DateOnly On, string? LeftOut = null);

/// <summary>An offence of a case.</summary>
/// <param name="Law">The law.</param>
/// <param name="Section">The section.</param>
/// <param name="DroppedOn">The day on which it was dropped, or null.</param>
public sealed record CaseOffence(string Law, string Section, DateOnly? DroppedOn = null);

/// <summary>A suspected person.</summary>
public sealed record Accused
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Another name, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>The father's name, or null.</summary>
    public string? FatherName { get; init; }

    /// <summary>The sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The age group.</summary>
    public required AgeGroup AgeGroup { get; init; }

    /// <summary>Doc 9303-3 §5 code, or null.</summary>
    public string? Nationality { get; init; }

    /// <summary>A document's number, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>What they did.</summary>
    public required AccusedRole Role { get; init; }

    /// <summary>The day of the first arrest, or null.</summary>
    public DateOnly? ArrestedOn { get; init; }

    /// <summary>True while on bail.</summary>
    public bool IsOnBail { get; init; }

    /// <summary>True while they cannot be found.</summary>
    public bool IsAbsconding { get; init; }

    /// <summary>What they are charged with.</summary>
    public IReadOnlyList<ChargeState> Charges { get; init; } = [];

    /// <summary>True where a verdict of guilty stands.</summary>
    public bool IsConvicted => Charges.Any(charge => charge.Verdict == Cases.Verdict.Convicted);
}

/// <summary>How one charge against one accused stands.</summary>
/// <param name="Law">The law.</param>
/// <param name="Section">The section.</param>
/// <param name="SentUpOn">The day of the challan.</param>
/// <param name="FramedOn">The day on which it was framed, or null.</param>
/// <param name="Verdict">What holds now, or null where it is open.</param>
/// <param name="DecidedOn">The day of that verdict.</param>
/// <param name="Sentence">The sentence, or null.</param>
public sealed record ChargeState(string Law, string Section, DateOnly? SentUpOn = null, DateOnly? FramedOn = null, Verdict? Verdict = null, DateOnly? DecidedOn = null, Sentence? Sentence = null);

/// <summary>A sentence.</summary>
/// <param name="On">The day.</param>
/// <param name="PrisonMonths">Months, or null.</param>
/// <param name="IsForLife">True for life.</param>
/// <param name="Fine">Rupees, or null.</param>
public sealed record Sentence(DateOnly On, int? PrisonMonths = null, bool IsForLife = false, decimal? Fine = null);

/// <summary>A victim as the case knows them.</summary>
/// <param name="Pseudonym">The pseudonym.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeGroup">The age group.</param>
/// <param name="Forms">The forms of exploitation.</param>
/// <param name="StatementOn">The day of the statement before a court, or null.</param>
/// <param name="Shelter">The organisation that a court placed them with, or null.</param>
public sealed record CaseVictim(string Pseudonym, Sex Sex, AgeGroup AgeGroup, IReadOnlyList<ExploitationForm> Forms, DateOnly? StatementOn = null, string? Shelter = null);

/// <summary>A hearing.</summary>
/// <param name="Id">The key.</param>
/// <param name="On">The day.</param>
/// <param name="Court">Which court.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Outcome">What came of it; null where it is still to come.</param>
/// <param name="IsAdjourned">True where it was put off.</param>
public sealed record Hearing(Guid Id, DateOnly On, string Court, string Purpose, string? Outcome = null, bool IsAdjourned = false);

/// <summary>An order that a victim be compensated, and what was paid of it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Victim">The victim's pseudonym.</param>
/// <param name="Amount">Rupees ordered.</param>
/// <param name="Paid">Rupees paid.</param>
/// <param name="On">The day of the order.</param>
/// <param name="PaidOn">The day on which all of it was paid, or null.</param>
/// <param name="AccusedId">Who is to pay, or null.</param>
public sealed record CompensationOrder(Guid Id, string Victim, decimal Amount, decimal Paid, DateOnly On, DateOnly? PaidOn = null, Guid? AccusedId = null);

/// <summary>An appeal.</summary>
/// <param name="Id">The key.</param>
/// <param name="By">Who appeals.</param>
/// <param name="Court">Which court.</param>
/// <param name="Charges">Against which verdicts.</param>
/// <param name="On">The day on which it was filed.</param>
/// <param name="DecidedOn">The day on which it was decided, or null.</param>
public sealed record Appeal(Guid Id, AppealParty By, string Court, IReadOnlyList<Charge> Charges, DateOnly On, DateOnly? DecidedOn = null);

/// <summary>What a case, or one accused, is connected with.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Value">Which.</param>
/// <param name="AccusedId">Whose, or null.</param>
/// <param name="Relation">How, or null.</param>
public sealed record Lead(LeadKind Thing, string Value, Guid? AccusedId = null, string? Relation = null);

/// <summary>A transfer that the other circle has not taken yet.</summary>
/// <param name="Circle">Which circle.</param>
/// <param name="Province">Its province.</param>
/// <param name="On">The day on which it was asked.</param>
public sealed record PendingTransfer(string Circle, string Province, DateOnly On);

/// <summary>That something was done.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">The day.</param>
/// <param name="Subject">Of whom or of which order: an accused's or order's key, or a victim's pseudonym; null for the case.</param>
/// <param name="Word">What tells it apart from others of its kind: the verdict, who appeals, whether a challan is final; or null.</param>
public sealed record Mark(CaseEventKind Kind, DateOnly On, string? Subject = null, string? Word = null)
{
    /// <summary>The word of a final challan.</summary>
    public const string Final = "Final";

    /// <summary>The word of an interim challan.</summary>
    public const string Interim = "Interim";
}
