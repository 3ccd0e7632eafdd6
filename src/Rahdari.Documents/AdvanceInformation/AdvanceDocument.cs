using System.Text.Json.Serialization;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A travel document or visa, as the carrier announced it.</summary>
public sealed record AdvanceDocument
{
    /// <summary>P passport, V visa, I, A or C card …, as written.</summary>
    public required string Type { get; init; }

    /// <summary>The number; empty where there is none.</summary>
    public required string Number { get; init; }

    /// <summary>The issuing State or organization, as written; empty where there is none.</summary>
    public string IssuingState { get; init; } = "";

    /// <summary>The day of expiry; unknown where there is none.</summary>
    public PartialDate Expiry { get; init; }

    /// <summary>The day of issue; unknown where there is none.</summary>
    public PartialDate Issued { get; init; }

    /// <summary>The place of issue of a visa (SSR DOCO); empty where there is none.</summary>
    public string PlaceOfIssue { get; init; } = "";

    /// <summary>The number of the segment that names it.</summary>
    public int Segment { get; init; }

    /// <summary>What else was said of it, as it stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<EdifactSegment> Others { get; init; } = [];

    internal int Position { get; init; }
}
