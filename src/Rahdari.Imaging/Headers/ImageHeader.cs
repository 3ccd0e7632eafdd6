namespace Rahdari.Imaging.Headers;

/// <summary>What a picture's first bytes say of it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
public sealed record ImageHeader(ImageKind Kind, int Width, int Height)
{
    /// <summary>How many pixels decoding will make.</summary>
    public long Pixels => (long)Width * Height;
}
