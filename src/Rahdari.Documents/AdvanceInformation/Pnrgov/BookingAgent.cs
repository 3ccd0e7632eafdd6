namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>Who made a booking (ORG).</summary>
/// <param name="System">The company or reservation system.</param>
/// <param name="SystemPlace">Its place.</param>
/// <param name="Number">The agency's IATA number.</param>
/// <param name="Office">The system's own name of the office.</param>
/// <param name="Place">The agency's city.</param>
/// <param name="Country">The agency's country.</param>
public sealed record BookingAgent(string System, string SystemPlace, string Number, string Office, string Place, string Country);
