using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Pictures;

/// <summary>What was read of a picture of the document's page.</summary>
/// <param name="Zone">Its machine readable zone, or null where none was found.</param>
/// <param name="Uncertain">The places of the zone that were not read clearly: line and column, from 1.</param>
/// <param name="Portrait">The portrait as JPEG, or null where none was cut out.</param>
/// <param name="Barcodes">What its barcodes say.</param>
public sealed record PicturePresented(MrzReading? Zone, IReadOnlySet<(int Line, int Column)> Uncertain, ReadOnlyMemory<byte>? Portrait, IReadOnlyList<ReadOnlyMemory<byte>> Barcodes)
{
    /// <summary>What the reading was not sure of, in words: told of a visa, whose zone nobody else has read.</summary>
    public IReadOnlyList<Finding> Doubts { get; init; } = [];
}
