using System.Text.Json;

namespace Rahdari.EndToEnd.Faults;

/// <summary>What was acknowledged survives the death of the process, and nothing is recorded twice.</summary>
public class KillTests(ITestOutputHelper output)
{
    private const int Travellers = 120;
    private const int Counters = 24;
    private const int Kills = 3;

    public static TheoryData<string> Engines => ServedSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task No_acknowledged_crossing_is_lost_and_none_is_recorded_twice_when_the_server_is_killed(string engine)
    {
        await using var site = await ServedSite.StartAsync(engine);
        using var http = await site.SignInAsync();
        var counter = new CounterClient(http);

        var recording = Parallel.ForEachAsync(
            Enumerable.Range(1, Travellers),
            new ParallelOptions { MaxDegreeOfParallelism = Counters, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) => await counter.RecordAsync(number));
        var random = new Random(20260301);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Somewhere within the kill's own share of the work, with requests under way.
            var after = ((kill - 1) * Travellers / (Kills + 1)) + random.Next(25, Travellers / (Kills + 1));
            while (counter.Count < after && !recording.IsCompleted)
                await Task.Delay(2, TestContext.Current.CancellationToken);
            Assert.False(recording.IsCompleted, "Everything was recorded before the server was killed.");
            await site.KillAsync();
            await site.RestartAsync();
        }
        await recording;

        var recorded = await RecordedAsync(site);
        output.WriteLine($"[measure] {engine}: {Travellers} crossings, {Kills} kills, {counter.Repeated} requests sent again, {counter.Replayed} of them recorded before the kill; lost {Travellers - recorded.Count}, twice {recorded.Count - recorded.Select(r => r.Key).Distinct().Count()}");
        Assert.True(counter.Repeated > 0, "No request was cut off: the kills proved nothing.");
        Assert.Equal(Travellers, counter.Acknowledged.Count);
        Assert.Equal(counter.Acknowledged.OrderBy(a => a.Key), recorded.OrderBy(a => a.Key));

        var verified = await site.RunAsync("verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Equal(0, verified.Json.GetProperty("faults").GetArrayLength());
    }

    /// <summary>Every crossing in the register: idempotency key and id.</summary>
    private static async Task<List<KeyValuePair<string, Guid>>> RecordedAsync(ServedSite site)
    {
        const int Page = 500;
        var recorded = new List<KeyValuePair<string, Guid>>();
        while (true)
        {
            var list = await site.RunAsync("crossing", "list", "--offset", $"{recorded.Count}", "--take", $"{Page}");
            Assert.Equal(0, list.ExitCode);
            JsonElement[] items = [.. list.Json.GetProperty("items").EnumerateArray()];
            recorded.AddRange(items.Select(c => KeyValuePair.Create(c.GetProperty("idempotencyKey").GetString()!, c.GetProperty("id").GetGuid())));
            if (items.Length == 0)
                return recorded;
        }
    }
}
