using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;

namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>The answer to a passenger list (CUSRES D:02B, for interactive advance passenger information). Immutable.</summary>
public sealed record BoardingAnswers(EdifactMessage Header, EdifactInterchange? Interchange) : AdvanceMessage(Header, Interchange)
{
    /// <summary>The reference of the transmission that is answered (RFF TN); empty where there is none.</summary>
    public string Transaction { get; init; } = "";

    /// <summary>The flight (RFF AF).</summary>
    public string Flight { get; init; } = "";

    /// <summary>The last port abroad; empty where none is told.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The first port in the country; empty where none is told.</summary>
    public string Destination { get; init; } = "";

    /// <summary>When the flight leaves its origin, or null.</summary>
    public AdvanceTime? Departure { get; init; }

    /// <summary>When it arrives at its destination, or null.</summary>
    public AdvanceTime? Arrival { get; init; }

    /// <summary>One a traveller.</summary>
    public IReadOnlyList<BoardingAnswer> Answers { get; init; } = [];

    /// <summary>The answer to a list, traveller by traveller in its order.</summary>
    public static BoardingAnswers To(PassengerList list, Func<AdvanceTraveller, (BoardingDecision Decision, string Text)> decide)
    {
        var answers = new List<BoardingAnswer>(list.Travellers.Count);
        foreach (var traveller in list.Travellers)
        {
            var (decision, text) = decide(traveller);
            AdvanceValue[] references = [.. traveller.References.Where(r => r.Qualifier is "AVF" or "ABO")];
            if (references.Length == 0)
                references = [new AdvanceValue("LI", BoundedFindings.Text(answers.Count + 1))];
            answers.Add(new BoardingAnswer(references, decision, BoardingCodes.Of(decision), text));
        }
        var flight = list.Flights.Count == 0 ? null : list.Flights[0];
        var origin = flight?.Calls.FirstOrDefault(c => c.Kind == AdvanceCall.LastDeparture);
        var destination = flight?.Calls.FirstOrDefault(c => c.Kind == AdvanceCall.FirstArrival);
        return new BoardingAnswers(list.Header with { Type = "CUSRES", Version = "D", Release = "02B", Agency = "UN", Association = "IATA" }, null)
        {
            Transaction = list.Transaction,
            Flight = flight?.Number ?? "",
            Origin = origin?.Port ?? "",
            Destination = destination?.Port ?? "",
            Departure = origin?.Departure,
            Arrival = destination?.Arrival,
            Answers = answers,
        };
    }
}
