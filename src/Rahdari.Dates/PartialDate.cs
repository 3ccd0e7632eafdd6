using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rahdari.Dates;

/// <summary>
/// A calendar date (proleptic Gregorian) of which the month or the day, or all of it, may be unknown.
/// Never a guessed date: a passport that gives only a year of birth stays a year.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. The text form follows ISO 8601-2 (EDTF) level 1: <c>1971-08-14</c>, <c>1971-08</c>,
/// <c>1971</c>, and <c>XX</c> for an unknown part before a known one: <c>1971-XX-14</c>, <c>XXXX-08-14</c>.
/// The default value is <see cref="Unknown"/>.
/// </remarks>
public readonly record struct PartialDate
{
    /// <summary>Five bits of day, four of month, then the year; zero where unknown. Millions are held at once.</summary>
    private readonly int parts;

    private PartialDate(int? year, int? month, int? day) => parts = ((year ?? 0) << 9) | ((month ?? 0) << 5) | (day ?? 0);

    /// <summary>The year, 1 to 9999, or null where unknown.</summary>
    public int? Year => Known(parts >> 9);

    /// <summary>The month, 1 to 12, or null where unknown.</summary>
    public int? Month => Known((parts >> 5) & 0xF);

    /// <summary>The day of the month, 1 to 31, or null where unknown.</summary>
    public int? Day => Known(parts & 0x1F);

    /// <summary>A date of which nothing is known.</summary>
    public static PartialDate Unknown => default;

    /// <summary>True where year, month and day are known.</summary>
    public bool IsComplete => Year is not null && Month is not null && Day is not null;

    /// <summary>True where no part is known.</summary>
    public bool IsUnknown => parts == 0;

    /// <summary>Makes a complete date.</summary>
    public static PartialDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Makes a date from its parts; false where the parts can be no date in any year (30 February, month 13, year 0).</summary>
    public static bool TryCreate(int? year, int? month, int? day, out PartialDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        // 29 February is possible while the year is unknown: 2000 was a leap year.
        if (day is { } d && month is { } m && d > DateTime.DaysInMonth(year ?? 2000, m))
            return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>Makes a date from its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parts can be no date.</exception>
    public static PartialDate Of(int? year, int? month = null, int? day = null) =>
        TryCreate(year, month, day, out var date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(year), $"{year}-{month}-{day} can be no date.");

    /// <summary>The complete date, or null where a part is unknown.</summary>
    public DateOnly? ToDateOnly() => IsComplete ? new DateOnly(Year!.Value, Month!.Value, Day!.Value) : null;

    /// <summary>The earliest day that this date can be, or null where the year is unknown.</summary>
    public DateOnly? Earliest()
    {
        if (Year is not { } year)
            return null;
        var month = Month ?? FirstMonthWith(year, Day);
        return new DateOnly(year, month, Day ?? 1);
    }

    /// <summary>The latest day that this date can be, or null where the year is unknown.</summary>
    public DateOnly? Latest()
    {
        if (Year is not { } year)
            return null;
        var month = Month ?? 12;
        return new DateOnly(year, month, Day ?? DateTime.DaysInMonth(year, month));
    }

    /// <summary>True where both can be the same day: no part known to both differs.</summary>
    public bool IsCompatibleWith(PartialDate other) =>
        Agrees(Year, other.Year) && Agrees(Month, other.Month) && Agrees(Day, other.Day);

    /// <summary>The ISO 8601-2 text; an unknown date is <c>XXXX</c>.</summary>
    public override string ToString()
    {
        var year = Year?.ToString("D4", CultureInfo.InvariantCulture) ?? "XXXX";
        if (Month is null && Day is null)
            return year;
        var month = Month?.ToString("D2", CultureInfo.InvariantCulture) ?? "XX";
        return Day is { } day ? $"{year}-{month}-{day.ToString("D2", CultureInfo.InvariantCulture)}" : $"{year}-{month}";
    }

    /// <summary>Reads the text form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is not (4 or 7 or 10))
            return false;
        if (!Part(text.AsSpan(0, 4), out var year))
            return false;
        int? month = null, day = null;
        if (text.Length >= 7 && (text[4] != '-' || !Part(text.AsSpan(5, 2), out month)))
            return false;
        if (text.Length == 10 && (text[7] != '-' || !Part(text.AsSpan(8, 2), out day)))
            return false;
        return TryCreate(year, month, day, out date);
    }

    /// <summary>Reads the text form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date like 1971-08-14, 1971-08 or 1971.");

    private static int? Known(int part) => part == 0 ? null : part;

    private static bool Agrees(int? a, int? b) => a is null || b is null || a == b;

    private static int FirstMonthWith(int year, int? day)
    {
        var month = 1;
        while (day is { } d && d > DateTime.DaysInMonth(year, month))
            month++;
        return month;
    }

    private static bool Part(ReadOnlySpan<char> text, out int? value)
    {
        value = null;
        if (text.IndexOfAnyExcept('X') < 0)
            return true;
        if (text.IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        value = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }
}
