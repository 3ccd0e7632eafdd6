using Rahdari.Border.Screening;

namespace Rahdari.Border.Storage;

/// <summary>A hit as stored.</summary>
internal sealed class HitRow
{
    public required Guid Id { get; init; }

    public required Guid EncounterId { get; init; }

    public required string Port { get; init; }

    /// <summary>The run that found it once the encounter was decided; null where it was found in the encounter.</summary>
    public Guid? RunId { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public required string List { get; init; }

    public required int ListVersion { get; init; }

    public required string Reference { get; init; }

    public required string PrimaryName { get; init; }

    /// <summary>The <see cref="Matching.Hit"/> as JSON.</summary>
    public required string Match { get; init; }

    public required HitState State { get; set; }

    /// <summary>The vetted decision that keeps it from alerting; only where <see cref="HitState.Suppressed"/>.</summary>
    public Guid? VettedId { get; init; }

    /// <summary>The <see cref="Screening.Vetting.DismissedBefore"/> as JSON, where the traveller and the entry were vetted before.</summary>
    public string? Before { get; init; }

    /// <summary>The <see cref="ExitControl.ListedOrder"/> as JSON, where the entry is of an order that bars leaving.</summary>
    public string? Order { get; init; }

    public string? ResolvedBy { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? Reason { get; set; }
}
