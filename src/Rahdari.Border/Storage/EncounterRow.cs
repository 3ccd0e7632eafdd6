using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;

namespace Rahdari.Border.Storage;

/// <summary>An encounter as stored: what changes or is searched for in columns, the rest as JSON.</summary>
internal sealed class EncounterRow
{
    public required Guid Id { get; init; }

    public required string Port { get; init; }

    public required string Counter { get; init; }

    public required Direction Direction { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public required Guid TravellerId { get; init; }

    /// <summary>The advice at opening; the one in force follows from the reasons and the hits' states.</summary>
    public required AdviceLevel Advice { get; init; }

    /// <summary><see cref="EncounterContent"/>.</summary>
    public required string Content { get; set; }

    public required EncounterState State { get; set; }

    /// <summary>The idempotency key of the referral, once referred.</summary>
    public string? ReferralKey { get; set; }

    /// <summary>Why it was referred, where the officer said so.</summary>
    public string? ReferralReason { get; set; }

    public Guid? CrossingId { get; set; }
}
