namespace Rahdari.Border.Stays;

/// <summary>A stay that no exit has ended, as a list shows it.</summary>
/// <param name="TravellerId">Who.</param>
/// <param name="EntryId">The crossing by which they entered.</param>
/// <param name="Name">As their document had it then, surname first.</param>
/// <param name="Nationality">As read.</param>
/// <param name="IssuingState">The State that issued the document, as read.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="EntryPort">UN/LOCODE.</param>
/// <param name="EnteredBy">By which permission they entered; null where none was named.</param>
/// <param name="PermittedUntil">The last permitted day, as extended; null where none is counted.</param>
/// <param name="DaysOver">Days past it, as of today at the port; 0 where within, or where they have left without its being recorded.</param>
public sealed record ListedStay(
    Guid TravellerId,
    Guid EntryId,
    string Name,
    string Nationality,
    string IssuingState,
    string DocumentNumber,
    DateTimeOffset EnteredAt,
    string EntryPort,
    string? EnteredBy,
    DateOnly? PermittedUntil,
    int DaysOver);
