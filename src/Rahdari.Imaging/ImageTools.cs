namespace Rahdari.Imaging;

/// <summary>The programs of the machine that read beside this library, and how long each may take.</summary>
/// <param name="Tesseract">Path of <c>tesseract</c> (Debian: tesseract-ocr), or null where there is none.</param>
/// <param name="BarcodeReader">Path of <c>ZXingReader</c> (Debian: zxing-cpp-tools), or null where there is none.</param>
/// <param name="Limit">The time that each may take.</param>
public sealed record ImageTools(string? Tesseract, string? BarcodeReader, TimeSpan Limit)
{
    /// <summary>What the machine's <c>PATH</c> has, ten seconds each.</summary>
    public static ImageTools OfMachine { get; } = new(Find("tesseract"), Find("ZXingReader"), TimeSpan.FromSeconds(10));

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
