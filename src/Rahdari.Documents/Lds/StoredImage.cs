namespace Rahdari.Documents.Lds;

/// <summary>A picture as it is stored, not decoded.</summary>
/// <param name="Kind">How it is encoded.</param>
/// <param name="Width">Pixels, from the picture's own header; 0 where that does not say.</param>
/// <param name="Height">Pixels, from the picture's own header; 0 where that does not say.</param>
/// <param name="Encoded">The picture.</param>
public sealed record StoredImage(ImageKind Kind, int Width, int Height, ReadOnlyMemory<byte> Encoded);
