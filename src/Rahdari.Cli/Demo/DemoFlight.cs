using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>A carrier's passenger list (PAXLST) of a flight that comes on the day of a demonstration.</summary>
internal static class DemoFlight
{
    private const string Number = "SP101", From = "DXB", To = "KHI";

    /// <summary>The list as its carrier sends it.</summary>
    public static byte[] Of(IReadOnlyList<MrzFields> passengers, DateOnly day)
    {
        var (leaves, arrives) = (day.ToDateTime(new TimeOnly(9, 5)), day.ToDateTime(new TimeOnly(12, 40)));
        var list = new PassengerList(new EdifactMessage("1", "PAXLST", "D", "02B", "UN", "IATA"), null)
        {
            Kind = "745",
            Flights =
            [
                new AdvanceFlight(Number, "20",
                [
                    new AdvanceCall(AdvanceCall.LastDeparture, From, null, new AdvanceTime(leaves, null)),
                    new AdvanceCall(AdvanceCall.FirstArrival, To, new AdvanceTime(arrives, null), null),
                ]),
            ],
            Travellers = [.. passengers.Select(Announced)],
            Stated = passengers.Count,
        };
        return PassengerListComposer.Compose(new EdifactInterchange("SPECIMENAIR", "RAHDARI", leaves, "DEMO1"), list);
    }

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
