using System.Globalization;
using Rahdari.Dates;

namespace Rahdari.Matching.Scoring;

/// <summary>Dates of birth that are written in a Hijri calendar, and what a conversion from it leaves behind.</summary>
/// <remarks>
/// The lunar calendar is that of Umm al-Qura, before 1318 the tabular one; months that begin when the moon is seen differ by a day or two from both. The solar
/// one is that of Iran and Afghanistan. Nothing but the year tells which a date is written in. Thread-safe.
/// </remarks>
internal static class HijriCalendars
{
    /// <summary>Nobody who is listed or travels was born in these years of the Gregorian calendar; by the lunar one they begin in 1882 and end in 2047, by the solar one in 1921 and 2092.</summary>
    private const int FirstYear = 1300, LastYear = 1470;

    /// <summary>A day on either side: tables differ.</summary>
    private const int Allowance = 1;

    private static readonly UmAlQuraCalendar UmmAlQura = new();
    private static readonly HijriCalendar Tabular = new() { HijriAdjustment = 0 };
    private static readonly PersianCalendar Solar = new();

    /// <summary>True where the years of a span can be of a Hijri calendar alone.</summary>
    public static bool AreOf(DateSpan span) => IsOf(span.From) && IsOf(span.To);

    /// <summary>True where the year of a date can be of a Hijri calendar alone.</summary>
    public static bool IsOf(PartialDate date) => date.Year is >= FirstYear and <= LastYear;

    /// <summary>The days that a span in the lunar calendar can be.</summary>
    public static DateSpan LunarDays(DateSpan span) => Days(LunarOf(span.From.Year!.Value), LunarOf(span.To.Year!.Value), span);

    /// <summary>The days that a span in the solar calendar can be.</summary>
    public static DateSpan SolarDays(DateSpan span) => Days(Solar, Solar, span);

    /// <summary>True where one date has day and month as the other has them in the lunar calendar, a day more or less: the year alone was converted.</summary>
    public static bool KeepDayOfYear(PartialDate a, PartialDate b) => KeepsDayOfYear(a, b) || KeepsDayOfYear(b, a);

    private static bool KeepsDayOfYear(PartialDate kept, PartialDate converted)
    {
        var day = converted.ToDateOnly()!.Value.ToDateTime(TimeOnly.MinValue);
        for (var off = -Allowance; off <= Allowance; off++)
        {
            if (off < 0 ? day == DateTime.MinValue : off > 0 && day == DateTime.MaxValue.Date)
                continue; // There is no day beside it.
            var near = day.AddDays(off);
            Calendar calendar = near >= UmmAlQura.MinSupportedDateTime && near <= UmmAlQura.MaxSupportedDateTime ? UmmAlQura : Tabular;
            if (near >= calendar.MinSupportedDateTime && kept.Month == calendar.GetMonth(near) && kept.Day == calendar.GetDayOfMonth(near))
                return true;
        }
        return false;
    }

    private static Calendar LunarOf(int year) => year >= UmmAlQura.GetYear(UmmAlQura.MinSupportedDateTime) ? UmmAlQura : Tabular;

    private static DateSpan Days(Calendar ofFrom, Calendar ofTo, DateSpan span)
    {
        var (from, to) = (First(ofFrom, Year(span.From)), Last(ofTo, Year(span.To)));
        return new DateSpan(PartialDate.From(DateOnly.FromDateTime(from.AddDays(-Allowance))), PartialDate.From(DateOnly.FromDateTime(to.AddDays(Allowance))), Circa: false);
    }

    /// <summary>The first day of a year is written where only the year is known.</summary>
    private static PartialDate Year(PartialDate date) => date is { Month: 1, Day: 1 } ? PartialDate.Of(date.Year) : date;

    private static DateTime First(Calendar calendar, PartialDate date) =>
        calendar.ToDateTime(date.Year!.Value, date.Month ?? 1, 1, 0, 0, 0, 0).AddDays(date.Month is null ? 0 : (date.Day ?? 1) - 1);

    private static DateTime Last(Calendar calendar, PartialDate date)
    {
        if (date is { Month: not null, Day: not null })
            return First(calendar, date);
        var begun = First(calendar, PartialDate.Of(date.Year, date.Month));
        return (date.Month is null ? calendar.AddYears(begun, 1) : calendar.AddMonths(begun, 1)).AddDays(-1);
    }
}
