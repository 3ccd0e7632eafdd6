namespace Rahdari.Border.Stays;

/// <summary>Somebody who is in the country past the last permitted day.</summary>
/// <param name="TravellerId">Who.</param>
/// <param name="EntryId">The crossing by which they entered.</param>
/// <param name="Name">As their document had it then, surname first.</param>
/// <param name="Nationality">As read.</param>
/// <param name="IssuingState">The State that issued the document, as read.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="EntryPort">UN/LOCODE.</param>
/// <param name="PermittedUntil">The last permitted day.</param>
/// <param name="DaysOver">Days past it, as of today at the port.</param>
public sealed record Overstay(
    Guid TravellerId,
    Guid EntryId,
    string Name,
    string Nationality,
    string IssuingState,
    string DocumentNumber,
    DateTimeOffset EnteredAt,
    string EntryPort,
    DateOnly PermittedUntil,
    int DaysOver);
