using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Days under a rolling limit, against counting every window by hand.</summary>
public class RollingLimitTests
{
    private const int Cases = 4_000;
    private const int Seed = 20260301;

    private static readonly DateOnly Start = new(2026, 3, 1);

    [Fact]
    public void The_last_day_is_the_last_on_which_no_window_holds_more_than_the_limit()
    {
        var random = new Random(Seed);
        var reached = 0;
        for (var n = 0; n < Cases; n++)
        {
            var window = random.Next(1, 60);
            var limit = random.Next(1, window + 1);
            var inside = new HashSet<DateOnly>();
            // Stays of before, now and then one that ends on the day of entry.
            for (var stays = random.Next(6); stays > 0; stays--)
            {
                var first = -random.Next(0, 100);
                for (var day = first; day <= Math.Min(0, first + random.Next(30)); day++)
                    inside.Add(Start.AddDays(day));
            }
            var longest = Start.AddDays(random.Next(0, 120));
            var last = RollingLimit.LastDay(inside, Start, limit, window, longest);
            Assert.Equal(Counted(inside, limit, window, longest), last);
            if (last is not null)
                continue;
            reached++;
            var next = RollingLimit.NextDay(inside, Start, limit, window);
            Assert.True(next > Start);
            Assert.True(MayEnter(inside, next, limit, window), $"{n}");
            Assert.All(Enumerable.Range(0, next.DayNumber - Start.DayNumber), days => Assert.False(MayEnter(inside, Start.AddDays(days), limit, window), $"{n}"));
        }
        Assert.InRange(reached, Cases / 20, Cases / 2);
    }

    private static DateOnly? Counted(HashSet<DateOnly> inside, int limit, int window, DateOnly longest)
    {
        DateOnly? last = null;
        for (var day = Start; day <= longest; day = day.AddDays(1))
        {
            var all = inside.Concat(Enumerable.Range(0, day.DayNumber - Start.DayNumber + 1).Select(Start.AddDays)).ToHashSet();
            if (Enumerable.Range(0, window).Count(back => all.Contains(day.AddDays(-back))) > limit)
                break;
            last = day;
        }
        return last;
    }

    private static bool MayEnter(HashSet<DateOnly> inside, DateOnly day, int limit, int window) =>
        Enumerable.Range(0, window).Count(back => back == 0 || inside.Contains(day.AddDays(-back))) <= limit;
}
