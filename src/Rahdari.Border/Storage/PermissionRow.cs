using Rahdari.Border.Permissions;
using Rahdari.Dates;

namespace Rahdari.Border.Storage;

/// <summary>A permission as stored; only its revocation is ever added.</summary>
internal sealed class PermissionRow
{
    public required Guid Id { get; init; }

    public required string Node { get; init; }

    public required string Authority { get; init; }

    public required string Number { get; init; }

    /// <summary>The number as a visa's zone carries it: letters and digits alone, in upper case.</summary>
    public required string NumberAsRead { get; init; }

    public required string Class { get; init; }

    public required string IssuingState { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Nationality { get; init; }

    public required string PrimaryIdentifier { get; init; }

    public required string SecondaryIdentifier { get; init; }

    public required PartialDate DateOfBirth { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidUntil { get; init; }

    public required int? Entries { get; init; }

    public required int? StayDays { get; init; }

    /// <summary>UN/LOCODEs, a blank between them.</summary>
    public required string Ports { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevokedReason { get; set; }

    /// <summary>The number of its latest change among those of its node's permissions and extensions together: what was added or revoked since a number has a higher one.</summary>
    public long Sequence { get; set; }

    /// <summary>As it was signed: without what was added.</summary>
    public Permission Fact() => Read() with { RevokedAt = null, RevokedBy = null, RevokedReason = null };

    public Permission Read() => new()
    {
        Id = Id,
        Node = Node,
        Authority = Authority,
        Number = Number,
        Class = Class,
        IssuingState = IssuingState,
        DocumentNumber = DocumentNumber,
        Nationality = Nationality,
        PrimaryIdentifier = PrimaryIdentifier,
        SecondaryIdentifier = SecondaryIdentifier,
        DateOfBirth = DateOfBirth,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
        Entries = Entries,
        StayDays = StayDays,
        Ports = Ports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
        RevokedAt = RevokedAt,
        RevokedBy = RevokedBy,
        RevokedReason = RevokedReason,
    };
}
