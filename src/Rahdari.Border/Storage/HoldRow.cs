using System.Text.Json;
using Rahdari.Border.Retention;

namespace Rahdari.Border.Storage;

/// <summary>A legal hold as stored; only its lifting is ever added. Never purged.</summary>
internal sealed class HoldRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>The <see cref="HoldTerms"/> as JSON.</summary>
    public required string Terms { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required string PlacedBy { get; init; }

    public string? LiftReference { get; set; }

    public string? LiftReason { get; set; }

    public string? LiftAskedBy { get; set; }

    public DateTimeOffset? LiftAskedAt { get; set; }

    public string? LiftedBy { get; set; }

    public DateTimeOffset? LiftedAt { get; set; }

    public HoldTerms ReadTerms() => JsonSerializer.Deserialize(Terms, BorderJson.Default.HoldTerms)!;

    public LegalHold Read() => new(
        Id,
        Number,
        ReadTerms(),
        PlacedAt,
        PlacedBy,
        LiftAskedBy is null ? null : new HoldLifting(LiftReference!, LiftReason!, LiftAskedBy, LiftAskedAt!.Value, LiftedBy, LiftedAt));
}
