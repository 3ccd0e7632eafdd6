using Rahdari.Border.Screening.Vetting;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Storage;

/// <summary>A vetted decision as stored; only its withdrawal is ever added.</summary>
internal sealed class VettedRow
{
    public required Guid Id { get; init; }

    public required Guid HitId { get; init; }

    public required Guid EncounterId { get; init; }

    public required Guid TravellerId { get; init; }

    public required string Name { get; init; }

    public required PartialDate DateOfBirth { get; init; }

    public required string Nationality { get; init; }

    public required Sex Sex { get; init; }

    public required string PersonalNumber { get; init; }

    public required string List { get; init; }

    public required int ListVersion { get; init; }

    public required string Reference { get; init; }

    public required string EntryName { get; init; }

    /// <summary>The <see cref="WatchlistEntryRow.ContentHash"/> of the entry in the version screened.</summary>
    public required string EntryHash { get; init; }

    /// <summary>Traveller's name, entry's name and reference in upper case, a line each, for searching.</summary>
    public required string SearchText { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    public required DateOnly? Until { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawnReason { get; set; }

    public ScreenedIdentity Identity => new(Name, DateOfBirth, Nationality, Sex, PersonalNumber);
}
