using System.Text.Json.Serialization;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>A list of the passengers or the crew of a flight (PAXLST), or a part of one.</summary>
public sealed record PassengerList(EdifactMessage Header, EdifactInterchange? Interchange) : AdvanceMessage(Header, Interchange)
{
    /// <summary>745 passengers, 250 crew, 266 flight status, as written (BGM 1001).</summary>
    public string Kind { get; init; } = "";

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
