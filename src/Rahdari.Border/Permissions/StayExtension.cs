namespace Rahdari.Border.Permissions;

/// <summary>That an authority let somebody stay longer than they were allowed on entry: a signed fact. Nothing of it is ever changed; it may be revoked.</summary>
/// <remarks>
/// It lengthens the stay in which it was decided, whichever reaches this site first, the extension or the record of the entry.
/// </remarks>
public sealed record StayExtension
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that recorded it.</summary>
    public required string Node { get; init; }

    /// <summary>Who decided; with the reference it names the extension.</summary>
    public required string Authority { get; init; }

    /// <summary>The authority's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The State that issued the document on which it was granted.</summary>
    public required string IssuingState { get; init; }

    /// <summary>That document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The day on which it was decided.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last day of the stay now.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Where it is laid down that it may be granted, or why it was.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>When it was recorded here; UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was revoked; UTC, null where it stands.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Who recorded that.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>Why.</summary>
    public string? RevokedReason { get; init; }
}
