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
    private const int Earliest = 1850, Latest = 2150;

    private readonly List<(int From, int Until, double Most)> runs = [];
    private readonly List<int> days = [];

    /// <summary>Runs of names, first name and end, and the most that a date of birth earns there beyond the days of <see cref="Days"/>. Together all names.</summary>
    public ReadOnlySpan<(int From, int Until, double Most)> Runs => CollectionsMarshal.AsSpan(runs);

    /// <summary>Days, as <see cref="Segment.BirthKey"/>, that are the one screened, it with day and month exchanged, or it with one digit of the year misread.</summary>
    public ReadOnlySpan<int> Days => CollectionsMarshal.AsSpan(days);

    public void Set(Segment segment, PartialDate born)
    {
        runs.Clear();
        days.Clear();
        if (born.Year is not { } year)
        {
            AddRun(segment, 0, segment.Persons, 0);
            return;
        }
        var (before, first, after, end) = (Born(segment, year - 1), Born(segment, year), Born(segment, year + 1), Born(segment, year + 2));
        var ofYear = born.IsComplete ? Evidence.OneDigitOff : born.Month is null ? Evidence.SameYear : Evidence.SameMonth;
        var nextYear = born.IsComplete ? Evidence.OtherDay : Evidence.NextYear;
        AddRun(segment, 0, segment.Undated, Evidence.SameYear);
        AddRun(segment, segment.Undated, before, Evidence.OtherYear);
        AddRun(segment, before, first, nextYear);
        AddRun(segment, first, after, ofYear);
        AddRun(segment, after, end, nextYear);
        AddRun(segment, end, segment.Persons, Evidence.OtherYear);
        if (born is { IsComplete: true, Month: { } month, Day: { } day })
            AddDays(year, month, day);
    }

    private void AddDays(int year, int month, int day)
    {
        days.Add(Segment.BirthKey(year, month, day));
        if (day <= 12 && day != month && month <= DateTime.DaysInMonth(year, day))
            days.Add(Segment.BirthKey(year, day, month));
        for (var unit = 1; unit <= 1000; unit *= 10)
        {
            for (var digit = 0; digit <= 9; digit++)
            {
                var misread = year + ((digit - (year / unit % 10)) * unit);
                if (misread != year && misread is >= Earliest and <= Latest)
                    days.Add(Segment.BirthKey(misread, month, day));
            }
        }
    }

    private static int Born(Segment segment, int year) => segment.FirstBorn(Segment.BirthKey(year, 0, 0));

    private void AddRun(Segment segment, int from, int until, double most)
    {
        var names = segment.PersonNames.Span;
        if (names[from] < names[until])
            runs.Add((names[from], names[until], most));
    }
}
