using Rahdari.Dates;

namespace Rahdari.Matching.Scoring;

/// <summary>Compares a date of birth with all that a list gives; the best counts.</summary>
internal static class BirthDateScore
{
    private const double DaysOfYear = 365.25;

    public static ScorePart Of(PartialDate queried, IReadOnlyList<DateSpan> listed)
    {
        var text = queried.IsUnknown ? null : queried.ToString();
        if (queried.Year is null || listed.Count == 0)
            return new ScorePart(ScorePartKind.DateOfBirth, Agreement.Missing, 0, text, listed.Count == 0 ? null : string.Join(", ", listed));
        ScorePart? best = null;
        foreach (var span in listed)
        {
            var (agreement, points, converted) = Compare(queried, span);
            if (best is not null && points <= best.Points)
                continue;
            best = converted is null ? new ScorePart(ScorePartKind.DateOfBirth, agreement, points, text, span.ToString())
                : HijriCalendars.AreOf(span) ? new ScorePart(ScorePartKind.DateOfBirth, agreement, points, text, $"{span} ({converted})")
                : new ScorePart(ScorePartKind.DateOfBirth, agreement, points, $"{text} ({converted})", span.ToString());
        }
        return best!;
    }

    /// <summary>The points alone.</summary>
    public static double Points(PartialDate queried, ReadOnlySpan<DateSpan> listed)
    {
        if (queried.Year is null || listed.IsEmpty)
            return 0;
        var best = double.NegativeInfinity;
        foreach (var span in listed)
            best = Math.Max(best, Compare(queried, span).Points);
        return best;
    }

    /// <summary>As both are written; where one is in a Hijri calendar, as that can be read, and the days that the best reading is.</summary>
    private static (Agreement Agreement, double Points, DateSpan? Converted) Compare(PartialDate queried, DateSpan span)
    {
        var (agreement, points) = CompareWritten(queried, span);
        if (span.From.Year is null || HijriCalendars.IsOf(queried) == HijriCalendars.AreOf(span))
            return (agreement, points, null);
        var (hijri, other) = HijriCalendars.AreOf(span) ? (span, new DateSpan(queried)) : (new DateSpan(queried), span);
        DateSpan? converted = null;
        foreach (var days in new[] { HijriCalendars.LunarDays(hijri), HijriCalendars.SolarDays(hijri) })
        {
            if (CompareConverted(hijri, days, other) is var read && read.Points > points)
                (agreement, points, converted) = (read.Agreement, read.Points, days);
        }
        return (agreement, points, converted);
    }

    private static (Agreement Agreement, double Points) CompareConverted(DateSpan hijri, DateSpan days, DateSpan other)
    {
        var (from, to) = Allowing(days with { Circa = hijri.Circa });
        // 1 January is what is written where only the year is known.
        var (earliest, latest) = Allowing(other.IsSingle && IsFirstOfJanuary(other.From) ? new DateSpan(PartialDate.Of(other.From.Year), other.Circa) : other);
        if (latest >= from && earliest <= to)
        {
            var years = Math.Max(to.DayNumber - from.DayNumber, latest.DayNumber - earliest.DayNumber) / DaysOfYear;
            return (Agreement.Near, IsDay(hijri) && IsDay(other) ? Evidence.SameHijriDay : Evidence.WithinSpan(years));
        }
        var between = latest < from ? from.Year - latest.Year : earliest.Year - to.Year;
        return (Agreement.Different, OfYearsBetween(between));
    }

