using System.Globalization;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>A rule that a list's files must keep, and its sentence; <c>{0}</c> stands for what was found.</summary>
internal sealed record ListRule(string Code, string Sentence)
{
    public static readonly ListRule XmlMalformed = new("LIST_XML_MALFORMED", "This is no well-formed XML: {0}");
    public static readonly ListRule XmlDocumentType = new("LIST_XML_DTD", "A document type declaration is refused: a list needs none, and it can make a reader fetch or expand without end.");
    public static readonly ListRule XmlRoot = new("LIST_XML_ROOT", "The outermost element must be CONSOLIDATED_LIST; this one is {0}.");
    public static readonly ListRule CsvMalformed = new("LIST_CSV_MALFORMED", "The line breaks the rules of CSV: {0}.");
    public static readonly ListRule CsvFieldCount = new("LIST_CSV_FIELD_COUNT", "The line has {0}.");
    public static readonly ListRule TextInvalid = new("LIST_TEXT_INVALID", "The field is no valid UTF-8.");
    public static readonly ListRule FileUnknown = new("LIST_FILE_UNKNOWN", "Neither the name nor the number of columns says which of sdn.csv, alt.csv, add.csv and sdn_comments.csv this is.");
    public static readonly ListRule FileTwice = new("LIST_FILE_TWICE", "A second file of this kind was given beside {0}.");
    public static readonly ListRule FileMissing = new("LIST_FILE_MISSING", "The entries themselves are missing: sdn.csv was not given.");
    public static readonly ListRule FileTooLarge = new("LIST_FILE_TOO_LARGE", "The file holds more than {0}; no list does.");
    public static readonly ListRule ValueTooLong = new("LIST_VALUE_TOO_LONG", "The value is longer than {0} characters.");
    public static readonly ListRule EntryTooLarge = new("LIST_ENTRY_TOO_LARGE", "The entry holds more than {0}.");
    public static readonly ListRule ReferenceMissing = new("LIST_REFERENCE_MISSING", "The entry has no reference.");
    public static readonly ListRule ReferenceInvalid = new("LIST_REFERENCE_INVALID", "The reference must be a number; this is {0}.");
    public static readonly ListRule ReferenceTwice = new("LIST_REFERENCE_DUPLICATE", "The reference {0} was met before.");
    public static readonly ListRule NameMissing = new("LIST_NAME_MISSING", "The entry {0} has no name.");
    public static readonly ListRule KindUnknown = new("LIST_KIND_UNKNOWN", "The entry is none of individual, entity, vessel and aircraft; this is {0}.");
    public static readonly ListRule Empty = new("LIST_EMPTY", "The list has no entries.");

    private const int LongestShown = 100;

    /// <summary>The error of breaking the rule at a place. Of what was found no more is shown than a person reads.</summary>
    public ListError Broken(string file, long line, long column, string? field, object? found = null) =>
        new(Code, file, line, column, field is null ? null : Shown(field), string.Format(CultureInfo.InvariantCulture, Sentence, Shown($"{found}")));

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
