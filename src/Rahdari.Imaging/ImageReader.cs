using OpenCvSharp;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Barcodes;
using Rahdari.Imaging.Headers;
using Rahdari.Imaging.Portraits;
using Rahdari.Imaging.Zones;

namespace Rahdari.Imaging;

/// <summary>Reads a photograph or scan of a travel document: zone, portrait and barcodes. Thread-safe; any bytes are answered. Nothing is written to disk.</summary>
public static class ImageReader
{
    /// <summary>Larger files are refused unread.</summary>
    public const int LargestBytes = 64 << 20;

    /// <summary>Pictures of more pixels are refused before they are decoded: a phone makes 12 to 50 million, and a few bytes can claim any number.</summary>
    public const long MostPixels = 60_000_000;

    /// <summary>Shorter pictures hold no zone: seven pixels a character of 36.</summary>
    public const int LeastPixels = 250;

    // What is wrong with a picture is a finding; the decoders would write it to standard error as well.
    static ImageReader() => Cv2.SetLogLevel(LogLevel.SILENT);

    /// <summary>Reads a picture. Takes a second or so for a photograph: the search for the zone, then Tesseract and the barcodes' reader.</summary>
    /// <param name="file">The bytes of a JPEG, PNG, TIFF, BMP, WebP or JPEG 2000 file.</param>
    /// <param name="today">The day of reading.</param>
    /// <param name="tools">The programs that read beside this library.</param>
    /// <param name="cancellation">Ends the children too.</param>
    /// <returns>The zone as read, and everything uncertain as findings.</returns>
    public static async Task<ImageReading> ReadAsync(ReadOnlyMemory<byte> file, DateOnly today, ImageTools tools, CancellationToken cancellation = default)
    {
        var header = file.Length <= LargestBytes ? ImageHeaderReader.Read(file.Span) : null;
        if (Refusal(file.Length, header) is { } refusal)
            return new ImageReading(header, null, null, [], [refusal]);
        using var colour = Decode(file.Span);
        if (colour is null)
            return new ImageReading(header, null, null, [], [ImageRule.Damaged.Found(null, $"{header!.Kind}")]);
        using var grey = colour.CvtColor(ColorConversionCodes.BGR2GRAY);
        var findings = new List<Finding>();
        var (zone, portrait) = await ZoneAsync(colour, grey, today, tools, findings, cancellation);
        var barcodes = await BarcodesAsync(grey, tools, findings, cancellation);
        return new ImageReading(header, zone, portrait, barcodes, findings);
    }

    private static Finding? Refusal(int bytes, ImageHeader? header)
    {
        if (bytes > LargestBytes)
            return ImageRule.FileTooLarge.Found(null, $"{bytes}", $"{LargestBytes}");
        if (header is null)
            return ImageRule.KindUnknown.Found(null, "JPEG, PNG, TIFF, BMP, WebP, JPEG 2000");
        if (header.Pixels > MostPixels)
            return ImageRule.TooManyPixels.Found(null, $"{header.Width}", $"{header.Height}", $"{MostPixels}");
        return Math.Max(header.Width, header.Height) < LeastPixels ? ImageRule.TooSmall.Found(null, $"{header.Width}", $"{header.Height}", $"{LeastPixels}") : null;
    }

    private static Mat? Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            // Turned upright as the camera noted, and eight bits a channel.
            var colour = Cv2.ImDecode(file, ImreadModes.Color);
            if (!colour.Empty() && (long)colour.Width * colour.Height <= MostPixels)
                return colour;
            colour.Dispose();
            return null;
        }
        catch (Exception damaged) when (damaged is OpenCVException or OpenCvSharpException)
        {
            return null;
        }
    }

    private static async Task<(MrzReading? Zone, Portrait? Portrait)> ZoneAsync(Mat colour, Mat grey, DateOnly today, ImageTools tools, List<Finding> findings, CancellationToken cancellation)
    {
        using var scan = ZoneScanner.Scan(grey, today);
        if (scan is null)
        {
            findings.Add(ImageRule.ZoneNotFound.Found(null));
            return (null, null);
        }
        var second = tools.Tesseract is { } tesseract ? await SecondReader.ReadAsync(scan, tesseract, tools.Limit, cancellation) : null;
        if (second is null)
            findings.Add((tools.Tesseract is null ? ImageRule.SecondReaderAbsent : ImageRule.SecondReaderFailed).Found(null));
        var (reading, uncertain) = ZoneReader.Read(scan, second, today);
        findings.AddRange(uncertain);
        return (reading, reading.Fields is { } fields ? PortraitCutter.Cut(colour, scan.Zone, fields.Format) : null);
    }

    private static async Task<IReadOnlyList<Barcode>> BarcodesAsync(Mat grey, ImageTools tools, List<Finding> findings, CancellationToken cancellation)
    {
        var barcodes = tools.BarcodeReader is { } program ? await BarcodeReader.ReadAsync(grey, program, tools.Limit, cancellation) : null;
        if (barcodes is null)
            findings.Add((tools.BarcodeReader is null ? ImageRule.BarcodeReaderAbsent : ImageRule.BarcodeReaderFailed).Found(null));
        return barcodes ?? [];
    }
}
