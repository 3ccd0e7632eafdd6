using Rahdari.Border.Permissions;

namespace Rahdari.Border.Storage;

/// <summary>An extension of a stay as stored; only its revocation is ever added.</summary>
internal sealed class StayExtensionRow
{
    public required Guid Id { get; init; }

    public required string Node { get; init; }

    public required string Authority { get; init; }

    public required string Reference { get; init; }

    public required string IssuingState { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>The instant at which the day after <see cref="DecidedOn"/> begins at the port: who entered before it had entered by then.</summary>
    public required DateTimeOffset DecidedBefore { get; init; }

    public required DateOnly Until { get; init; }

    public required string LegalBasis { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevokedReason { get; set; }

    /// <summary>The number of its latest change among those of its node's permissions and extensions together: what was added or revoked since a number has a higher one.</summary>
    public long Sequence { get; set; }

    /// <summary>As it was signed: without what was added.</summary>
    public StayExtension Fact() => Read() with { RevokedAt = null, RevokedBy = null, RevokedReason = null };

    public StayExtension Read() => new()
    {
        Id = Id,
        Node = Node,
        Authority = Authority,
        Reference = Reference,
        IssuingState = IssuingState,
        DocumentNumber = DocumentNumber,
        DecidedOn = DecidedOn,
        Until = Until,
        LegalBasis = LegalBasis,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
        RevokedAt = RevokedAt,
        RevokedBy = RevokedBy,
        RevokedReason = RevokedReason,
    };
}
