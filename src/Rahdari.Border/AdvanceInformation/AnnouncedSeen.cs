using Rahdari.Border.Crossings;
using Rahdari.Documents.Inspection;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>What a carrier announced of the holder of the document, as the counter shows it.</summary>
/// <param name="Flight">Carrier and number.</param>
/// <param name="Day">The day of arrival.</param>
/// <param name="Seat">The seat; empty where none was told.</param>
/// <param name="Holder">Whom.</param>
/// <param name="Boarding">What the carrier said last of whether the holder comes.</param>
public sealed record AnnouncedSeen(string Flight, DateOnly Day, string Seat, AnnouncedHolder Holder, Boarding Boarding)
{
    /// <summary>The last port abroad, or for a flight that leaves the port here, as the carrier writes it; empty where none is told.</summary>
    public string Origin { get; init; } = "";

    /// <summary>True where the flight comes, or goes, as the traveller does: it goes where it begins at the port (UN/LOCODE, of which the last three letters are IATA's).</summary>
    internal bool IsOf(Direction direction, string port) => (direction == Direction.Exit) == (Origin.Length >= 3 && port.EndsWith(Origin[^3..], StringComparison.OrdinalIgnoreCase));
}
