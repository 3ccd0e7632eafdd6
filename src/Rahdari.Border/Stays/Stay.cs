namespace Rahdari.Border.Stays;

/// <summary>An entry and, once left, its exit.</summary>
/// <param name="EntryId">The crossing that began it.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="EntryPort">UN/LOCODE.</param>
/// <param name="PermittedUntil">The last permitted day, or null where none is counted.</param>
/// <param name="DaysOver">Days past the last permitted day as of the asking; 0 where within.</param>
public sealed record Stay(Guid EntryId, DateTimeOffset EnteredAt, string EntryPort, DateOnly? PermittedUntil, int DaysOver);
