using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Encounters;

/// <summary>What a crossing costs is how often the database is asked: one round trip after the other, behind which all counters wait.</summary>
public class StatementsTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_counter_asks_a_database_a_dozen_times_and_not_thirty(string engine)
    {
        using var asked = new Asked();
        await using var site = await TestSite.OpenAsync(engine);
        asked.Of(site);
        await site.PassAsync(Specimens.Passport(number: "SPC000111"));
        await site.PassAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromDays(1));
        asked.Take();

        var known = await site.PresentAsync(Specimens.Passport(), Direction.Exit);
        var ofKnown = asked.Take();
        Assert.True((await site.DecideAsync(known, new Decision(DecisionKind.Pass))).Succeeded);
        var toDecide = asked.Take();
        await site.PresentAsync(Specimens.Passport(number: "SPC000222", surname: "NOBODY", given: "ELSE", born: "1971-02-03"));
        var ofStranger = asked.Take();

        // SQLite is asked for each row that is written.
        var more = engine == TestSite.Sqlite ? 7 : 0;
        Assert.True(ofKnown is > 5 and < 26 && toDecide > 3 && toDecide < 13 + more && ofStranger > 3 && ofStranger < 16 + more, $"known {ofKnown}, deciding {toDecide}, stranger {ofStranger}");
    }

    /// <summary>However often somebody crossed, what indicators look at is asked of indexes, and a bounded number of times.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Indicators_ask_little_of_a_stranger_and_a_bounded_number_of_times_of_who_crosses_daily(string engine)
    {
        using var asked = new Asked();
        await using var site = await Indicators.IndicatorSites.OpenAsync(engine);
        asked.Of(site);
        var (adults, minors) = (new List<int>(), new List<int>());
        for (var day = 0; day < 20; day++)
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            var direction = day % 2 == 0 ? Direction.Entry : Direction.Exit;
            // A child between two of its name, and who stands in the queue.
            await CrossAsync(Specimens.Passport(number: "SPC000111", surname: "FAMILY", given: "FATHER", born: "1980-01-01"), adults);
            await CrossAsync(Specimens.Passport(number: "SPC000222", surname: "FAMILY", given: "MOTHER", born: "1980-01-01"), null);
            await CrossAsync(Specimens.Passport(number: "SPC000333", surname: "FAMILY", given: "CHILD", born: "2016-01-01"), minors);
            await CrossAsync(Specimens.Passport(number: $"SPD0003{day:00}", surname: "QUEUER", given: $"Q{(char)('A' + day)}", born: "1985-01-01"), null);

            async Task CrossAsync(string mrz, List<int>? counts)
            {
                site.Clock.Advance(TimeSpan.FromSeconds(40));
                asked.Take();
                var encounter = await site.PresentAsync(mrz, direction, accompanied: true);
                counts?.Add(asked.Take());
                Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Succeeded);
            }
        }
        // Of a stranger; of an adult with neighbours on every journey; of a child between two such adults. SQLite is asked for each row that is written. One of them asks what headquarters governs.
        Assert.Equal(engine == TestSite.Sqlite ? (28, 37, 56) : (22, 35, 54), (adults[0], adults.Skip(10).Max(), minors.Skip(10).Max()));
    }

    /// <summary>Counts the commands that go to the site's database.</summary>
    private sealed class Asked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private string? database;
        private int count;

        // Before a context is made: EF asks rarely whether anybody listens.
        public Asked() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public void Of(TestSite site)
        {
            using var db = site.Get<BorderStorage>().Open();
            database = Name(db.Database.GetDbConnection());
        }

        public int Take() => Interlocked.Exchange(ref count, 0);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command.Connection: { } connection } && Name(connection) == database)
                Interlocked.Increment(ref count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

        private static string Name(System.Data.Common.DbConnection connection) => $"{connection.DataSource}/{connection.Database}";
    }
}
