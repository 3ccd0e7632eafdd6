namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>A flight of an itinerary (TVL).</summary>
/// <param name="Number">Carrier and number: <c>PK301</c>.</param>
/// <param name="Class">The class of booking; empty where there is none.</param>
/// <param name="From">The port of departure.</param>
/// <param name="To">The port of arrival.</param>
/// <param name="Departure">In the port's own time, or null.</param>
/// <param name="Arrival">In the port's own time, or null where it is not told.</param>
public sealed record BookedFlight(string Number, string Class, string From, string To, AdvanceTime? Departure, AdvanceTime? Arrival);
