using Rahdari.Border.Encounters;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Scoring;

/// <summary>A decision of a trainee, held against the truth. Given to the trainee with the truth once it was taken.</summary>
public sealed record Mark
{
    /// <summary>Which traveller of the lesson: 1 for the first.</summary>
    public required int Position { get; init; }

    /// <summary>The scenario's code.</summary>
    public required string Scenario { get; init; }

    /// <summary>What it is called.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>What the traveller was.</summary>
    public required ScenarioCategory Category { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Decision { get; init; }

    /// <summary>True where an interview was asked for.</summary>
    public required bool Interview { get; init; }

    /// <summary>True where an interview was to be asked for.</summary>
    public required bool InterviewIsRight { get; init; }

    /// <summary>What would have been right.</summary>
    public required IReadOnlyList<DecisionKind> RightDecisions { get; init; }

    /// <summary>From the traveller's coming to the decision.</summary>
    public required int Seconds { get; init; }

    /// <summary>In what ways it was not right; empty where it was.</summary>
    public required IReadOnlyList<MissKind> Misses { get; init; }

    /// <summary>Signs that showed and were not noted.</summary>
    public required IReadOnlyList<string> NotNoted { get; init; }

    /// <summary>Signs that were noted and did not show.</summary>
    public required IReadOnlyList<string> Unfounded { get; init; }

    /// <summary>What is to be learnt.</summary>
    public required BothLanguages Teaches { get; init; }

    /// <summary>The rules and indicators behind it, each with its source.</summary>
    public required IReadOnlyList<RuleTold> Rules { get; init; }

    /// <summary>True where nothing was missed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRight => Misses.Count == 0;
}
