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

    /// <summary>Days, as <see cref="Segment.BirthKey"/>, that are the one screened, it with day and month exchanged, or it with one digit of the year misread; and what each earns.</summary>
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
        AddRun(segment, several.From, several.Until, born is { IsComplete: false, Month: not null } ? Evidence.SameMonth : Evidence.OneDigitOff);
        // Who is known by the same month, and not the day, is met by that.
        AddYears(segment, BirthClass.Partial, year, Evidence.SameYear, Evidence.NextYear);
        if (born.IsComplete)
            AddYears(segment, BirthClass.Full, year, Evidence.OneDigitOff, Evidence.OtherDay);
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

    private void AddDays(int year, int month, int day)
    {
        days.Add((Segment.BirthKey(year, month, day), Evidence.SameDay));
        if (day <= 12 && day != month && month <= DateTime.DaysInMonth(year, day))
            days.Add((Segment.BirthKey(year, day, month), Evidence.SwappedDay));
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
