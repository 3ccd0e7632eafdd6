namespace Rahdari.Casework.Shelter.Beds;

/// <summary>A place in the waiting list of a shelter.</summary>
/// <param name="Id">A UUID of whoever adds it.</param>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="Shelter">The shelter.</param>
/// <param name="Suitability">Which beds.</param>
/// <param name="Since">Since when; UTC.</param>
public sealed record WaitingPlace(Guid Id, Guid FileId, string Pseudonym, string Shelter, Suitability Suitability, DateTimeOffset Since);
