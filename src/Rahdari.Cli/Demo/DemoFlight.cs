using System.Globalization;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>A carrier's messages of a flight that comes on the day of a demonstration: bookings (PNRGOV), then the list of passengers (PAXLST).</summary>
internal static class DemoFlight
{
    private const string Carrier = "SP", Number = "101", From = "DXB", To = "KHI";

    private static readonly TimeOnly Leaves = new(9, 5), Arrives = new(12, 40);

    /// <summary>One booking, of somebody whom the list does not name.</summary>
    public static byte[] Bookings(DateOnly day)
    {
        var date = day.ToString("ddMMyy", CultureInfo.InvariantCulture);
        var writer = new EdifactWriter(Interchange(day, "DEMO0"));
        writer.Begin(new EdifactMessage("1", "PNRGOV", "11", "1", "IA", ""));
        writer.Segment("MSG", ["", "22"]);
        writer.Segment("ORG", [Carrier]);
        writer.Segment("TVL", [date, $"{Leaves:HHmm}", date, $"{Arrives:HHmm}"], [From], [To], [Carrier], [Number]);
        writer.Segment("EQN", ["1"]);
        writer.Segment("SRC");
        writer.Segment("RCI", [Carrier, "SPC900"]);
        writer.Segment("TIF", ["SPECIMENBOOKED"], ["ANNAMRS", "A", "1"]);
        return writer.ToArray();
    }

    /// <summary>The list as its carrier sends it.</summary>
    public static byte[] Of(IReadOnlyList<MrzFields> passengers, DateOnly day)
    {
        var list = new PassengerList(new EdifactMessage("1", "PAXLST", "D", "02B", "UN", "IATA"), null)
        {
            Kind = "745",
            Flights =
            [
                new AdvanceFlight(Carrier + Number, "20",
                [
                    new AdvanceCall(AdvanceCall.LastDeparture, From, null, new AdvanceTime(day.ToDateTime(Leaves), null)),
                    new AdvanceCall(AdvanceCall.FirstArrival, To, new AdvanceTime(day.ToDateTime(Arrives), null), null),
                ]),
            ],
            Travellers = [.. passengers.Select(Announced)],
            Stated = passengers.Count,
        };
        return PassengerListComposer.Compose(Interchange(day, "DEMO1"), list);
    }

    private static EdifactInterchange Interchange(DateOnly day, string reference) => new("SPECIMENAIR", "RAHDARI", day.ToDateTime(Leaves), reference);

    private static AdvanceTraveller Announced(MrzFields passenger, int row) => new()
    {
        Role = AdvanceRole.Passenger,
        Surname = passenger.PrimaryIdentifier,
        GivenNames = passenger.SecondaryIdentifier,
        Sex = passenger.Sex,
        DateOfBirth = passenger.DateOfBirth,
        Nationality = passenger.Nationality,
        References = [new AdvanceValue("AVF", $"SPC{row + 1:000}"), new AdvanceValue("SEA", $"{12 + row}A")],
        Documents = [new AdvanceDocument { Type = "P", Number = passenger.DocumentNumber, IssuingState = passenger.IssuingState, Expiry = passenger.DateOfExpiry }],
    };
}
