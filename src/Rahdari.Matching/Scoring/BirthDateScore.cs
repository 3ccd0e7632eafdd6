using Rahdari.Dates;

namespace Rahdari.Matching.Scoring;

/// <summary>Compares a date of birth with all that a list gives; the best counts.</summary>
internal static class BirthDateScore
{
    public static ScorePart Of(PartialDate queried, IReadOnlyList<DateSpan> listed)
    {
        var text = queried.IsUnknown ? null : queried.ToString();
        if (queried.Year is null || listed.Count == 0)
            return new ScorePart(ScorePartKind.DateOfBirth, Agreement.Missing, 0, text, listed.Count == 0 ? null : string.Join(", ", listed));
        ScorePart? best = null;
        foreach (var span in listed)
        {
            var (agreement, points) = Compare(queried, span);
            if (best is null || points > best.Points)
                best = new ScorePart(ScorePartKind.DateOfBirth, agreement, points, text, span.ToString());
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

    private static (Agreement Agreement, double Points) Compare(PartialDate queried, DateSpan span)
    {
        if (span.From.Year is null)
            return (Agreement.Missing, 0);
        if (span is { IsSingle: true, Circa: false })
            return Compare(queried, span.From);
        var allowance = span.Circa ? Evidence.CircaYears : 0;
        var from = AddYears(span.Earliest()!.Value, -allowance);
        var to = AddYears((span.Latest() ?? span.Earliest())!.Value, allowance);
        if (span.IsSingle && queried == span.From)
            return (Agreement.Equal, queried.IsComplete ? Evidence.SameDay : Evidence.SameYear);
        if (queried.Latest() >= from && queried.Earliest() <= to)
            return (Agreement.Near, Evidence.WithinSpan);
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
        return Math.Abs(a.Year!.Value - b.Year!.Value) switch
        {
            0 => (Agreement.Different, Evidence.OtherDay),
            1 => (Agreement.Different, Evidence.NextYear),
            _ => (Agreement.Different, Evidence.OtherYear),
        };
    }

    private static (Agreement Agreement, double Points) CompareDays(PartialDate a, PartialDate b)
    {
        if (a == b)
            return (Agreement.Equal, Evidence.SameDay);
        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
            return (Agreement.Near, Evidence.SwappedDay);
        if (Digits(a.Year!.Value, b.Year!.Value) + Digits(a.Month!.Value, b.Month!.Value) + Digits(a.Day!.Value, b.Day!.Value) == 1)
            return (Agreement.Near, Evidence.OneDigitOff);
        // 1 January is what is written where only the year is known.
        if (a.Year == b.Year && (IsFirstOfJanuary(a) || IsFirstOfJanuary(b)))
            return (Agreement.Near, Evidence.SameYear);
        return Math.Abs(a.Year!.Value - b.Year!.Value) switch
        {
            0 => (Agreement.Different, Evidence.OtherDay),
            1 => (Agreement.Different, Evidence.OtherDay),
            _ => (Agreement.Different, Evidence.OtherYear),
        };
    }

    /// <summary>How many digits differ.</summary>
    private static int Digits(int a, int b)
    {
        var digits = 0;
        for (; a > 0 || b > 0; a /= 10, b /= 10)
            digits += a % 10 == b % 10 ? 0 : 1;
        return digits;
    }

    private static bool IsFirstOfJanuary(PartialDate date) => date is { Month: 1, Day: 1 };

    private static DateOnly AddYears(DateOnly date, int years)
    {
        var year = date.Year + years;
        return year < 1 ? DateOnly.MinValue : year > 9999 ? DateOnly.MaxValue : date.AddYears(years);
    }
}
