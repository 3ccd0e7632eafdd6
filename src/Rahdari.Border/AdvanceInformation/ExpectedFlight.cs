namespace Rahdari.Border.AdvanceInformation;

/// <summary>A flight of which a carrier announced who comes. Nobody is named.</summary>
/// <param name="Flight">Carrier and number, as announced.</param>
/// <param name="Day">The day of arrival, of the place's own clock.</param>
/// <param name="Arrival">The time of arrival as announced.</param>
/// <param name="Origin">The last port abroad.</param>
/// <param name="Destination">The first port in the country.</param>
/// <param name="Absent">Travellers who were announced and are not on board.</param>
/// <param name="Passengers">Passengers, in transit too.</param>
/// <param name="Crew">Crew.</param>
/// <param name="Hits">Travellers who resemble somebody on a watchlist, or whose document is reported.</param>
public sealed record ExpectedFlight(string Flight, DateOnly Day, string Arrival, string Origin, string Destination, int Absent, int Passengers, int Crew, int Hits);