    private static (Agreement Agreement, double Points) CompareWritten(PartialDate queried, DateSpan span)
    {
        if (span.From.Year is null)
            return (Agreement.Missing, 0);
        if (span is { IsSingle: true, Circa: false })
            return Compare(queried, span.From);
        var (from, to) = Allowing(span);
        if (span.IsSingle && queried == span.From)
            return (Agreement.Equal, queried.IsComplete && !IsFirstOfJanuary(queried) ? Evidence.SameCircaDay : Evidence.SameYear);
        if (queried.Latest() >= from && queried.Earliest() <= to)
            return (Agreement.Near, Evidence.WithinSpan((to.DayNumber - from.DayNumber + 1) / DaysOfYear));
        return queried.Latest() >= AddYears(from, -1) && queried.Earliest() <= AddYears(to, 1)
            ? (Agreement.Different, Evidence.NextYear)
            : (Agreement.Different, Evidence.OtherYear);
    }

    private static (Agreement Agreement, double Points) Compare(PartialDate a, PartialDate b)
    {
        if (a.IsComplete && b.IsComplete)
            return CompareDays(a, b);
        if (a.IsCompatibleWith(b))
        {
            var month = a.Month is not null && b.Month is not null;
            return (Agreement.Equal, month ? Evidence.SameMonth : Evidence.SameYear);
        }
        return (Agreement.Different, OfOtherYear(a, b));
    }

    private static (Agreement Agreement, double Points) CompareDays(PartialDate a, PartialDate b)
    {
        // 1 January is what is written where only the year is known.
        var years = (IsFirstOfJanuary(a) ? 1 : 0) + (IsFirstOfJanuary(b) ? 1 : 0);
        if (a == b)
            return (Agreement.Equal, years > 0 ? Evidence.SameFirstOfJanuary : Evidence.SameDay);
        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
            return (Agreement.Near, Evidence.SwappedDay);
        if (a.Year == b.Year && years > 0)
            return (Agreement.Near, Evidence.SameYear);
        if (years == 0 && Math.Abs(DayNumber(a) - DayNumber(b)) <= Evidence.DaysOfConversion)
            return (Agreement.Near, Evidence.NearDay);
        if (years == 0 && Digits(a.Year!.Value, b.Year!.Value) + Digits(a.Month!.Value, b.Month!.Value) + Digits(a.Day!.Value, b.Day!.Value) == 1)
            return (Agreement.Near, Evidence.OneDigitOff);
        if (years == 0 && a.Year == b.Year && !HijriCalendars.IsOf(a) && HijriCalendars.KeepDayOfYear(a, b))
            return (Agreement.Near, Evidence.KeptHijriDay);
        return (Agreement.Different, OfOtherYear(a, b));
    }

    private static double OfOtherYear(PartialDate a, PartialDate b) => OfYearsBetween(Math.Abs(a.Year!.Value - b.Year!.Value));

    private static double OfYearsBetween(int years) => years switch
    {
        0 => Evidence.OtherDay,
        1 => Evidence.NextYear,
        _ => Evidence.OtherYear,
    };

    /// <summary>How many digits differ.</summary>
    private static int Digits(int a, int b)
    {
        var digits = 0;
        for (; a > 0 || b > 0; a /= 10, b /= 10)
            digits += a % 10 == b % 10 ? 0 : 1;
        return digits;
    }

    private static bool IsFirstOfJanuary(PartialDate date) => date is { Month: 1, Day: 1 };

    private static bool IsDay(DateSpan span) => span is { IsSingle: true, Circa: false, From.IsComplete: true } && !IsFirstOfJanuary(span.From);

    private static int DayNumber(PartialDate date) => date.ToDateOnly()!.Value.DayNumber;

    /// <summary>The first and the last day of a span, with the years that "circa" allows.</summary>
    private static (DateOnly From, DateOnly To) Allowing(DateSpan span)
    {
        var allowance = span.Circa ? Evidence.CircaYears : 0;
        return (AddYears(span.Earliest()!.Value, -allowance), AddYears((span.Latest() ?? span.Earliest())!.Value, allowance));
    }

    private static DateOnly AddYears(DateOnly date, int years)
    {
        var year = date.Year + years;
        return year < 1 ? DateOnly.MinValue : year > 9999 ? DateOnly.MaxValue : date.AddYears(years);
    }
}
