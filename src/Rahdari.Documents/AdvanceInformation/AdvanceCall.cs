namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A port that a flight calls at.</summary>
/// <param name="Kind">What the port is to the flight (LOC 3227).</param>
/// <param name="Port">The airport, as written (IATA's three letters or ICAO's four).</param>
/// <param name="Arrival">When the flight arrives, or null.</param>
/// <param name="Departure">When it leaves, or null.</param>
public sealed record AdvanceCall(string Kind, string Port, AdvanceTime? Arrival, AdvanceTime? Departure)
{
    /// <summary>The last port abroad.</summary>
    public const string LastDeparture = "125";

    /// <summary>The first port in the country.</summary>
    public const string FirstArrival = "87";

    /// <summary>A further port in the country.</summary>
    public const string Next = "92";

    /// <summary>The last port of the flight.</summary>
    public const string Final = "130";
}
