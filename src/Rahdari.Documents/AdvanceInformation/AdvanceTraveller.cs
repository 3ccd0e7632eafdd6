using System.Text.Json.Serialization;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A passenger or crew member, as a carrier announced them. Values are as written; nothing is repaired.</summary>
public sealed record AdvanceTraveller
{
    /// <summary>As what the person travels.</summary>
    public required AdvanceRole Role { get; init; }

    /// <summary>The surname, or the whole name where it is in one.</summary>
    public required string Surname { get; init; }

    /// <summary>The given names, separated by a space; empty where there are none.</summary>
    public required string GivenNames { get; init; }

    /// <summary>The name in the booking, surname first, where another was given with the document; else empty.</summary>
    public string BookedAs { get; init; } = "";

    /// <summary>The sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>The day of birth; unknown where there is none.</summary>
    public PartialDate DateOfBirth { get; init; }

    /// <summary>The nationality, as written; empty where there is none.</summary>
    public string Nationality { get; init; } = "";

    /// <summary>The documents, in the order of the message.</summary>
    public IReadOnlyList<AdvanceDocument> Documents { get; init; } = [];

    /// <summary>Places: 178 embarkation, 179 debarkation, 22 clearance, 174 residence, 180 birth.</summary>
    public IReadOnlyList<AdvanceValue> Places { get; init; } = [];

    /// <summary>References: AVF record locator, ABO the carrier's reference, SEA seat.</summary>
    public IReadOnlyList<AdvanceValue> References { get; init; } = [];

    /// <summary>The address: street, town, region, postal code, State; empty where there is none.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>The number of the segment that names the person.</summary>
    public int Segment { get; init; }

    /// <summary>What else was said (baggage, weights, indicators, free text), as it stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<EdifactSegment> Others { get; init; } = [];

    internal int Position { get; init; }

    /// <summary>The value of the first reference of a kind, or null.</summary>
    public string? Reference(string qualifier) => First(References, qualifier);

    /// <summary>The first place of a kind, or null.</summary>
    public string? Place(string qualifier) => First(Places, qualifier);

    private static string? First(IReadOnlyList<AdvanceValue> values, string qualifier)
    {
        foreach (var value in values)
        {
            if (value.Qualifier == qualifier)
                return value.Value;
        }
        return null;
    }
}
