using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>What a file of cases can break. No finding repeats a value of the file: it may be somebody's name in the wrong column.</summary>
public static class HtcdsRules
{
    private const string Standard = "HTCDS 2.0, field standards";
    private const string Form = "HTCDS 2.0, XLSForm; XLSForm’s exports";

#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Malformed = new("HTCDS_MALFORMED", Severity.Serious, "RFC 8259; RFC 4180; RFC 3629", "file", "line", "column");
    public static readonly FindingRule TooLong = new("HTCDS_TOO_LONG", Severity.Serious, "bounded memory", "file", "line", "column");
    public static readonly FindingRule TooMany = new("HTCDS_TOO_MANY", Severity.Serious, "bounded memory", "file", "line", "column");
    public static readonly FindingRule FieldTwice = new("HTCDS_FIELD_TWICE", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule FieldKind = new("HTCDS_FIELD_KIND", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule FieldName = new("HTCDS_FIELD_NAME", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule FieldUnknown = new("HTCDS_FIELD_UNKNOWN", Severity.Information, Standard, "file", "line", "column");
    public static readonly FindingRule Parent = new("HTCDS_PARENT", Severity.Serious, Form, "file", "line", "column");
    public static readonly FindingRule SplitDiffers = new("HTCDS_SPLIT_DIFFERS", Severity.Serious, Form, "file", "line", "column");
    public static readonly FindingRule Text = new("HTCDS_TEXT", Severity.Serious, "RFC 3629", "file", "line", "column");
    public static readonly FindingRule TextTooLong = new("HTCDS_TEXT_TOO_LONG", Severity.Serious, "bounded memory", "file", "line", "column");
    public static readonly FindingRule Date = new("HTCDS_DATE", Severity.Serious, "ISO 8601-2", "file", "line", "column");
    public static readonly FindingRule Instant = new("HTCDS_INSTANT", Severity.Serious, "ISO 8601-1", "file", "line", "column");
    public static readonly FindingRule Whole = new("HTCDS_WHOLE", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule Number = new("HTCDS_NUMBER", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule Flag = new("HTCDS_FLAG", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule Language = new("HTCDS_LANGUAGE", Severity.Serious, "ISO 639-2", "file", "line", "column");
    public static readonly FindingRule Option = new("HTCDS_OPTION", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule OptionTwice = new("HTCDS_OPTION_TWICE", Severity.Serious, Standard, "file", "line", "column");
    public static readonly FindingRule Phone = new("HTCDS_PHONE", Severity.Information, "HTCDS 2.0, field standards: E.164", "file", "line", "column");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        Malformed, TooLong, TooMany, FieldTwice, FieldKind, FieldName, FieldUnknown, Parent, SplitDiffers,
        Text, TextTooLong, Date, Instant, Whole, Number, Flag, Language, Option, OptionTwice, Phone,
    ];
}
