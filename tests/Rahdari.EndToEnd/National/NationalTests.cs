using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.EndToEnd.Faults;
using Rahdari.Links;

namespace Rahdari.EndToEnd.National;

/// <summary>
/// Ports and headquarters under a schedule of faults that a seed draws: what an officer was answered stands at headquarters, once, as it was signed. A failing seed is run again with
/// <c>RAHDARI_SEEDS=7 ./test EndToEnd '*NationalTests'</c>; more of everything with <c>RAHDARI_PORTS</c> and <c>RAHDARI_TRAVELLERS</c>.
/// </summary>
public sealed class NationalTests(ITestOutputHelper output)
{
    private const int Lists = 2;

    public static TheoryData<int> Seeds => [.. (Environment.GetEnvironmentVariable("RAHDARI_SEEDS") ?? "1-2").Split(',').SelectMany(Range)];

    private static int Ports => NationalSystem.Given("RAHDARI_PORTS", 2);

    private static int Travellers => NationalSystem.Given("RAHDARI_TRAVELLERS", 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_fails_headquarters_has_every_acknowledged_crossing_once(int seed)
    {
        var running = Stopwatch.StartNew();
        await using var country = await NationalSystem.StartAsync(Ports);
        output.WriteLine($"{running.Elapsed}: started");
        var counters = new List<CounterClient>();
        foreach (var port in country.Ports)
            counters.Add(await NationalSystem.CounterAsync(port));
        var recording = Task.WhenAll(counters.Select((_, at) => Parallel.ForEachAsync(
            Enumerable.Range(1, Travellers), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (i, _) => await TravelAsync(counters, at, i))));
        var publishing = PublishAsync(country);
        var faults = await FailAsync(country, new Random(seed), Task.WhenAll(recording, publishing));
        output.WriteLine($"{running.Elapsed}: faults over");
        await recording;
        await publishing;
        output.WriteLine($"{running.Elapsed}: recorded");

        var healing = Stopwatch.StartNew();
        foreach (var port in country.Ports)
            await country.ArrivedAsync(port);
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
            await NationalSystem.UntilAsync(async () => await port.QueryAsync("SELECT version FROM held_topics WHERE topic = 'watchlist/lost'") is [var held] && held == $"{Lists}", $"{port.Name} has the newest list");
        output.WriteLine($"{running.Elapsed}: lists held");
        await StaysAreThoseOfNoFaultsAsync(country);
        output.WriteLine($"{running.Elapsed}: stays compared");
        var verified = await country.Headquarters.VerifyAsync();
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }

    /// <summary>Each traveller enters; of three one leaves by the same port, and one by the next.</summary>
    private static async Task TravelAsync(List<CounterClient> counters, int at, int i)
    {
        var traveller = (at * Travellers) + i;
        await counters[at].RecordAsync(traveller);
        if (i % 3 > 0)
            await counters[(at + (i % 3) - 1) % counters.Count].RecordAsync(traveller, isExit: true);
    }

    /// <summary>The records that the ports signed, taken in one port after the other by a site where nothing fails, make the same stays.</summary>
    private static async Task StaysAreThoseOfNoFaultsAsync(NationalSystem country)
    {
        using var folder = new TemporaryFolder();
        var made = SiteFolder.Create(folder["site"], country.Headquarters.Folder.Settings);
        Assert.True(made.Succeeded, made.Problem?.Code);
        await using (var services = new ServiceCollection().AddSingleton(LinksRegistration.Senders(country.Headquarters.Folder)!).AddBorder(made.Value).BuildServiceProvider())
        {
            await services.OpenBorderAsync(Cancellation);
            foreach (var port in country.Ports)
            {
                await using var sender = await NationalSystem.OpenAsync(port.Folder);
                var outbox = sender.GetRequiredService<Outbox>();
                for (var at = 0L; await outbox.ReadAsync(at, 1000, 16 << 20, Cancellation) is { Count: > 0 } run; at = run[^1].Sequence)
                    Assert.Null((await services.GetRequiredService<RecordIntake>().TakeAsync(port.Name, run, Cancellation)).Refused);
            }
            while (await services.GetRequiredService<ReceivedTravellers>().LinkAsync(Cancellation) > 0)
            {
            }
        }
        // Who is whom headquarters finds a little after.
        await NationalSystem.UntilAsync(async () => await country.Headquarters.QueryAsync("SELECT COUNT(*) FROM unlinked_travellers") is ["0"], "all travellers are compared");
        await using var plain = await NationalSystem.OpenAsync(made.Value);
        await using var national = await NationalSystem.OpenAsync(country.Headquarters.Folder);
        foreach (var listing in (StayListing[])[StayListing.InCountry, StayListing.ExitMissing])
        {
            var expected = await StaysAsync(plain, listing);
            Assert.Equal(expected, await StaysAsync(national, listing));
            Assert.True(listing != StayListing.InCountry || expected.Count >= country.Ports.Count * (Travellers / 3), $"{expected.Count} stays are open.");
        }
    }

    private static async Task<List<ListedStay>> StaysAsync(ServiceProvider site, StayListing listing)
    {
        const int Page = 500;
        var stays = new List<ListedStay>();
        while (true)
        {
            var listed = await site.GetRequiredService<StayRegister>().ListAsync(listing, null, stays.Count, Page, Actor.CommandLine, Cancellation);
            Assert.True(listed.Succeeded, listed.Problem?.Code);
            stays.AddRange(listed.Value.Items);
            if (listed.Value.Items.Count == 0)
                return stays;
        }
    }

    /// <summary>Lets things fail, one after the other and each kind in turn, until everything is recorded and each kind was there; then mends all.</summary>
    private async Task<List<string>> FailAsync(NationalSystem country, Random random, Task recording)
    {
        NationalNode[] nodes = [country.Headquarters, .. country.Ports];
        Fault[] kinds = [.. Enum.GetValues<Fault>().Where(fault => fault switch { Fault.LineBad => BadLine.IsPossible, Fault.DiskFull => country.HasDisks, Fault.ClockJumps => NationalNode.HasClocks, _ => true })];
        output.WriteLine($"without {string.Join(", ", Enum.GetValues<Fault>().Except(kinds))}");
        var faults = new List<string>();
        do
        {
            random.Shuffle(kinds);
            foreach (var fault in kinds.TakeWhile(_ => faults.Count < kinds.Length || !recording.IsCompleted))
            {
                var machine = fault switch { Fault.HeadquartersOff => 0, Fault.DiskFull => random.Next(1, nodes.Length), _ => random.Next(nodes.Length) };
                var longer = TimeSpan.FromMilliseconds(random.Next(300, 3000));
                faults.Add($"{fault} {nodes[machine].Name} {longer.TotalMilliseconds:F0} ms");
                output.WriteLine($"fault {faults[^1]}");
                await FailAsync(country, nodes[machine], machine, fault, longer, random.Next());
            }
        }
        while (!recording.IsCompleted);
        return faults;
    }

    private async Task FailAsync(NationalSystem country, NationalNode node, int machine, Fault fault, TimeSpan longer, int seed)
    {
        switch (fault)
        {
            case Fault.LineCut:
                await country.Network.CutAsync(machine);
                await Task.Delay(longer, Cancellation);
                await country.Network.HealAsync(machine);
                break;
            case Fault.LineBad:
                output.WriteLine(await country.Network.SpoilAsync(machine, longer * 3, seed, Cancellation));
                break;
            case Fault.SiteKilled:
                await node.KillSiteAsync();
                await Task.Delay(longer / 4, Cancellation);
                await node.StartSiteAsync();
                break;
            case Fault.BrokerKilled or Fault.BrokerStoreLost:
                await node.KillBrokerAsync(losesStore: fault == Fault.BrokerStoreLost);
                await Task.Delay(longer / 2, Cancellation);
                break;
            case Fault.HeadquartersOff:
                await node.SwitchOffAsync(longer * 3);
                break;
            case Fault.DiskFull:
                await node.FillDiskAsync();
                await Task.Delay(longer, Cancellation);
                node.FreeDisk();
                break;
            default:
                node.SetClock(seed % 2 == 0 ? 1 : -1);
                await Task.Delay(longer * 2, Cancellation);
                node.SetClock(0);
                break;
        }
    }

    private enum Fault
    {
        LineCut,
        LineBad,
        SiteKilled,
        BrokerKilled,
        BrokerStoreLost,
        HeadquartersOff,
        DiskFull,
        ClockJumps,
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

    /// <summary>One seed, or the first and the last of several: <c>7</c>, <c>1-20</c>.</summary>
    private static IEnumerable<int> Range(string seeds)
    {
        var ends = Array.ConvertAll(seeds.Split('-'), end => int.Parse(end, CultureInfo.InvariantCulture));
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
