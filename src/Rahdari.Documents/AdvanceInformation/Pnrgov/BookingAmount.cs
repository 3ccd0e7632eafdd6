namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>An amount (MON).</summary>
/// <param name="Kind">B base fare, T total, as written.</param>
/// <param name="Amount">As written.</param>
/// <param name="Currency">ISO 4217; empty where none is told.</param>
public sealed record BookingAmount(string Kind, string Amount, string Currency);
