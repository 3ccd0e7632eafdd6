using Rahdari.Documents.Findings;

namespace Rahdari.Imaging;

/// <summary>What can be wrong with a picture, or uncertain in what was read of it.</summary>
public static class ImageRule
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule KindUnknown = new("IMAGE_KIND_UNKNOWN", Severity.Warning, "bound of this library", "kinds");
    public static readonly FindingRule FileTooLarge = new("IMAGE_FILE_TOO_LARGE", Severity.Warning, "bound of this library", "bytes", "largest");
    public static readonly FindingRule TooManyPixels = new("IMAGE_TOO_MANY_PIXELS", Severity.Warning, "bound of this library", "width", "height", "most");
    public static readonly FindingRule TooSmall = new("IMAGE_TOO_SMALL", Severity.Warning, "seven pixels a character", "width", "height", "least");
    public static readonly FindingRule Damaged = new("IMAGE_DAMAGED", Severity.Warning, "the kind's own standard", "kind");
    public static readonly FindingRule ZoneNotFound = new("IMAGE_ZONE_NOT_FOUND", Severity.Warning, "Doc 9303-3 §4");
    public static readonly FindingRule CharacterUncertain = new("IMAGE_CHARACTER_UNCERTAIN", Severity.Warning, "the reader's own certainty", "line", "column", "read", "candidates");
    public static readonly FindingRule CharacterSettled = new("IMAGE_CHARACTER_SETTLED", Severity.Information, "Doc 9303-3 §4.9", "line", "column", "seen", "taken");
    public static readonly FindingRule ReadersDisagree = new("IMAGE_READERS_DISAGREE", Severity.Warning, "two readers", "line", "column", "read", "other");
    public static readonly FindingRule ZoneIllegible = new("IMAGE_ZONE_ILLEGIBLE", Severity.Serious, "the reader's own certainty", "uncertain", "characters");
    public static readonly FindingRule SecondReaderAbsent = new("IMAGE_SECOND_READER_ABSENT", Severity.Information, "Debian package tesseract-ocr");
    public static readonly FindingRule SecondReaderFailed = new("IMAGE_SECOND_READER_FAILED", Severity.Information, "limits of time and memory");
    public static readonly FindingRule BarcodeReaderAbsent = new("IMAGE_BARCODE_READER_ABSENT", Severity.Information, "Debian package zxing-cpp-tools");
    public static readonly FindingRule BarcodeReaderFailed = new("IMAGE_BARCODE_READER_FAILED", Severity.Information, "limits of time and memory");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        KindUnknown, FileTooLarge, TooManyPixels, TooSmall, Damaged, ZoneNotFound, CharacterUncertain, CharacterSettled, ReadersDisagree, ZoneIllegible,
        SecondReaderAbsent, SecondReaderFailed, BarcodeReaderAbsent, BarcodeReaderFailed,
    ];
}
