using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>All that is known of a document at the counter; what is not known is left out.</summary>
/// <param name="Zone">Its machine readable zone as read.</param>
public sealed record DocumentEvidence(MrzReading Zone)
{
    /// <summary>What its page says.</summary>
    public VisualZone? Page { get; init; }

    /// <summary>The zone of the visa in it; what the reading of that zone found is told with the others, its field being <see cref="Findings.VisaRules.Field"/>.</summary>
    public MrzReading? Visa { get; init; }

    /// <summary>What came of its chip.</summary>
    public ChipEvidence? Chip { get; init; }

    /// <summary>What the carrier announced of the holder of this very document.</summary>
    public AnnouncedHolder? Announced { get; init; }

    /// <summary>Earlier readings of the same number or the same person.</summary>
    public IReadOnlyList<EarlierReading> Earlier { get; init; } = [];

    /// <summary>The documents of the others who travel with the holder.</summary>
    public IReadOnlyList<MrzFields> Group { get; init; } = [];

    /// <summary>Reports that may be of this document.</summary>
    public IReadOnlyList<ReportedDocument> Reported { get; init; } = [];

    /// <summary>The State whose border this is, by its Doc 9303 code; null where that does not matter.</summary>
    public string? ReceivingState { get; init; }

    /// <summary>Whether the counter is in service: specimens belong to trials only.</summary>
    public bool InService { get; init; }
}
