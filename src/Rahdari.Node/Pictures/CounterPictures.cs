using System.Globalization;
using Rahdari.Border.Encounters;
using Rahdari.Border.Pictures;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Imaging;

namespace Rahdari.Node.Pictures;

/// <summary>Reads pictures of documents' pages for the counters, few at a time: one keeps a core busy for a second or more. Thread-safe.</summary>
public sealed class CounterPictures(PictureDesk desk, SiteSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>The largest picture that is taken: a phone's has five to fifteen million bytes.</summary>
    public const int LargestBytes = 24 << 20;

    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<ImageTools> tools = new(() => ImageTools.OfMachine);

    /// <summary>Reads a picture. Nothing is recorded.</summary>
    /// <param name="picture">JPEG, PNG, TIFF, BMP, WebP or JPEG 2000.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ImageReading> ReadAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => ImageReader.ReadAsync(picture, settings.LocalDay(clock.GetUtcNow()), tools.Value, cancellation), cancellation);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Adds what was read to an encounter; where the picture is none, or has neither zone nor barcode, the first thing wrong with it is the answer.</summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, ImageReading reading, Actor actor, CancellationToken cancellation)
    {
        if (reading is { Zone: null, Barcodes.Count: 0 })
            return reading.Findings[0];
        var presented = new PicturePresented(reading.Zone, Uncertain(reading), reading.Portrait?.Jpeg, [.. reading.Barcodes.Select(code => code.Content)]) { Doubts = Doubts(reading) };
        return await desk.PresentAsync(encounterId, presented, actor, cancellation);
    }

    /// <summary>What is to be looked at before the zone is believed: everything that the picture's reading says of it.</summary>
    public static IReadOnlyList<Finding> Doubts(ImageReading reading) => [.. reading.Findings.Where(finding => finding.Severity >= Severity.Warning || finding.Evidence.ContainsKey("column"))];

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private static HashSet<(int Line, int Column)> Uncertain(ImageReading reading) =>
    [
        .. reading.Findings.Where(finding => finding.Evidence.ContainsKey("column"))
            .Select(finding => (Number(finding.Evidence["line"]), Number(finding.Evidence["column"]))),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
