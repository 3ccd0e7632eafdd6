using System.Globalization;
using System.Text;
using OpenCvSharp;
using Rahdari.Imaging.Children;

namespace Rahdari.Imaging.Barcodes;

/// <summary>Reads QR, Data Matrix, PDF417 and Aztec codes by ZXing-C++'s command, which takes the picture by a pipe and returns the bytes.</summary>
internal static class BarcodeReader
{
    /// <summary>Kinds that Doc 9303-13 and identity cards use.</summary>
    private const string Formats = "QRCode,DataMatrix,PDF417,Aztec";

    /// <summary>Pixels of the longer side beyond which only time grows.</summary>
    private const int WorkingSize = 2400;

    /// <summary>The codes, none where there is none; null where the reader failed.</summary>
    public static async Task<IReadOnlyList<Barcode>?> ReadAsync(Mat grey, string program, TimeSpan limit, CancellationToken cancellation)
    {
        var factor = Math.Min(1, (double)WorkingSize / Math.Max(grey.Width, grey.Height));
        using var working = factor < 1 ? grey.Resize(new Size(0, 0), factor, factor, InterpolationFlags.Area) : grey.Clone();
        var picture = working.ImEncode(".png", new ImageEncodingParam(ImwriteFlags.PngCompression, 1));
        var output = await LimitedChild.RunAsync(program, ["-format", Formats, "/dev/stdin"], picture, limit, cancellation, mayFind: false);
        return output is null ? null : Parse(Encoding.UTF8.GetString(output));
    }

    /// <summary>Reads the report: a paragraph a code, its format and its bytes in hexadecimal among other lines.</summary>
    internal static IReadOnlyList<Barcode> Parse(string report)
    {
        var codes = new List<Barcode>();
        byte[]? bytes = null;
        foreach (var line in report.Split('\n'))
        {
            if (line.StartsWith("Bytes:", StringComparison.Ordinal))
            {
                bytes = Bytes(line[6..]);
            }
            else if (line.StartsWith("Format:", StringComparison.Ordinal) && bytes is not null)
            {
                codes.Add(new Barcode(line[7..].Trim(), bytes));
                bytes = null;
            }
        }
        return codes;
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new List<byte>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!byte.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return null;
            bytes.Add(value);
        }
        return bytes.Count > 0 ? [.. bytes] : null;
    }
}
