using OpenCvSharp;
using Rahdari.Documents.Mrz;
using SkiaSharp;

namespace Rahdari.Imaging.Tests.Captures;

/// <summary>A page drawn as a printer would: background pattern, portrait, captions and values, and the zone in OCR-B at ten characters an inch.</summary>
internal static class SpecimenPage
{
    /// <summary>Pixels of a millimetre: 600 dpi.</summary>
    public const double Scale = 600 / 25.4;

    private const float Pitch = 25.4f / 10, LineSpacing = 6.35f, LeftMargin = 6.6f, LastBaseline = 8.7f, StripHeight = 23.2f, CapHeight = 2.6f;

    /// <summary>Debian's fonts-ocr-b, by M. Skala in the public domain after N. Schwarz, whose shapes may be used without limitation.</summary>
    private const string Fonts = "/usr/share/fonts/opentype/ocr-b";

    /// <summary>The strokes' ends round, as the glyph network was trained with; or square, which it never saw.</summary>
    public static readonly IReadOnlyList<string> FontFiles = ["OCRB.otf", "OCRBS.otf"];

    /// <summary>Whether the font is installed.</summary>
    public static bool CanDraw => FontFiles.All(file => File.Exists(Path.Combine(Fonts, file)));

    /// <summary>Width and height of a format in millimetres (Doc 9303 parts 3 to 7).</summary>
    public static (float Width, float Height) Size(MrzFormat format) => format switch
    {
        MrzFormat.TD1 => (85.6f, 53.98f),
        MrzFormat.TD2 or MrzFormat.MRVB => (105, 74),
        MrzFormat.MRVA => (120, 80),
        _ => (125, 88),
    };

    /// <summary>Where the portrait is drawn, in millimetres.</summary>
    public static SKRect Portrait(MrzFormat format)
    {
        var (_, height) = Size(format);
        var bottom = height - 24.5f;
        var top = Math.Max(6, bottom - 45);
        var width = (bottom - top) * 35 / 45;
        return new SKRect(5, top, 5 + width, bottom);
    }

    /// <summary>Draws a page.</summary>
    /// <param name="fields">What it says.</param>
    /// <param name="fontFile">One of <see cref="FontFiles"/>.</param>
    /// <param name="random">Paper, pattern, ink and face.</param>
    /// <param name="lines">The zone, where it is not that of the fields: a forger's.</param>
    public static Mat Draw(MrzFields fields, string fontFile, Random random, IReadOnlyList<string>? lines = null)
    {
        var (width, height) = Size(fields.Format);
        using var bitmap = new SKBitmap((int)(width * Scale), (int)(height * Scale), SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        var paper = (byte)random.Next(225, 250);
        canvas.Clear(new SKColor(paper, (byte)(paper - random.Next(0, 12)), (byte)(paper - random.Next(0, 20))));
        canvas.Scale((float)Scale);
        Pattern(canvas, width, height, random);
        // A card of format TD1 has its zone on the back, the portrait on the front.
        if (fields.Format != MrzFormat.TD1)
            Face(canvas, Portrait(fields.Format), random);
        Values(canvas, fields, Portrait(fields.Format).Right + 4);
        Zone(canvas, lines ?? MrzComposer.Compose(fields), width, height, fontFile, (byte)random.Next(10, 60));
        canvas.Flush();
        using var view = Mat.FromPixelData(bitmap.Height, bitmap.Width, MatType.CV_8UC4, bitmap.GetPixels(), bitmap.RowBytes);
        return view.CvtColor(ColorConversionCodes.BGRA2BGR);
    }

    /// <summary>The middle of the lines of <see cref="Strip"/>, in its pixels, where they have forty characters.</summary>
    public static Point2d StripCentre => new((LeftMargin + 20 * Pitch) * Scale, (StripHeight - LastBaseline - LineSpacing / 2 - CapHeight / 2) * Scale);

    /// <summary>Two lines alone.</summary>
    public static Mat Strip(IReadOnlyList<string> lines, string fontFile, Random random)
    {
        using var bitmap = new SKBitmap((int)((2 * LeftMargin + lines[0].Length * Pitch) * Scale), (int)(StripHeight * Scale), SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor((byte)random.Next(225, 250), (byte)random.Next(220, 245), (byte)random.Next(215, 240)));
        canvas.Scale((float)Scale);
        Pattern(canvas, 2 * LeftMargin + lines[0].Length * Pitch, StripHeight, random);
        Zone(canvas, lines, 2 * LeftMargin + lines[0].Length * Pitch, StripHeight, fontFile, (byte)random.Next(10, 90));
        canvas.Flush();
        using var view = Mat.FromPixelData(bitmap.Height, bitmap.Width, MatType.CV_8UC4, bitmap.GetPixels(), bitmap.RowBytes);
        return view.CvtColor(ColorConversionCodes.BGRA2BGR);
    }

    private static void Zone(SKCanvas canvas, IReadOnlyList<string> lines, float width, float height, string fontFile, byte ink)
    {
        using var face = SKTypeface.FromFile(Path.Combine(Fonts, fontFile));
        using var probe = new SKFont(face, 100);
        using var font = new SKFont(face, 100 * Pitch / (probe.MeasureText("<<<<<<<<<<") / 10)) { Hinting = SKFontHinting.None, Subpixel = true };
        using var paint = new SKPaint { Color = new SKColor(ink, ink, ink), IsAntialias = true };
        var left = (width - lines[0].Length * Pitch) / 2;
        for (var line = 0; line < lines.Count; line++)
        {
            for (var column = 0; column < lines[line].Length; column++)
                canvas.DrawText($"{lines[line][column]}", left + column * Pitch, height - LastBaseline - (lines.Count - 1 - line) * LineSpacing, SKTextAlign.Left, font, paint);
        }
    }

    private static void Pattern(SKCanvas canvas, float width, float height, Random random)
    {
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.12f };
        for (var wave = 0; wave < 40; wave++)
        {
            paint.Color = new SKColor((byte)random.Next(150, 220), (byte)random.Next(170, 220), (byte)random.Next(170, 230));
            using var path = new SKPathBuilder();
            var (amplitude, length, phase) = (random.NextSingle() * 6, 8 + random.NextSingle() * 20, random.NextSingle() * 6);
            var y = height * wave / 40;
            path.MoveTo(0, y);
            for (var x = 1f; x <= width; x++)
                path.LineTo(x, y + amplitude * MathF.Sin(x / length + phase));
            using var drawn = path.Detach();
            canvas.DrawPath(drawn, paint);
        }
    }

