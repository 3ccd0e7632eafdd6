using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>Keys of travellers who were there before them.</summary>
public class TravellerKeysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_made_from_one_traveller_on_to_the_next_and_it_is_told_how_many()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var log = new Told();
        using (var watch = await SqlWatch.OverAsync(site))
        {
            await using (var db = site.Get<BorderStorage>().Open())
            {
                db.Travellers.AddRange(Enumerable.Range(1, 1200).Select(n => new Guid(n, 0, 0, new byte[8])).Select(id => new TravellerRow { Id = id, PersonId = id, FirstSeen = TestSite.Start, KeysVersion = 0 }));
                await db.SaveChangesAsync(Cancellation);
            }
            await TravellerKeys.FillAsync(site.Get<BorderStorage>(), site.Get<LedgerWriter>(), log, Cancellation);
            // Nobody who is done is passed over again.
            Assert.Equal(3, watch.Statements.Count(statement => statement.Contains("\"id\" > @", StringComparison.Ordinal) && statement.Contains("\"keys_version\" <", StringComparison.Ordinal)));
        }
        Assert.Equal("Made the keys that travellers are looked up by: 1200 so far.", Assert.Single(log.Lines));
        await using (var db = site.Get<BorderStorage>().Open())
            Assert.False(await db.Travellers.AnyAsync(t => t.KeysVersion < IdentityKeys.Version, Cancellation));
        await TravellerKeys.FillAsync(site.Get<BorderStorage>(), site.Get<LedgerWriter>(), log, Cancellation);
        Assert.Single(log.Lines);
    }

    private sealed class Told : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}
