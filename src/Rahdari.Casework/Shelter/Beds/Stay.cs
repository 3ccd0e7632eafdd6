namespace Rahdari.Casework.Shelter.Beds;

/// <summary>A stay in a shelter.</summary>
/// <param name="Id">A UUID of whoever begins it.</param>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="BedId">The bed.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day of leaving, whose night the bed is free; null while they stay.</param>
/// <param name="End">How it ended; null while they stay.</param>
public sealed record Stay(Guid Id, Guid FileId, string Pseudonym, Guid BedId, DateOnly From, DateOnly? Until, StayEnd? End);

/// <summary>How a stay ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Destination">Where to.</param>
/// <param name="FollowUpDue">When they are asked how they are, where they agree; or null.</param>
/// <param name="FollowedUpOn">When they were; or null.</param>
/// <param name="Note">More; or null.</param>
public sealed record StayEnd(ExitReason Reason, DestinationKind Destination, DateOnly? FollowUpDue, DateOnly? FollowedUpOn, string? Note);

/// <summary>Why a stay ended.</summary>
public enum ExitReason
{
#pragma warning disable CS1591 // The names are those of the field.
    OwnWish,
    PlanFulfilled,
    Returned,
    MovedToOtherShelter,
    MovedToOtherBed,
    CourtOrder,
    Disappeared,
    Died,
    Other,
#pragma warning restore CS1591
}

/// <summary>Where somebody went.</summary>
public enum DestinationKind
{
#pragma warning disable CS1591 // The names are those of the field.
    Unknown,
    OwnHome,
    Family,
    OtherShelter,
    SameShelter,
    Hospital,
    CountryOfOrigin,
    Custody,
    Other,
#pragma warning restore CS1591
}

/// <summary>What of a stay rests sealed.</summary>
internal sealed record StayDetails(Guid FileId, string Pseudonym, StayEnd? End);

/// <summary>What of a place in the waiting list rests sealed.</summary>
internal sealed record WaitingDetails(Guid FileId, string Pseudonym);
