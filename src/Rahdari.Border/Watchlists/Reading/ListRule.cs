using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>A rule that a list's files must keep; its sentence stands in the resources by the same code.</summary>
internal sealed record ListRule(string Code)
{
    public static readonly ListRule XmlMalformed = new("LIST_XML_MALFORMED");
    public static readonly ListRule XmlDocumentType = new("LIST_XML_DTD");
    public static readonly ListRule XmlRoot = new("LIST_XML_ROOT");
    public static readonly ListRule CsvMalformed = new("LIST_CSV_MALFORMED");
    public static readonly ListRule CsvFieldCount = new("LIST_CSV_FIELD_COUNT");
    public static readonly ListRule TextInvalid = new("LIST_TEXT_INVALID");
    public static readonly ListRule FileUnknown = new("LIST_FILE_UNKNOWN");
    public static readonly ListRule FileTwice = new("LIST_FILE_TWICE");
    public static readonly ListRule FileMissing = new("LIST_FILE_MISSING");
    public static readonly ListRule FileTooLarge = new("LIST_FILE_TOO_LARGE");
    public static readonly ListRule ValueTooLong = new("LIST_VALUE_TOO_LONG");
    public static readonly ListRule EntryTooLarge = new("LIST_ENTRY_TOO_LARGE");
    public static readonly ListRule ReferenceMissing = new("LIST_REFERENCE_MISSING");
    public static readonly ListRule ReferenceInvalid = new("LIST_REFERENCE_INVALID");
    public static readonly ListRule ReferenceTwice = new("LIST_REFERENCE_DUPLICATE");
    public static readonly ListRule NameMissing = new("LIST_NAME_MISSING");
    public static readonly ListRule KindUnknown = new("LIST_KIND_UNKNOWN");
    public static readonly ListRule Empty = new("LIST_EMPTY");
    public static readonly ListRule JsonMalformed = new("LIST_JSON_MALFORMED");
    public static readonly ListRule JsonShape = new("LIST_JSON_SHAPE");
    public static readonly ListRule MappingMissing = new("LIST_MAPPING_MISSING");
    public static readonly ListRule MappingUnknown = new("LIST_MAPPING_UNKNOWN");
    public static readonly ListRule MappingValue = new("LIST_MAPPING_VALUE");
    public static readonly ListRule ColumnMissing = new("LIST_COLUMN_MISSING");
    public static readonly ListRule DateInvalid = new("LIST_DATE_INVALID");
    public static readonly ListRule ValueUnknown = new("LIST_VALUE_UNKNOWN");
    public static readonly ListRule ValueUndefined = new("LIST_VALUE_UNDEFINED");
    public static readonly ListRule NumberMissing = new("LIST_NUMBER_MISSING");
    public static readonly ListRule FileSingle = new("LIST_FILE_SINGLE");

    private const int LongestShown = 100;

    /// <summary>The error of breaking the rule at a place. Of what was found no more is shown than a person reads.</summary>
    public ListError Broken(string file, long line, long column, string? field, params ReadOnlySpan<(string Name, object? Value)> evidence)
    {
        var shown = new List<(string Name, string Value)>();
        foreach (var (name, value) in evidence)
            shown.Add((name, Shown($"{value}")));
        return new ListError(Finding.Of(Code, Severity.Warning, field is null ? null : Shown(field), [.. shown]), file, line, column);
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
