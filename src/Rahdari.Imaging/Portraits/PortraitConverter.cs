using OpenCvSharp;
using Rahdari.Imaging.Headers;

namespace Rahdari.Imaging.Portraits;

/// <summary>Makes of a chip's portrait, which may be in JPEG 2000, one that every browser shows. Thread-safe; any bytes are answered.</summary>
public static class PortraitConverter
{
    /// <summary>Pixels of the largest portrait: a chip's has a few hundred thousand.</summary>
    private const long MostPixels = 20_000_000;

    /// <summary>The picture as JPEG; null where the bytes are no picture, or one of too many pixels.</summary>
    public static byte[]? ToJpeg(ReadOnlySpan<byte> picture)
    {
        if (ImageHeaderReader.Read(picture) is not { Pixels: <= MostPixels })
            return null;
        try
        {
            using var colour = Cv2.ImDecode(picture, ImreadModes.Color);
            return colour.Empty() || (long)colour.Width * colour.Height > MostPixels ? null : colour.ImEncode(".jpg");
        }
        catch (Exception damaged) when (damaged is OpenCVException or OpenCvSharpException)
        {
            return null;
        }
    }
}
