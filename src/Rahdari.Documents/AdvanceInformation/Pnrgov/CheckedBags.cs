namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>Checked bags with tags in sequence (TBD).</summary>
/// <param name="Airline">Who issued the tags.</param>
/// <param name="Tag">The first tag's number.</param>
/// <param name="Count">How many tags; empty where it is not told.</param>
/// <param name="Destination">Where they are checked to.</param>
/// <param name="Weight">The weight of all bags of the segment, with K for kilograms and L for pounds; empty where it is not told.</param>
/// <param name="Traveller">The passenger's reference in the booking (TIF); empty where none is told.</param>
public sealed record CheckedBags(string Airline, string Tag, string Count, string Destination, string Weight, string Traveller);
