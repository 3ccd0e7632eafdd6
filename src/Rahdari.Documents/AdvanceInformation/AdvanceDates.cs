using System.Globalization;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>Days of birth, issue and expiry: <c>541016</c> or <c>19541016</c> in UN/EDIFACT, <c>16OCT54</c> or <c>16OCT1954</c> in AIRIMP.</summary>
internal static class AdvanceDates
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>A day that is past: the century is the latest in which it is not after today.</summary>
    public static bool TryReadPast(ReadOnlySpan<char> text, DateOnly today, out PartialDate date) =>
        text.Length == 6 && IsDigits(text) ? MrzDates.TryReadBirth(text, today, out date) : TryReadWhole(text, out date);

    /// <summary>A day that may be to come: 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069, as in a machine readable zone.</summary>
    public static bool TryReadExpiry(ReadOnlySpan<char> text, out PartialDate date) =>
        text.Length == 6 && IsDigits(text) ? MrzDates.TryReadExpiry(text, out date) : TryReadWhole(text, out date);

    /// <summary>The same of AIRIMP's day, month and year.</summary>
    public static bool TryReadSpelled(string text, bool past, DateOnly today, out PartialDate date)
    {
        date = PartialDate.Unknown;
        if (text.Length is not (7 or 9))
            return false;
        var month = Array.IndexOf(Months, text.Substring(2, 3).ToUpperInvariant()) + 1;
        var digits = $"{text[5..]}{month:D2}{text[..2]}";
        return month > 0 && IsDigits(digits) && (past ? TryReadPast(digits, today, out date) : TryReadExpiry(digits, out date));
    }

    /// <summary>Eight digits, an unknown part as zeros.</summary>
    public static string Write(PartialDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year ?? 0:D4}{date.Month ?? 0:D2}{date.Day ?? 0:D2}");

    private static bool TryReadWhole(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = PartialDate.Unknown;
        if (text.Length != 8 || !IsDigits(text))
            return false;
        var number = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return PartialDate.TryCreate(Known(number / 10000), Known(number / 100 % 100), Known(number % 100), out date);
    }

    private static int? Known(int part) => part == 0 ? null : part;

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
