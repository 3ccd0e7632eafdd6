using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Rahdari.EndToEnd.Faults;

namespace Rahdari.EndToEnd.National;

/// <summary>A traveller's history at other ports, asked of headquarters over the wire, and while the wire is cut.</summary>
public sealed class NationalHistoryTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_shows_what_headquarters_knows_and_its_own_alone_while_the_line_is_cut()
    {
        await using var country = await NationalSystem.StartAsync(2);
        var (karachi, lahore) = (country.Ports[0], country.Ports[1]);
        using var there = await NationalSystem.SignInAsync(karachi);
        using var here = await NationalSystem.SignInAsync(lahore);
        var (counterThere, counterHere) = (new CounterClient(there), new CounterClient(here));
        await counterThere.RecordAsync(1);
        await counterHere.RecordAsync(1); // The same passport.
        var elsewhere = counterThere.Acknowledged.Values.Single();
        var traveller = (await lahore.QueryAsync("SELECT id FROM travellers")).Single();

        var known = await UntilAsync(here, traveller, national => national.GetProperty("crossings").GetArrayLength() > 0);
        Assert.Equal("headquarters", known.GetProperty("source").GetString());
        var crossing = Assert.Single(known.GetProperty("crossings").EnumerateArray());
        Assert.Equal((elsewhere, "PKKHI", karachi.Name), (crossing.GetProperty("id").GetGuid(), crossing.GetProperty("port").GetString(), crossing.GetProperty("node").GetString()));
        Assert.Contains($"officer1@{lahore.Name}", await country.Headquarters.QueryAsync($"SELECT DISTINCT actor FROM audit WHERE action = 'traveller.read' AND node = '{country.Headquarters.Name}'"));

        await country.Network.CutAsync(0);
        var asking = Stopwatch.StartNew();
        var cut = await NationalAsync(here, traveller);
        output.WriteLine($"[measure] answered {asking.Elapsed.TotalMilliseconds:F0} ms after the line was cut");
        Assert.Equal(("thisPort", 0), (cut.GetProperty("source").GetString(), cut.GetProperty("crossings").GetArrayLength()));
        Assert.Equal("lineDown", (await UntilAsync(here, traveller, national => national.GetProperty("gap").GetString() == "lineDown")).GetProperty("gap").GetString());

        await country.Network.HealAsync(0);
        await UntilAsync(here, traveller, national => national.GetProperty("source").GetString() == "headquarters" && national.GetProperty("crossings").GetArrayLength() == 1);
    }

    private static async Task<JsonElement> NationalAsync(HttpClient client, string traveller) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/travellers/{traveller}", Cancellation)).GetProperty("national");

    private static async Task<JsonElement> UntilAsync(HttpClient client, string traveller, Func<JsonElement, bool> holds)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var national = await NationalAsync(client, traveller);
            if (holds(national))
                return national;
            Assert.True(waiting.Elapsed < Longest, $"{national}");
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancellation);
        }
    }
}
