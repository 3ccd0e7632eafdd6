using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening.Vetting;

/// <summary>That a traveller is not a listed person, as a supervisor decided when dismissing a hit; until either changes the entry does not alert for this traveller again.</summary>
public sealed record VettedDecision
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The hit that was dismissed.</summary>
    public required Guid HitId { get; init; }

    /// <summary>The encounter of that hit.</summary>
    public required Guid EncounterId { get; init; }

    /// <summary>The traveller.</summary>
    public required Guid TravellerId { get; init; }

    /// <summary>The name in the document that was screened.</summary>
    public required string Name { get; init; }

    /// <summary>The date of birth in it.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>The nationality in it.</summary>
    public required string Nationality { get; init; }

    /// <summary>The sex in it.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The list: <c>un</c>.</summary>
    public required string List { get; init; }

    /// <summary>The version of the list that was in force.</summary>
    public required int ListVersion { get; init; }

    /// <summary>The list's own reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The entry's primary name.</summary>
    public required string EntryName { get; init; }

    /// <summary>When; UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who dismissed the hit.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day, at the port, on which it keeps the entry from alerting; null where no end was set.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Whether it still keeps the entry from alerting.</summary>
    public required VettedState State { get; init; }

    /// <summary>How often it has.</summary>
    public required int Suppressions { get; init; }

    /// <summary>When it was withdrawn; UTC, or null.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Who withdrew it, or null.</summary>
    public required string? WithdrawnBy { get; init; }

    /// <summary>Why it was withdrawn, or null.</summary>
    public required string? WithdrawnReason { get; init; }
}

/// <summary>Whether a vetted decision keeps its entry from alerting, as far as lists and time say: the traveller's next document may still change it.</summary>
public enum VettedState
{
    /// <summary>It does.</summary>
    Standing,

    /// <summary>A supervisor took it back.</summary>
    Withdrawn,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>The entry has changed or has left its list.</summary>
    EntryChanged,

    /// <summary>A supervisor has confirmed another hit of the traveller on the entry.</summary>
    Confirmed,
}
