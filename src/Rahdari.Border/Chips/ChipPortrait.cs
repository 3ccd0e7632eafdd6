using Rahdari.Documents.Lds;

namespace Rahdari.Border.Chips;

/// <summary>The portrait of a chip.</summary>
/// <param name="Kind">How it is encoded.</param>
/// <param name="Encoded">The picture.</param>
public sealed record ChipPortrait(ImageKind Kind, ReadOnlyMemory<byte> Encoded);
