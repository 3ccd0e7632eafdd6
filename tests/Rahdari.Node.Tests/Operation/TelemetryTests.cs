using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Rahdari.Border;

namespace Rahdari.Node.Tests.Operation;

/// <summary>Instruments are the process's: nothing else may count meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    [Fact]
    public async Task The_counters_work_is_counted_without_a_word_of_any_person()
    {
        var sums = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == BorderTelemetry.Name)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => sums.AddOrUpdate(Name(instrument, tags), value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => sums[Name(instrument, tags)] = value);
        listener.Start();

        await using var site = await RunningSite.StartAsync();
        await site.ListAsync(("SP.1", "Khanum SPECIMENA", "1980-05-17"));
        var officer = await site.SignInAsync(Roles.Officer);
        var listed = await PresentAsync(Specimens.Passport());
        var other = await PresentAsync(Specimens.Passport("U00000002", "ANYBODY", "ELSE", "1991-01-01"));
        foreach (var (path, kind, key) in new[] { (listed, "refer", "key-00000001"), (other, "pass", "key-00000002"), (other, "pass", "key-00000002") })
            Assert.Equal(200, (await officer.PostAsync(path, new { kind }, key)).Status);

        // The site looks up its lists every few seconds.
        for (var i = 0; i < 100 && !sums.ContainsKey("rahdari.watchlist.age list=un"); i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            listener.RecordObservableInstruments();
        }
        Assert.InRange(sums["rahdari.watchlist.age list=un"], 5, 500);
        sums.Remove("rahdari.watchlist.age list=un", out _);
        Assert.Equal(
            [
                ("rahdari.decisions outcome=admitted", 1), ("rahdari.decisions outcome=referred", 1),
                ("rahdari.encounters direction=entry advice=clear", 1), ("rahdari.encounters direction=entry advice=refer", 1),
                ("rahdari.hits list=un", 1), ("rahdari.ledger.waiting", 0),
            ],
            sums.Select(s => (s.Key, s.Value)).OrderBy(s => s.Key, StringComparer.Ordinal));

        async Task<string> PresentAsync(string mrz)
        {
            var encounter = await officer.PostAsync("/api/v1/encounters", new { mrz, direction = "entry", counter = "1" });
            return $"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}/decision";
        }

        static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}").Prepend(instrument.Name));
    }
}
