using Rahdari.Documents.Inspection;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>What a carrier announced of the holder of the document, as the counter shows it.</summary>
/// <param name="Flight">Carrier and number.</param>
/// <param name="Day">The day of arrival.</param>
/// <param name="Seat">The seat; empty where none was told.</param>
/// <param name="Holder">Whom.</param>
/// <param name="Boarding">What the carrier said last of whether the holder comes.</param>
public sealed record AnnouncedSeen(string Flight, DateOnly Day, string Seat, AnnouncedHolder Holder, Boarding Boarding);
