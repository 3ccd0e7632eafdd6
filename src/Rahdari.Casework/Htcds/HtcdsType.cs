namespace Rahdari.Casework.Htcds;

/// <summary>What a field of the standard holds.</summary>
public enum HtcdsType
{
    /// <summary>Any text in any script, lines and all, up to <see cref="HtcdsField.LongestText"/> characters.</summary>
    Text,

    /// <summary>A telephone number; any text is kept, what is no E.164 number is told.</summary>
    Phone,

    /// <summary>A day of which parts may be unknown, as ISO 8601-2 writes it: <c>1971-08-14</c>, <c>1971-08</c>, <c>1971</c>, <c>XXXX</c>.</summary>
    Date,

    /// <summary>An instant with its offset from UTC.</summary>
    Instant,

    /// <summary>A whole number from 0 to 999.</summary>
    Whole,

    /// <summary>A decimal number: degrees of longitude or latitude.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A code of ISO 639: two or three small letters.</summary>
    Language,

    /// <summary>One option of a list.</summary>
    One,

    /// <summary>One option of a list, or what somebody wrote instead: the field standards say list, the form says text.</summary>
    OpenOne,

    /// <summary>Options of a list, each once, their order kept.</summary>
    Many,

    /// <summary>Options of a list to which more may be added, without blanks.</summary>
    OpenMany,
}
