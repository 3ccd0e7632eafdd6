namespace Rahdari.Imaging.Portraits;

/// <summary>The holder's portrait, cut out and turned upright.</summary>
/// <param name="Jpeg">The picture.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Portrait(ReadOnlyMemory<byte> Jpeg, int Width, int Height);
