using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Lds;

/// <summary>What can be wrong with the files of a chip in themselves.</summary>
public static class LdsRule
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Unreadable = new("LDS_FILE_UNREADABLE", Severity.Serious, "Doc 9303-10 §4.6, §4.7; ISO/IEC 7816-4 §8.1", "file", "position");
    public static readonly FindingRule Tag = new("LDS_FILE_TAG", Severity.Serious, "Doc 9303-10 §4.6, §4.7", "file", "expected", "found");
    public static readonly FindingRule FieldMissing = new("LDS_FIELD_MISSING", Severity.Serious, "Doc 9303-10 §4.7", "file", "tag");
    public static readonly FindingRule ImageKind = new("LDS_IMAGE_KIND", Severity.Warning, "Doc 9303-9 §4: JPEG or JPEG 2000", "file");
    public static readonly FindingRule DateForm = new("LDS_DATE_FORM", Severity.Warning, "Doc 9303-10 §4.7.11, §4.7.12", "file", "date");
    public static readonly FindingRule Version = new("LDS_VERSION_UNKNOWN", Severity.Warning, "Doc 9303-10 §4.6.1 (0107, 0108)", "version");
    public static readonly FindingRule ListUnknown = new("LDS_LIST_UNKNOWN_TAG", Severity.Warning, "Doc 9303-10 §4.6.1", "tag");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [Unreadable, Tag, FieldMissing, ImageKind, DateForm, Version, ListUnknown];
}
