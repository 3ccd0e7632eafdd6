namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>A form of payment (FOP).</summary>
/// <param name="Kind">CC credit card, CA cash …, as written.</param>
/// <param name="Vendor">The card's company; empty where there is none.</param>
/// <param name="Account">The account's last four characters, the others as X: a whole card number is never kept.</param>
/// <param name="Expiry">The card's month and year, as written.</param>
public sealed record BookingPayment(string Kind, string Vendor, string Account, string Expiry);
