using System.Text.Json.Serialization;
using Rahdari.Casework.Cases;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Interviews;

/// <summary>All that an interviewer writes down. While it goes on it rests encrypted; once it ends, each receives of it what concerns them, and nobody else keeps any.</summary>
public sealed record InterviewTold
{
    /// <summary>How it went.</summary>
    public InterviewCourse Course { get; init; }

    /// <summary>In which language: its code of two or three letters (ISO 639).</summary>
    public string? Language { get; init; }

    /// <summary>The interpreter, or null where none was needed. Nobody who travels with the person interprets for them.</summary>
    public string? Interpreter { get; init; }

    /// <summary>True where neither the interpreter nor anybody else in the room travels with the person.</summary>
    public bool IsApart { get; init; }

    /// <summary>For a child: the guardian or child protection officer who is with it.</summary>
    public string? With { get; init; }

    /// <summary>The sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>The age group.</summary>
    public AgeGroup AgeGroup { get; init; }

    /// <summary>What was answered, question by question.</summary>
    public IReadOnlyList<InterviewAnswer> Answers { get; init; } = [];

    /// <summary>What cannot wait.</summary>
    public IReadOnlyList<UrgentNeed> Needs { get; init; } = [];

    /// <summary>What the interviewer thinks; null while it is open.</summary>
    public InterviewOutcome? Outcome { get; init; }

    /// <summary>Why; of an interview that was not held, why not. Read by the circle: names no victim.</summary>
    public string? Why { get; init; }

    /// <summary>The forms of exploitation that are suspected.</summary>
    public IReadOnlyList<ExploitationForm> Forms { get; init; } = [];

    /// <summary>Who recruits, transports, receives, threatens: what the circle needs. Names no victim.</summary>
    public string? Suspicion { get; init; }

    /// <summary>The circle that it goes to.</summary>
    public string? Circle { get; init; }

    /// <summary>The province, as ISO 3166-2 has it.</summary>
    public string? Province { get; init; }

    /// <summary>True where the person agrees that the circle asks for them, through who helps them.</summary>
    public bool MayBeAsked { get; init; }

    /// <summary>The organisation that shall help, or null where the person wants none.</summary>
    public string? Organisation { get; init; }

    /// <summary>True where the person agrees that this organisation learns who they are and what they said.</summary>
    public bool MayBeTold { get; init; }

    /// <summary>For a child: why it is in its best interests to tell the organisation without that, or to tell none.</summary>
    public string? BestInterests { get; init; }

    /// <summary>True for a child, and where nobody knows: in doubt they are treated as one (UNICEF, Guidelines on the Protection of Child Victims of Trafficking, 2006).</summary>
    [JsonIgnore]
    public bool IsMinor => AgeGroup is AgeGroup.Child or AgeGroup.Adolescent or AgeGroup.Unknown;

    /// <summary>True where the person may be a victim, whatever else.</summary>
    [JsonIgnore]
    public bool IsOfVictim => Outcome is InterviewOutcome.PossibleVictim or InterviewOutcome.Both;
}

/// <summary>An answer.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Text">What was answered; empty where the person did not want to.</param>
/// <param name="IsDeclined">True where the person did not want to answer.</param>
public sealed record InterviewAnswer(string Question, string Text, bool IsDeclined = false);

/// <summary>Who was spoken with, as the document at the counter says.</summary>
/// <param name="Primary">The primary identifier.</param>
/// <param name="Secondary">The secondary identifier; may be empty.</param>
/// <param name="DateOfBirth">As far as it is known, or null.</param>
/// <param name="Nationality">Three letters of Doc 9303-3, or null.</param>
/// <param name="DocumentNumber">The document's number.</param>
/// <param name="Sex">The sex.</param>
public sealed record Interviewed(string Primary, string Secondary, string? DateOfBirth, string? Nationality, string DocumentNumber, Sex Sex)
{
    /// <summary>True where the document says that they may be under 18 on a day.</summary>
    public bool MayBeUnder18(DateOnly today) => DateOfBirth is { } born && PartialDate.TryParse(born, out var date) && (AgeGroups.On(today, date) is AgeGroup.Child or AgeGroup.Adolescent);

    /// <summary>The whole name.</summary>
    [JsonIgnore]
    public string Name => $"{Secondary} {Primary}".Trim();
}
