namespace Rahdari.Casework.Shelter.Beds;

/// <summary>A bed.</summary>
/// <param name="Id">A UUID of whoever adds it.</param>
/// <param name="Shelter">The shelter, by a name that does not tell where it is.</param>
/// <param name="Room">The room.</param>
/// <param name="Name">The bed in the room.</param>
/// <param name="Suitability">For whom.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it is no more there; or null.</param>
public sealed record Bed(Guid Id, string Shelter, string Room, string Name, Suitability Suitability, DateOnly From, DateOnly? Until);
