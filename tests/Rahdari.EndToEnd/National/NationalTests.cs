using System.Diagnostics;
using System.Globalization;
using Rahdari.EndToEnd.Faults;

namespace Rahdari.EndToEnd.National;

/// <summary>
/// Ports and headquarters under a schedule of faults that a seed draws: what an officer was answered stands at headquarters, once, as it was signed. A failing seed is run again with
/// <c>RAHDARI_SEEDS=7 ./test EndToEnd</c>; more of everything with <c>RAHDARI_PORTS</c> and <c>RAHDARI_TRAVELLERS</c>.
/// </summary>
public sealed class NationalTests(ITestOutputHelper output)
{
    private const int Lists = 3;

    private static readonly TimeSpan LongestHealing = TimeSpan.FromMinutes(3);

    public static TheoryData<int> Seeds => [.. (Environment.GetEnvironmentVariable("RAHDARI_SEEDS") ?? "1").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))];

    private static int Ports => Given("RAHDARI_PORTS", 3);

    private static int Travellers => Given("RAHDARI_TRAVELLERS", 120);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_fails_headquarters_has_every_acknowledged_crossing_once(int seed)
    {
        await using var country = await NationalSystem.StartAsync(Ports);
        var clients = new List<HttpClient>();
        var counters = new List<CounterClient>();
        foreach (var port in country.Ports)
        {
            clients.Add(await NationalSystem.SignInAsync(port));
            counters.Add(new CounterClient(clients[^1]));
        }
        var recording = Task.WhenAll(counters.Select((counter, at) => Parallel.ForEachAsync(
            Enumerable.Range(1, Travellers), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (i, _) => await counter.RecordAsync((at * Travellers) + i))));
        var publishing = PublishAsync(country);
        var faults = await FailAsync(country, new Random(seed), Task.WhenAll(recording, publishing));
        await recording;
        await publishing;

        var healing = Stopwatch.StartNew();
        foreach (var port in country.Ports)
            await ArrivedAsync(country, port, healing);
        output.WriteLine($"[measure] seed {seed}: {Ports} ports, {counters.Sum(c => c.Count)} crossings, {faults.Count} faults, {counters.Sum(c => c.Repeated)} requests sent again; everything at headquarters {healing.Elapsed.TotalSeconds:F0} s after the last fault");
        var crossings = await country.Headquarters.QueryAsync("SELECT id FROM crossings");
        Assert.Equal(counters.SelectMany(c => c.Acknowledged.Values).Select(id => $"{id}").Order(StringComparer.Ordinal), crossings.Order(StringComparer.Ordinal));
        Assert.Empty(await country.Headquarters.QueryAsync("SELECT reason, sender, sequence FROM quarantine"));
        foreach (var port in country.Ports)
        {
            var head = (await port.QueryAsync($"SELECT sequence FROM ledger_heads WHERE node = '{port.Name}'")).Single();
            var what = $"SELECT sequence, kind, payload, previous_hash, hash, signature FROM ledger WHERE node = '{port.Name}' AND sequence <= {head} ORDER BY sequence";
            Assert.Equal(await port.QueryAsync(what), (await country.Headquarters.QueryAsync(what)).Take(int.Parse(head, CultureInfo.InvariantCulture)));
        }
        foreach (var port in country.Ports)
            await HoldsAsync(port, "SELECT version FROM held_topics WHERE topic = 'watchlist/lost'", $"{Lists}", healing);
        var verified = await country.Headquarters.VerifyAsync();
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.True(faults.Count > 3, "Hardly anything failed: this proves nothing.");
        clients.ForEach(client => client.Dispose());
    }

    /// <summary>Lets things fail, one after the other, until everything is recorded; then mends all.</summary>
    private async Task<List<string>> FailAsync(NationalSystem country, Random random, Task recording)
    {
        NationalNode[] nodes = [country.Headquarters, .. country.Ports];
        var faults = new List<string>();
        while (!recording.IsCompleted)
        {
            var machine = random.Next(nodes.Length);
            var node = nodes[machine];
            var fault = random.Next(6);
            var longer = TimeSpan.FromMilliseconds(random.Next(300, 3000));
            faults.Add($"{fault}:{node.Name}");
            output.WriteLine($"fault {faults[^1]} for {longer.TotalMilliseconds} ms");
            switch (fault)
            {
                case 0:
                    await country.Network.CutAsync(machine);
                    await Task.Delay(longer, Cancellation);
                    await country.Network.HealAsync(machine);
                    break;
                case 1:
                    await country.Network.SpoilAsync(machine, longer, Cancellation);
                    break;
                case 2:
                    await node.KillSiteAsync();
                    await Task.Delay(longer / 4, Cancellation);
                    await node.StartSiteAsync();
                    break;
                case 3 or 4:
                    await node.KillBrokerAsync(losesStore: false);
                    await Task.Delay(longer / 2, Cancellation);
                    break;
                default:
                    await node.KillBrokerAsync(losesStore: true);
                    await Task.Delay(longer / 2, Cancellation);
                    break;
            }
        }
        return faults;
    }

    /// <summary>Headquarters publishes one version of a list after the other, whatever fails meanwhile.</summary>
    private static async Task PublishAsync(NationalSystem country)
    {
        using var folder = new TemporaryFolder();
        for (var version = 1; version <= Lists; version++)
        {
            var list = folder.Write($"lost-{version}.csv", "Country,Number,Type,Date,Reason\n" + string.Concat(Enumerable.Range(1, version * 20).Select(i => $"UTO,L{i:D8},Passport,2026-02-01,lost\n")));
            var imported = await country.Headquarters.RunAsync("watchlist", "import", "lost", list);
            Assert.True(imported.ExitCode == 0, imported.Output + imported.Error);
        }
    }

    /// <summary>Waits until a query of a port's database answers as it should.</summary>
    private static async Task HoldsAsync(NationalNode port, string query, string expected, Stopwatch healing)
    {
        while (await port.QueryAsync(query) is var answer && (answer.Count != 1 || answer[0] != expected))
        {
            Assert.True(healing.Elapsed < LongestHealing, $"{port.Name} has '{string.Join(',', answer)}', not '{expected}', after {healing.Elapsed}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancellation);
        }
    }

    /// <summary>Waits until headquarters has all that the port signed before.</summary>
    private static async Task ArrivedAsync(NationalSystem country, NationalNode port, Stopwatch healing)
    {
        var heads = $"SELECT sequence FROM ledger_heads WHERE node = '{port.Name}'";
        var head = long.Parse((await port.QueryAsync(heads)).Single(), CultureInfo.InvariantCulture);
        while (!(await country.Headquarters.QueryAsync(heads)).Any(received => long.Parse(received, CultureInfo.InvariantCulture) >= head))
        {
            Assert.True(healing.Elapsed < LongestHealing, $"{port.Name} has {head} records, of which headquarters has {string.Join(',', await country.Headquarters.QueryAsync(heads))} after {healing.Elapsed}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancellation);
        }
    }

    private static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