    private static void Face(SKCanvas canvas, SKRect place, Random random)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(190, 200, 210) };
        canvas.DrawRect(place, paint);
        var (x, y, size) = (place.MidX, place.MidY, place.Height);
        paint.Color = new SKColor((byte)random.Next(30, 90), (byte)random.Next(30, 60), 40);
        canvas.DrawOval(x, y - size * 0.06f, size * 0.27f, size * 0.34f, paint);
        paint.Color = new SKColor((byte)random.Next(60, 120), 80, 110);
        canvas.DrawRect(new SKRect(x - size * 0.3f, y + size * 0.32f, x + size * 0.3f, place.Bottom), paint);
        paint.Color = new SKColor((byte)random.Next(150, 230), (byte)random.Next(120, 190), 130);
        canvas.DrawOval(x, y, size * 0.21f, size * 0.28f, paint);
        paint.Color = new SKColor(30, 20, 20);
        canvas.DrawCircle(x - size * 0.08f, y - size * 0.04f, size * 0.02f, paint);
        canvas.DrawCircle(x + size * 0.08f, y - size * 0.04f, size * 0.02f, paint);
        canvas.DrawOval(x, y + size * 0.14f, size * 0.07f, size * 0.015f, paint);
    }

    private static void Values(SKCanvas canvas, MrzFields fields, float left)
    {
        // Any sans-serif face will do; without one the page stays without values.
        using var face = SKTypeface.FromFile("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
        using var font = new SKFont(face, fields.Format == MrzFormat.TD1 ? 1.8f : 3f);
        using var paint = new SKPaint { Color = new SKColor(30, 30, 60), IsAntialias = true };
        var spacing = font.Size * 1.9f;
        string[] texts = ["UTOPIA", fields.PrimaryIdentifier, fields.SecondaryIdentifier, "UTOPIAN", fields.DateOfBirth.ToString(), fields.DocumentNumber, fields.DateOfExpiry.ToString()];
        for (var i = 0; i < texts.Length; i++)
            canvas.DrawText(texts[i], left, 7 + i * spacing, SKTextAlign.Left, font, paint);
    }
}
