using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>A possible match of a traveller with a watchlist entry, until a supervisor has resolved it and after.</summary>
public sealed record ScreeningHit
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The encounter.</summary>
    public required Guid EncounterId { get; init; }

    /// <summary>The run that found it in the country, after the encounter was decided; null where it was found at the counter.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The list: <c>un</c>.</summary>
    public required string List { get; init; }

    /// <summary>The version of the list that was in force.</summary>
    public required int ListVersion { get; init; }

    /// <summary>The list's own reference: <c>QDi.430</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>The entry's primary name.</summary>
    public required string PrimaryName { get; init; }

    /// <summary>The match with its explanation, as it was when screened.</summary>
    public required Hit Match { get; init; }

    /// <summary>Where it stands.</summary>
    public required HitState State { get; init; }

    /// <summary>That the traveller and the entry were vetted before, and what has changed since; null where they never were.</summary>
    public DismissedBefore? Before { get; init; }

    /// <summary>The order that bars leaving, as it was when screened; null where the entry is of none.</summary>
    public ListedOrder? Order { get; init; }

    /// <summary>Who resolved it, or null.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>When; UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Why; required to resolve.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where a hit stands.</summary>
public enum HitState
{
    /// <summary>Nobody has looked; the traveller may not pass.</summary>
    Open,

    /// <summary>Not this person.</summary>
    Dismissed,

    /// <summary>This person; only a supervisor decides.</summary>
    Confirmed,

    /// <summary>Dismissed at an earlier encounter, and nothing has changed since: recorded, and alerts nobody.</summary>
    Suppressed,
}
