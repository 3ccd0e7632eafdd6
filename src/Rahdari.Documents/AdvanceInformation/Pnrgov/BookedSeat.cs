namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>A seat (SSR SEAT).</summary>
/// <param name="Seat">Row and letter: <c>15A</c>.</param>
/// <param name="From">The port from which it holds.</param>
/// <param name="To">The port to which it holds.</param>
/// <param name="Traveller">The passenger's reference in the booking (TIF); empty where none is told.</param>
public sealed record BookedSeat(string Seat, string From, string To, string Traveller);
