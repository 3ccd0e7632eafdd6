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
    public static bool TryReadBirth(string text, DateOnly today, out PartialDate date) => TryRead(text, out date, (year, month, day) =>
    {
        var century = today.Year / 100 * 100;
        var inThis = century + year;
        if (inThis > today.Year)
            return inThis - 100;
        // With parts unknown the earliest day counts: it can still have been born this year.
        return PartialDate.TryCreate(inThis, month, day, out var latest) && latest.Earliest() > today ? inThis - 100 : inThis;
    });

    /// <summary>A date of expiry; false where the characters can be no date. 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069.</summary>
    public static bool TryReadExpiry(string text, out PartialDate date) => TryRead(text, out date, (year, _, _) => year >= 70 ? 1900 + year : 2000 + year);

    /// <summary>The six characters of a date.</summary>
    public static string Write(PartialDate date) =>
        Part(date.Year % 100) + Part(date.Month) + Part(date.Day);

    private static string Part(int? part) => part?.ToString("D2", CultureInfo.InvariantCulture) ?? "<<";

    private static bool TryRead(string text, out PartialDate date, Func<int, int?, int?, int> century)
    {
        date = PartialDate.Unknown;
        if (!TryPart(text.AsSpan(0, 2), out var year) || !TryPart(text.AsSpan(2, 2), out var month) || !TryPart(text.AsSpan(4, 2), out var day))
            return false;
        (month, day) = (month == 0 ? null : month, day == 0 ? null : day);
        if (year is not { } known)
            return PartialDate.TryCreate(null, month, day, out date);
        return PartialDate.TryCreate(century(known, month, day), month, day, out date);
    }

    private static bool TryPart(ReadOnlySpan<char> text, out int? part)
    {
        part = null;
        if (text is "<<")
            return true;
        if (text.IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        part = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }
}
