using System.Globalization;
using Rahdari.Dates;

namespace Rahdari.Documents.Mrz;

/// <summary>Six-character dates (Doc 9303-3 §4.8): two digits a part, an unknown part as fillers (or, against the rule but met, zeros).</summary>
internal static class MrzDates
{
    /// <summary>
    /// A date of birth; false where the characters can be no date. The century is the latest in which the holder was
    /// born on or before the day of reading.
    /// </summary>
    public static bool TryReadBirth(ReadOnlySpan<char> text, DateOnly today, out PartialDate date)
    {
        date = PartialDate.Unknown;
        if (!TryParts(text, out var year, out var month, out var day))
            return false;
        if (year is null)
            return PartialDate.TryCreate(null, month, day, out date);
        var latest = (today.Year / 100 * 100) + year.Value;
        // With parts unknown the earliest day counts: it can still have been born this year.
        return (latest <= today.Year && PartialDate.TryCreate(latest, month, day, out date) && date.Earliest() <= today)
            || PartialDate.TryCreate(latest - 100, month, day, out date);
    }

    /// <summary>A date of expiry; false where the characters can be no date. 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069.</summary>
    public static bool TryReadExpiry(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = PartialDate.Unknown;
        return TryParts(text, out var year, out var month, out var day) && PartialDate.TryCreate(year >= 70 ? 1900 + year : 2000 + year, month, day, out date);
    }

    /// <summary>The six characters of a date.</summary>
    public static string Write(PartialDate date) =>
        Part(date.Year % 100) + Part(date.Month) + Part(date.Day);

    private static string Part(int? part) => part?.ToString("D2", CultureInfo.InvariantCulture) ?? "<<";

    private static bool TryParts(ReadOnlySpan<char> text, out int? year, out int? month, out int? day)
    {
        (month, day) = (null, null);
        if (!TryPart(text[..2], out year) || !TryPart(text[2..4], out month) || !TryPart(text[4..6], out day))
            return false;
        (month, day) = (month == 0 ? null : month, day == 0 ? null : day);
        return true;
    }

    private static bool TryPart(ReadOnlySpan<char> text, out int? part)
    {
        part = char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) ? ((text[0] - '0') * 10) + text[1] - '0' : null;
        return part is not null || text is "<<";
    }
}
