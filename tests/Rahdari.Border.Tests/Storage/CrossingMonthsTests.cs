using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Storage;

/// <summary>The partitions of crossings on PostgreSQL, and that SQLite needs none.</summary>
public class CrossingMonthsTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_crossing_that_no_month_was_made_for_is_told_and_moves_where_its_month_is_made(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var crossing = await site.PassAsync(Specimens.Passport());
        Assert.Equal(0, await site.Services.CrossingsOutsideMonthsAsync(TestContext.Current.CancellationToken));

        var at = new DateTimeOffset(1999, 5, 6, 7, 8, 9, TimeSpan.Zero);
        await using var db = site.Get<BorderStorage>().Open();
        db.Crossings.Add(crossing with { Id = CrossingMonths.IdOf(at, new byte[10]), At = at });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(engine == TestSite.Postgres ? 1 : 0, await site.Services.CrossingsOutsideMonthsAsync(TestContext.Current.CancellationToken));
        Assert.True(await CrossingMonths.TryMakeAsync(db, at, TestContext.Current.CancellationToken));
        Assert.Equal(0, await site.Services.CrossingsOutsideMonthsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.Crossings.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_month_that_somebody_keeps_from_being_made_keeps_nobody_waiting_and_no_site_from_starting()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Postgres);
        var stop = TestContext.Current.CancellationToken;
        await using var reader = site.Get<BorderStorage>().Open();
        await using var reading = await reader.Database.BeginTransactionAsync(stop);
        Assert.Empty(await reader.Crossings.ToListAsync(stop));
        await using var db = site.Get<BorderStorage>().Open();
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(20));
        var at = new DateTimeOffset(1999, 5, 6, 7, 8, 9, TimeSpan.Zero);

        Assert.False(await CrossingMonths.TryMakeAsync(db, at, stop));
        site.Clock.Advance(TimeSpan.FromDays(400));
        await site.RestartAsync();
        Assert.False(await site.Services.MakeCrossingMonthsAsync(stop));

        await reading.CommitAsync(stop);
        Assert.True(await CrossingMonths.TryMakeAsync(db, at, stop));
        Assert.True(await site.Services.MakeCrossingMonthsAsync(stop));
    }
}
