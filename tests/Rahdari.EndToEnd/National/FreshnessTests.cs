using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.National;

/// <summary>How long after headquarters answered that somebody is listed the counters of every port stop them. More with <c>RAHDARI_PORTS</c>, <c>RAHDARI_ORDERS</c> and <c>RAHDARI_LISTED</c>.</summary>
public sealed class FreshnessTests(ITestOutputHelper output)
{
    private static int Listed => NationalSystem.Given("RAHDARI_LISTED", 2_000);

    private const int Travellers = 10;

    private static int Ports => NationalSystem.Given("RAHDARI_PORTS", 2);

    private static int Orders => NationalSystem.Given("RAHDARI_ORDERS", 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_headquarters_lists_every_port_stops_soon()
    {
        Assert.SkipUnless(Orders > 0, "A measurement: RAHDARI_ORDERS=12 RAHDARI_PORTS=9 RAHDARI_LISTED=20000 ./test EndToEnd '*FreshnessTests'");
        await using var country = await NationalSystem.StartAsync(Ports);
        // Beside a list of a real one's size, which stays.
        using var folder = new TemporaryFolder();
        var list = folder.Write("lost.csv", "Country,Number,Type,Date,Reason\n" + string.Concat(Enumerable.Range(1, Listed).Select(i => $"UTO,L{i:D8},Passport,2026-02-01,lost\n")));
        var imported = await country.Headquarters.RunAsync("watchlist", "import", "lost", list);
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Error);
        foreach (var port in country.Ports)
            await NationalSystem.UntilAsync(async () => await port.QueryAsync("SELECT version FROM held_topics WHERE topic = 'watchlist/lost'") is ["1"], $"{port.Name} has the list");
        using var keeper = await NationalSystem.SignInAsync(country.Headquarters, "keeper1");
        var counters = new List<HttpClient>();
        foreach (var port in country.Ports)
            counters.Add(await NationalSystem.SignInAsync(port));

        // Counters that are at work: programs that have just begun compile what they do. For the same reason the first order is not counted.
        for (var traveller = 1; traveller <= Travellers; traveller++)
            await Task.WhenAll(counters.Select(counter => PresentAsync(counter, Faults.CounterClient.Specimen(traveller))));

        var took = new List<double>();
        for (var order = 1; order <= Orders + 1; order++)
        {
            var number = $"SPC{order:D6}";
            using var entered = await keeper.PostAsJsonAsync("/api/v1/exit-orders", Order(number), Cancellation);
            Assert.True(entered.IsSuccessStatusCode, await entered.Content.ReadAsStringAsync(Cancellation));
            var since = Stopwatch.StartNew();
            var stopped = await Task.WhenAll(counters.Select((counter, at) => StoppedAsync(country.Ports[at], counter, order, number, since)));
            took.AddRange(order == 1 ? [] : stopped);
        }
        took.Sort();
        output.WriteLine($"[measure] from headquarters' answer to a counter that stops: {Ports} ports, {Orders} orders, beside a list of {Listed}: median {took[took.Count / 2]:F2} s, p99 {took[(int)Math.Ceiling(took.Count * 0.99) - 1]:F2} s, longest {took[^1]:F2} s");
        counters.ForEach(counter => counter.Dispose());
    }

    private static object Order(string number) => new
    {
        Name = "NAMUNA SPECIMENZADA",
        Documents = new[] { new { Number = number } },
        Kind = "courtOrder",
        LegalBasis = "section 1",
        Authority = "High Court (specimen)",
        AuthorityReference = $"{number}/2026",
        ValidFrom = "2026-01-01",
    };

    /// <summary>Presents the document, once the port says that it has the order, until the counter is told to stop its bearer. To present it all the while would be what nine counters on one machine wait for.</summary>
    private static async Task<double> StoppedAsync(NationalNode port, HttpClient counter, int order, string number, Stopwatch since)
    {
        while (await port.QueryAsync("SELECT version FROM held_topics WHERE topic = 'exit-orders'") is not [var held] || int.Parse(held, CultureInfo.InvariantCulture) < order)
        {
            Assert.True(since.Elapsed < NationalSystem.Patience, $"{port.Name} has not heard of order {order}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
        while (true)
        {
            var encounter = await PresentAsync(counter, Faults.CounterClient.Specimen(1) with { DocumentNumber = number });
            if (encounter.GetProperty("hits").EnumerateArray().Any(hit => hit.GetProperty("list").GetString() == "exit-orders"))
                return since.Elapsed.TotalSeconds;
            Assert.True(since.Elapsed < NationalSystem.Patience, $"Nobody stops {number}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }
    }

    private static async Task<JsonElement> PresentAsync(HttpClient counter, MrzFields document)
    {
        using var answer = await counter.PostAsJsonAsync("/api/v1/encounters", new { Mrz = string.Join('\n', MrzComposer.Compose(document)), Direction = "exit", Counter = "A1" }, Cancellation);
        var encounter = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{encounter}");
        return encounter;
    }
}
