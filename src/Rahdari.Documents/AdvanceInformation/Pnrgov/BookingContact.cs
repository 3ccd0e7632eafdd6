namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>How somebody of a booking is reached (ADD, SSR CTCE, CTCM, CTCR).</summary>
/// <param name="Kind">The code of the address (700 mailing, 701 billing, 702 home) or of the request (CTCE), as written.</param>
/// <param name="Text">The address or number, its parts separated by a comma.</param>
/// <param name="Country">The country; empty where none is told.</param>
/// <param name="Telephone">The telephone with an address; empty where there is none.</param>
public sealed record BookingContact(string Kind, string Text, string Country, string Telephone);
