using System.Text.Json.Serialization;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>A list of the passengers or the crew of a flight (PAXLST), or a part of one.</summary>
public sealed record PassengerList(EdifactMessage Header, EdifactInterchange? Interchange) : AdvanceMessage(Header, Interchange)
{
    /// <summary>745 passengers, 250 crew, 266 flight status, as written (BGM 1001).</summary>
    public string Kind { get; init; } = "";

    /// <summary>What the list does, as written (BGM 1004): empty announces; of passengers XR cancels; of a flight's status (266) CLOB and CLNB close, the former with who is on board, the latter with who is not, and XF cancels.</summary>
    public string Function { get; init; } = "";

    /// <summary>True where the list announces nobody and says who comes of those announced: its travellers may be named by their references alone.</summary>
    [JsonIgnore]
    public bool IsStatus => Kind == "266" || (Kind == "745" && Function == "XR");

    /// <summary>The reference of the transmission (RFF TN); empty where there is none.</summary>
    public string Transaction { get; init; } = "";

    /// <summary>The flights; more than one where the list tells how the journey goes on.</summary>
    public IReadOnlyList<AdvanceFlight> Flights { get; init; } = [];

    /// <summary>The travellers.</summary>
    public IReadOnlyList<AdvanceTraveller> Travellers { get; init; } = [];

    /// <summary>How many travellers the list says that it has (CNT), or null where it says nothing.</summary>
    public int? Stated { get; init; }

    /// <summary>The number of its first segment.</summary>
    public int Segment { get; init; }

    /// <summary>What else stands before the travellers or after them, as it stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<EdifactSegment> Others { get; init; } = [];

    internal int Position { get; init; }
}
