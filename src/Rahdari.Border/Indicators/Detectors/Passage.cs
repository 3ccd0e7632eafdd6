using Rahdari.Border.Crossings;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>
/// What detectors may know of a crossing. It has no nationality, no religion and no sex, so that none of them can be a condition; of age it has only that
/// somebody is a minor.
/// </summary>
internal sealed record Passage
{
    /// <summary>The crossing; of the encounter at hand the encounter.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person, by whatever document.</summary>
    public required Guid Person { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day at the port.</summary>
    public required DateOnly Day { get; init; }

    public required string Port { get; init; }

    public required string Counter { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>The conveyance with its day; null where nobody told.</summary>
    public string? Conveyance { get; init; }

    public required bool IsMinor { get; init; }

    /// <summary>The document's series: who issues it, so that numbers of two issuers are not compared.</summary>
    public required string Series { get; init; }

    /// <summary>The document's number, letters and digits alone.</summary>
    public required string Number { get; init; }

    /// <summary>The parts of the name, by which relatives are told from strangers.</summary>
    public required IReadOnlyList<string> NameParts { get; init; }

    /// <summary>The number of the document of whoever the traveller said they travel with.</summary>
    public string? TravelsWith { get; init; }

    /// <summary>True of a minor who left on a recorded consent that names the adult.</summary>
    public bool IsConsented { get; init; }

    /// <summary>True where nothing was recorded of the person before.</summary>
    public bool IsFirst { get; init; }

    public PassageSeen Seen => new(Id, Day, Port, Direction);

    public bool SharesName(Passage other) => NameParts.Intersect(other.NameParts).Any();
}
