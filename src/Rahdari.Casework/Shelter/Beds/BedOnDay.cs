namespace Rahdari.Casework.Shelter.Beds;

/// <summary>A bed in the night after a day.</summary>
/// <param name="Bed">The bed.</param>
/// <param name="Stay">Who stays in it; null where it is free.</param>
public sealed record BedOnDay(Bed Bed, Stay? Stay);
