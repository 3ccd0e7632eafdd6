using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Storage;

/// <summary>Whoever stands at the counter is asked for in the months in which they crossed, and in no other.</summary>
public class CrossingSpansTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_first_and_the_latest_crossing_and_how_many_there_were_are_noted_in_whatever_order_they_come(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var first = await site.PassAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromDays(3));
        var refused = await site.PresentAsync(Specimens.Passport(), Direction.Exit);
        Assert.True((await site.DecideAsync(refused, new Decision(DecisionKind.Refuse, "test"), site.Supervisor)).Succeeded);
        Assert.Equal((TestSite.Start, TestSite.Start.AddDays(3), 1, 1), await SpanAsync(site, first.TravellerId));

        var late = first with { Id = Guid.CreateVersion7(TestSite.Start.AddDays(-9)), At = TestSite.Start.AddDays(-9) };
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await LastCrossings.FollowAsync(db, [late, late with { Id = Guid.CreateVersion7(), At = TestSite.Start.AddDays(-5) }], TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((TestSite.Start.AddDays(-9), TestSite.Start.AddDays(3), 3, 1), await SpanAsync(site, first.TravellerId));
        await using var now = site.Get<BorderStorage>().Open();
        Assert.Equal(first.At, await now.LastCrossings.Where(l => l.TravellerId == first.TravellerId).Select(l => l.At).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_enters_and_leaves_is_asked_for_in_no_month_in_which_they_did_not_cross()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Postgres);
        var stop = TestContext.Current.CancellationToken;
        await using var db = site.Get<BorderStorage>().Open();
        foreach (var years in new[] { -1, -2 })
            Assert.True(await CrossingMonths.TryMakeAsync(db, TestSite.Start.AddYears(years), stop));
        var before = await site.PassAsync(Specimens.Passport());
        // Whoever asks the other months waits for this transaction, which waits for them.
        await db.Database.ExecuteSqlRawAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''2s''', current_database()); END $$", stop);
        await site.RestartAsync();
        await using var others = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("LOCK TABLE border.crossings_2025_03, border.crossings_2024_03, border.crossings_default IN ACCESS EXCLUSIVE MODE", stop);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Specimens.Passport(), Direction.Exit);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Specimens.Passport());
        await site.PassAsync(Specimens.Passport(number: "SPC000777"));
        var history = await site.Get<TravellerRegister>().HistoryAsync(before.TravellerId, site.Auditor, stop);

        // The other passport is theirs too.
        Assert.Equal([CrossingOutcome.Admitted, CrossingOutcome.Admitted, CrossingOutcome.Departed, CrossingOutcome.Admitted], history.Value!.Crossings.Select(c => c.Outcome));
    }

    private static async Task<(DateTimeOffset First, DateTimeOffset Last, int Crossings, int Refusals)> SpanAsync(TestSite site, Guid traveller)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var span = await db.CrossingSpans.AsNoTracking().SingleAsync(s => s.TravellerId == traveller, TestContext.Current.CancellationToken);
        return (span.FirstAt, span.LastAt, span.Crossings, span.Refusals);
    }
}
