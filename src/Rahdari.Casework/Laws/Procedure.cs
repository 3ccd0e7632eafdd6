using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Laws;

/// <summary>How a case goes from the first report to its end: which step may be taken at which stage, where it leads, and within what time.</summary>
public sealed record Procedure
{
    /// <summary>The name in this system: <c>CRPC-1898</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its title.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>The steps that a stage has; a step that is not here may be taken at every stage that is not closed.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Within what time what must follow.</summary>
    public required IReadOnlyList<TimeLimit> TimeLimits { get; init; }

    /// <summary>The rule of a step, or null where it may be taken at every stage.</summary>
    public Step? Of(CaseEventKind kind) => Steps.FirstOrDefault(step => step.Event == kind);
}

/// <summary>What may be done at which stage.</summary>
/// <param name="Event">What is done.</param>
/// <param name="At">The stages at which it is done in order. At any other stage before them it needs a reason why what lies between was left out.</param>
/// <param name="Source">Where it says so.</param>
/// <param name="To">The stage that it leads to; null where the stage stays.</param>
public sealed record Step(CaseEventKind Event, IReadOnlyList<CaseStage> At, string Source, CaseStage? To = null);

/// <summary>Within what time what must follow.</summary>
/// <param name="Code">The name, unique in a procedure: <c>REPORT-17</c>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="From">What the time runs from.</param>
/// <param name="Until">What ends it, the first of them.</param>
/// <param name="Days">How many days, the day of <paramref name="From"/> not counted.</param>
/// <param name="Each">What it runs for: the case once, each accused, or each victim.</param>
/// <param name="Lapses">True for a right that ends with the time, such as to appeal; false for a duty, which is overdue then.</param>
/// <param name="Source">Where it says so.</param>
/// <param name="OnlyFrom">It runs only from an event with one of these words: <c>Acquitted</c> of a verdict; null for any.</param>
/// <param name="OnlyUntil">Only an event with one of these words, or without any, ends it: <c>Accused</c> of an appeal, <c>Final</c> of a challan; null for any.</param>
public sealed record TimeLimit(
    string Code,
    BothLanguages Title,
    CaseEventKind From,
    IReadOnlyList<CaseEventKind> Until,
    int Days,
    LimitSubject Each,
    bool Lapses,
    string Source,
    IReadOnlyList<string>? OnlyFrom = null,
    IReadOnlyList<string>? OnlyUntil = null);

/// <summary>What a time limit runs for.</summary>
public enum LimitSubject
{
    /// <summary>The case.</summary>
    Case,

    /// <summary>Each accused.</summary>
    Accused,

    /// <summary>Each victim.</summary>
    Victim,

    /// <summary>Each order of a court, of compensation.</summary>
    Order,
}
