using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;

namespace Rahdari.Casework.Shelter.Storage;

/// <summary>A row of the victims' store. Each time it is written or deleted its hash is signed; before it is used it is held against the last hash signed.</summary>
internal abstract class ShelterRow
{
    /// <summary>What names it among the rows of its table.</summary>
    public abstract string Key();
}

internal sealed class OrganisationRow : ShelterRow
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required OrganisationKind Kind { get; init; }

    public required string Contact { get; set; }

    public required DateTimeOffset FoundedAt { get; init; }

    public required Guid KeyId { get; set; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>A <see cref="Keys.Roster"/>, sealed under the organisation's own key.</summary>
    public required byte[] Roster { get; set; }

    public override string Key() => Code;
}

internal sealed class MemberRow : ShelterRow
{
    public required string Organisation { get; init; }

    public required string Name { get; init; }

    public required byte[] PublicKey { get; set; }

    /// <summary>PKCS#8 under the passphrase.</summary>
    public required byte[] PrivateKey { get; set; }

    /// <summary>The organisation's keyring sealed to the member's public key; null until they are admitted.</summary>
    public byte[]? Keyring { get; set; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Wrong passphrases since the last right one.</summary>
    public int WrongTries { get; set; }

    public DateTimeOffset? NextTryAt { get; set; }

    public override string Key() => $"{Organisation}/{Name}";
}

internal sealed class FileRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required string Pseudonym { get; init; }

    /// <summary>The organisation that keeps it.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public override string Key() => $"{Id:N}";
}

internal sealed class SectionRow : ShelterRow
{
    public required Guid FileId { get; init; }

    public required FileSection Section { get; init; }

    public required Guid KeyId { get; set; }

    public required int Version { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }

    public required string WrittenBy { get; set; }

    public required byte[] Content { get; set; }

    public static string KeyOf(Guid fileId, FileSection section) => $"{fileId:N}/{section}";

    public override string Key() => KeyOf(FileId, Section);
}

internal sealed class WrapRow : ShelterRow
{
    public required Guid FileId { get; init; }

    public required FileSection Section { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The section's key.</summary>
    public required Guid KeyId { get; set; }

    /// <summary>The key of the organisation that it is wrapped to.</summary>
    public required Guid OrganisationKeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public static string KeyOf(Guid fileId, FileSection section, string organisation) => $"{fileId:N}/{section}/{organisation}";

    public override string Key() => KeyOf(FileId, Section, Organisation);
}

internal sealed class ConsentRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required Guid FileId { get; init; }

    public required Purpose Purpose { get; init; }

    public required string Recipient { get; init; }

    public required bool IsRefusal { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>A <see cref="ConsentDetails"/>, sealed for the organisation that keeps the file.</summary>
    public required byte[] Details { get; set; }

    public bool IsInForce(DateTimeOffset now) => !IsRefusal && RevokedAt is null && From <= now && now < Until;

    public override string Key() => $"{Id:N}";
}

internal sealed class ReferralRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required Guid FileId { get; init; }

    public required Guid ConsentId { get; init; }

    public required Purpose Purpose { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required ReferralState State { get; set; }

    public required DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>What the recipient must know to answer, sealed to its public key.</summary>
    public required byte[] Message { get; set; }

    public override string Key() => $"{Id:N}";
}

internal sealed class BedRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required string Organisation { get; init; }

    public required string Shelter { get; init; }

    public required string Room { get; init; }

    public required string Name { get; init; }

    public required Suitability Suitability { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which it is no more there, or null.</summary>
    public DateOnly? Until { get; set; }

    public override string Key() => $"{Id:N}";
}

/// <summary>That a bed is taken. Who takes it stands in what is sealed.</summary>
internal sealed class StayRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required string Organisation { get; init; }

    public required Guid BedId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The day of leaving, whose night the bed is free; null while they stay.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>A <see cref="StayDetails"/>, sealed for the organisation.</summary>
    public required byte[] Details { get; set; }

    public override string Key() => $"{Id:N}";
}

internal sealed class WaitingRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required string Organisation { get; init; }

    public required string Shelter { get; init; }

    public required Suitability Suitability { get; init; }

    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>A <see cref="WaitingDetails"/>, sealed for the organisation.</summary>
    public required byte[] Details { get; set; }

    public override string Key() => $"{Id:N}";
}

internal sealed class AlertRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required Guid AlertId { get; init; }

    public required Guid FileId { get; init; }

    public required string To { get; init; }

    public required AlertLevel Level { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>An <see cref="AlertContent"/>, sealed to the recipient's public key.</summary>
    public required byte[] Content { get; set; }

    public override string Key() => $"{Id:N}";
}

internal sealed class PoliceAlertRow : ShelterRow
{
    public required Guid Id { get; init; }

    public required string Circle { get; init; }

    public required string Pseudonym { get; init; }

    public required AlertLevel Level { get; init; }

    public required AlertKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key() => $"{Id:N}";
}
