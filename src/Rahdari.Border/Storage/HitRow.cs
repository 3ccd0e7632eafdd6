using Rahdari.Border.Screening;

namespace Rahdari.Border.Storage;

/// <summary>A hit as stored.</summary>
internal sealed class HitRow
{
    public required Guid Id { get; init; }

    public required Guid EncounterId { get; init; }

    public required string Port { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public required string List { get; init; }

    public required int ListVersion { get; init; }

    public required string Reference { get; init; }

    public required string PrimaryName { get; init; }

    /// <summary>The <see cref="Matching.Hit"/> as JSON.</summary>
    public required string Match { get; init; }

    public required HitState State { get; set; }

    public string? ResolvedBy { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? Reason { get; set; }
}
