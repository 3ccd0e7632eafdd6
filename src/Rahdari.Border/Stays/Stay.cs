namespace Rahdari.Border.Stays;

/// <summary>An entry that no exit has ended.</summary>
/// <param name="EntryId">The crossing that began it.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="EntryPort">UN/LOCODE.</param>
/// <param name="PermittedUntil">The last permitted day, as extended, or null where none is counted.</param>
/// <param name="DaysOver">Days past the last permitted day as of the asking; 0 where within.</param>
/// <param name="EnteredBy">By which permission they entered; null where none was named.</param>
/// <param name="ExtendedBy">The extension that set the last day, by authority and reference; null where none did.</param>
public sealed record Stay(Guid EntryId, DateTimeOffset EnteredAt, string EntryPort, DateOnly? PermittedUntil, int DaysOver, string? EnteredBy = null, string? ExtendedBy = null);
