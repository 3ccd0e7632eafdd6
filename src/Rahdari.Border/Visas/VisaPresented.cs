using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Visas;

/// <summary>What was read of the visa in a passport.</summary>
/// <param name="Zone">Its machine readable zone.</param>
public sealed record VisaPresented(MrzReading Zone)
{
    /// <summary>What the reading of a picture was not sure of; nothing where the zone was scanned.</summary>
    public IReadOnlyList<Finding> Doubts { get; init; } = [];

    /// <summary>What the barcodes on it say.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Barcodes { get; init; } = [];
}
