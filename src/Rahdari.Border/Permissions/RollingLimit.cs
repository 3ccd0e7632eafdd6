using Rahdari.Border.Stays;

namespace Rahdari.Border.Permissions;

/// <summary>Days in the country under a limit of n in any window of m days, as 90 in 180: a stay may go on as long as no window that ends on one of its days holds more.</summary>
internal static class RollingLimit
{
    /// <summary>Days used in the window that ends on a day, that day counted.</summary>
    public static int Used(IReadOnlySet<DateOnly> inside, DateOnly day, int window) => Enumerable.Range(0, window).Count(back => inside.Contains(day.AddDays(-back)));

    /// <summary>The last day of a stay that begins on a day; null where not even that day is left.</summary>
    /// <param name="inside">The days in the country before.</param>
    /// <param name="from">The first day of the stay.</param>
    /// <param name="limit">Days allowed.</param>
    /// <param name="window">Days over which they are counted.</param>
    /// <param name="longest">The last day that is wanted.</param>
    public static DateOnly? LastDay(IReadOnlySet<DateOnly> inside, DateOnly from, int limit, int window, DateOnly longest)
    {
        // Of the days before, those that the window of the first day still holds; each further day adds one and may let one go.
        var used = Used(inside, from.AddDays(-1), window);
        DateOnly? last = null;
        for (var day = from; day <= longest; day = day.AddDays(1))
        {
            var leaving = day.AddDays(-window);
            used += 1 - (leaving >= from || inside.Contains(leaving) ? 1 : 0);
            if (used > limit)
                break;
            last = day;
        }
        return last;
    }

    /// <summary>The first day from a day on on which one day would be left.</summary>
    public static DateOnly NextDay(IReadOnlySet<DateOnly> inside, DateOnly from, int limit, int window)
    {
        var day = from;
        while (Used(inside, day.AddDays(-1), window - 1) >= limit)
            day = day.AddDays(1); // Ends: after a window without a day inside nothing is used.
        return day;
    }

    /// <summary>The days in the country that stays tell; of a stay of which a leg is missing only the day that is known.</summary>
    /// <param name="stays">Of one traveller.</param>
    /// <param name="today">Until when an open one is counted.</param>
    /// <param name="day">The day at the port of an instant.</param>
    public static HashSet<DateOnly> Inside(IEnumerable<RecordedStay> stays, DateOnly today, Func<DateTimeOffset, DateOnly> day)
    {
        var inside = new HashSet<DateOnly>();
        foreach (var stay in stays)
        {
            var first = day((stay.Entry ?? stay.Exit!).At);
            var last = stay.State switch
            {
                StayState.Ended => day(stay.Exit!.At),
                StayState.Open => today,
                _ => first,
            };
            for (var inSight = last.AddDays(-MostDays) > first ? last.AddDays(-MostDays) : first; inSight <= last; inSight = inSight.AddDays(1))
                inside.Add(inSight);
        }
        return inside;
    }

    /// <summary>No window is longer.</summary>
    public const int MostDays = 3660;
}
