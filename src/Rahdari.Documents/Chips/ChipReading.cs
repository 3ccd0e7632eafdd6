using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>What came of reading a chip; where it was broken off, what was read until then. Immutable.</summary>
public sealed record ChipReading
{
    /// <summary>The files, as the chip gave them.</summary>
    public required IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Files { get; init; }

    /// <summary>How it was opened: <c>PACE-ECDH-GM AES-128</c>, <c>BAC</c>; null where it stands open, or did not open.</summary>
    public required string? Access { get; init; }

    /// <summary>By what it proved to be the original: as far as the files that hold its public key are genuine, which passive authentication tells.</summary>
    public required ChipProof Proof { get; init; }

    /// <summary>What was found in reading.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>True where all that the chip lists and gives was read.</summary>
    public required bool IsComplete { get; init; }
}
