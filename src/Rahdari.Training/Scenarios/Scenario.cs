using System.Text.Json.Serialization;
using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;

namespace Rahdari.Training.Scenarios;

/// <summary>One kind of traveller: what is true, what is shown and said, what is right to do, and why. Never given to a trainee before the decision.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // What is misspelt might have been the truth.
public sealed record Scenario
{
    /// <summary>Names it in reports: <c>chip-photo-exchanged</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>What the traveller is.</summary>
    public required ScenarioCategory Category { get; init; }

    /// <summary>How often it comes among those of its category, beside the others' weights.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Which way the traveller goes.</summary>
    public Direction Direction { get; init; } = Direction.Entry;

    /// <summary>The form of the document.</summary>
    public MrzFormat Format { get; init; } = MrzFormat.TD3;

    /// <summary>True of a child, whom an adult accompanies.</summary>
    public bool Minor { get; init; }

    /// <summary>The chip of the document and in what way it lies; null where it has none.</summary>
    public SpecimenLie? Chip { get; init; }

    /// <summary>What was done to the page.</summary>
    public Tampering Tampering { get; init; }

    /// <summary>How the traveller resembles somebody listed.</summary>
    public Likeness Likeness { get; init; }

    /// <summary>What is on record already.</summary>
    public Earlier Before { get; init; }

    /// <summary>The codes of the indicators that can be seen or heard.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>True where the sponsor that is named must be noted.</summary>
    public bool SponsorToNote { get; init; }

    /// <summary>The decisions that are right.</summary>
    public required IReadOnlyList<DecisionKind> Right { get; init; }

    /// <summary>True where the second line is to speak with the traveller apart from whoever travels along.</summary>
    [JsonIgnore]
    public bool NeedsInterview => Category == ScenarioCategory.Indicator && !Right.Contains(DecisionKind.Pass);

    /// <summary>What the counter advises once everything that shows was noted.</summary>
    public required AdviceLevel Advice { get; init; }

    /// <summary>Codes that are among its reasons then.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>What the person shows and how they behave.</summary>
    public required BothLanguages Shows { get; init; }

    /// <summary>What the person says.</summary>
    public required BothLanguages Says { get; init; }

    /// <summary>What is to be learnt, told after the decision.</summary>
    public required BothLanguages Teaches { get; init; }

    /// <summary>Where that comes from, beside the sources of the rules and indicators themselves; null where those say it all.</summary>
    public string? Source { get; init; }
}
