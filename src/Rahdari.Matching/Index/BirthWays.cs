using System.Runtime.InteropServices;
using Rahdari.Dates;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// What a date of birth can be worth by when a listed person was born: runs of names with the most that each can earn, and the days whose
/// persons are compared however bad their names are.
/// </summary>
internal sealed class BirthWays
{
    private const int Earliest = 1, Latest = 9999;

    private readonly List<(int From, int Until, double Most)> runs = [];
    private readonly List<(int Key, double Points)> days = [];

    /// <summary>Runs of names, first name and end, and the most that a date of birth earns there beyond the days of <see cref="Days"/>. Together all names.</summary>
    public ReadOnlySpan<(int From, int Until, double Most)> Runs => CollectionsMarshal.AsSpan(runs);

    /// <summary>Days, as <see cref="Segment.BirthKey"/>, that are the one screened, it with day and month exchanged, those beside it, it with one digit of the year misread, or it read in a Hijri calendar; and the most that each earns.</summary>
    public ReadOnlySpan<(int Key, double Points)> Days => CollectionsMarshal.AsSpan(days);

    public void Set(Segment segment, PartialDate born)
    {
        runs.Clear();
        days.Clear();
        if (born.Year is not { } year)
        {
            AddRun(segment, 0, segment.Persons, 0);
            return;
        }
        var (none, several) = (segment.Class(BirthClass.None), segment.Class(BirthClass.Various));
        AddRun(segment, none.From, none.Until, 0);
        AddRun(segment, several.From, several.Until, born is { IsComplete: false, Month: not null } ? Evidence.SameMonth : Math.Max(Evidence.OneDigitOff, Evidence.SameYear));
        if (HijriCalendars.IsOf(born))
        {
            AddHijri(segment, born);
            return;
        }
        // Who is known by the same month, and not the day, is met by that.
        AddYears(segment, BirthClass.Partial, year, Evidence.SameYear, Evidence.NextYear);
        if (born.IsComplete)
            AddYears(segment, BirthClass.Full, year, Math.Max(Evidence.OneDigitOff, Evidence.SameYear), Evidence.NextYear);
        else
            AddYears(segment, BirthClass.Full, year, born.Month is null ? Evidence.SameYear : Evidence.SameMonth, Evidence.NextYear);
        if (born is { IsComplete: true, Month: { } month, Day: { } day })
            AddDays(year, month, day);
    }

    private void AddYears(Segment segment, BirthClass birth, int year, double ofYear, double nextYear)
    {
        var (from, until) = segment.Class(birth);
        var (before, first, after, end) = (Born(year - 1), Born(year), Born(year + 1), Born(year + 2));
        AddRun(segment, from, before, Evidence.OtherYear);
        AddRun(segment, before, first, nextYear);
        AddRun(segment, first, after, ofYear);
        AddRun(segment, after, end, nextYear);
        AddRun(segment, end, until, Evidence.OtherYear);

        int Born(int key) => segment.FirstBorn(birth, Segment.BirthKey(key, 0, 0));
    }

    /// <summary>
    /// A date in a Hijri calendar may be of several years, and is seldom asked for: all who have one Gregorian date are one run. Those whose date is written in
    /// such a calendar too are among <see cref="BirthClass.Various"/>.
    /// </summary>
    private void AddHijri(Segment segment, PartialDate born)
    {
        var (first, end) = (segment.Class(BirthClass.Partial).From, segment.Class(BirthClass.Full).Until);
        AddRun(segment, first, end, Evidence.SameYear);
        if (born is not { IsComplete: true, Year: { } year, Month: { } month, Day: { } day })
            return;
        foreach (var key in HijriDays(born))
            days.Add((key, Evidence.SameHijriDay));
        AddDays(year, month, day);
    }

    /// <summary>The days, as <see cref="Segment.BirthKey"/>, that a date in a Hijri calendar may be; none where it knows no day.</summary>
    public static IEnumerable<int> HijriDays(PartialDate born)
    {
        if (!born.IsComplete || !HijriCalendars.IsOf(born) || born is { Month: 1, Day: 1 })
            yield break;
        foreach (var span in new[] { HijriCalendars.LunarDays(new DateSpan(born)), HijriCalendars.SolarDays(new DateSpan(born)) })
        {
            for (var day = span.Earliest()!.Value; day <= span.Latest()!.Value; day = day.AddDays(1))
                yield return Segment.BirthKey(day.Year, day.Month, day.Day);
        }
    }

    private void AddDays(int year, int month, int day)
    {
        // 1 January is no day: it stands for its year alone.
        if (month == 1 && day == 1)
        {
            days.Add((Segment.BirthKey(year, month, day), Evidence.SameFirstOfJanuary));
            return;
        }
        days.Add((Segment.BirthKey(year, month, day), Evidence.SameDay));
        if (day <= 12 && day != month && month <= DateTime.DaysInMonth(year, day))
            days.Add((Segment.BirthKey(year, day, month), Evidence.SwappedDay));
        var number = new DateOnly(year, month, day).DayNumber;
        for (var near = Math.Max(0, number - Evidence.DaysOfConversion); near <= Math.Min(DateOnly.MaxValue.DayNumber, number + Evidence.DaysOfConversion); near++)
        {
            if (near != number && DateOnly.FromDayNumber(near) is var beside)
                days.Add((Segment.BirthKey(beside.Year, beside.Month, beside.Day), Evidence.NearDay));
        }
        for (var unit = 1; unit <= 1000; unit *= 10)
        {
            for (var digit = 0; digit <= 9; digit++)
            {
                var misread = year + ((digit - (year / unit % 10)) * unit);
                if (misread != year && misread is >= Earliest and <= Latest)
                    days.Add((Segment.BirthKey(misread, month, day), Evidence.OneDigitOff));
            }
        }
    }

    private void AddRun(Segment segment, int from, int until, double most)
    {
        var names = segment.PersonNames.Span;
        if (names[from] < names[until])
            runs.Add((names[from], names[until], most));
    }
}
