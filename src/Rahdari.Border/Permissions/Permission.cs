using Rahdari.Dates;

namespace Rahdari.Border.Permissions;

/// <summary>A visa or permit that an authority issued to a person: a signed fact. Nothing of it is ever changed; it may be revoked.</summary>
public sealed record Permission
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that recorded it.</summary>
    public required string Node { get; init; }

    /// <summary>Who issued it, e.g. a mission; with the number it names the permission.</summary>
    public required string Authority { get; init; }

    /// <summary>Its number, as it stands on the sticker or in the notice.</summary>
    public required string Number { get; init; }

    /// <summary>The code of its <see cref="PermissionClass"/>.</summary>
    public required string Class { get; init; }

    /// <summary>The State that issued the document to which it is bound.</summary>
    public required string IssuingState { get; init; }

    /// <summary>That document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The holder's nationality.</summary>
    public required string Nationality { get; init; }

    /// <summary>Surname, as in the document's zone.</summary>
    public required string PrimaryIdentifier { get; init; }

    /// <summary>Given names.</summary>
    public required string SecondaryIdentifier { get; init; }

    /// <summary>Date of birth.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>The first day on which the holder may enter by it.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last one.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>How often it lets enter; what its class says where null.</summary>
    public int? Entries { get; init; }

    /// <summary>Days of one stay; what its class says where null.</summary>
    public int? StayDays { get; init; }

    /// <summary>The ports (UN/LOCODE) at which it may be used; those of its class where empty.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

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
