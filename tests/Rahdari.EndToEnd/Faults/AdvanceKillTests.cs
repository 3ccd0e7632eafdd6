using System.Globalization;
using System.Text;

namespace Rahdari.EndToEnd.Faults;

/// <summary>A carrier's file in the watched folder survives the death of the process, and is recorded once.</summary>
public class AdvanceKillTests(ITestOutputHelper output)
{
    private const int Flights = 60;
    private const int Travellers = 20;
    private const int Kills = 2;

    private static readonly DateTime Day = DateTime.UtcNow;

    [Fact]
    public async Task Every_file_is_taken_answered_and_moved_although_the_site_is_killed()
    {
        await using var site = await ServedSite.StartAsync(ServedSite.Sqlite);
        var folder = site.AdvanceFolder;
        for (var flight = 0; flight < Flights; flight++)
            await File.WriteAllTextAsync(Path.Combine(folder, $"flight{flight:D3}.edi"), List(flight), TestContext.Current.CancellationToken);
        var within = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await UntilAsync(folder, Flights * kill / (Kills + 1));
            await site.KillAsync();
            within += Moved(folder) < Flights ? 1 : 0;
            await site.RestartAsync();
        }
        await UntilAsync(folder, Flights);

        output.WriteLine($"[measure] watched folder: {Flights} files, {within} kills with files left; lost {Flights - Moved(folder)}");
        Assert.Equal(Kills, within);
        Assert.Empty(Directory.GetFiles(folder));
        foreach (var (room, kind) in new[] { ("done", "*.edi"), ("done", "*.json"), ("answers", "*.cusres") })
            Assert.Equal(Flights, Directory.GetFiles(Path.Combine(folder, room), kind).Length);
        var listed = await site.RunAsync("api", "list", "--from", Day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--take", "500");
        Assert.True(listed.ExitCode == 0, listed.Output + listed.Error);
        var flights = listed.Json.GetProperty("flights").EnumerateArray().Select(f => f.GetProperty("passengers").GetInt32()).ToArray();
        Assert.Equal(Enumerable.Repeat(Travellers, Flights), flights);
        Assert.Equal(0, (await site.RunAsync("verify")).ExitCode);
    }

    private static async Task UntilAsync(string folder, int moved)
    {
        for (var tries = 0; Moved(folder) < moved; tries++)
        {
            Assert.True(tries < 30_000, $"{Moved(folder)} of {moved} files were moved.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private static int Moved(string folder) => Directory.Exists(Path.Combine(folder, "done")) ? Directory.GetFiles(Path.Combine(folder, "done"), "*.edi").Length : 0;

    private static string List(int flight)
    {
        var day = Day.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+{day}:0910+REF{flight}++APIS'UNH+M1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+UT{flight + 100}+++UT'");
        text.Append(CultureInfo.InvariantCulture, $"LOC+125+DXB'DTM+189:{day}1340:201'LOC+87+KHI'DTM+232:{day}1640:201'");
        for (var i = 0; i < Travellers; i++)
            text.Append(CultureInfo.InvariantCulture, $"NAD+FL+++SPECIMEN{(char)('A' + i)}:ANNA'ATT+2++F'DTM+329:800517'NAT+2+UTO'DOC+P:110:111+SPC{flight:D3}{i:D3}'DTM+36:350101'LOC+91+UTO'");
        return text.Append(CultureInfo.InvariantCulture, $"CNT+42:{Travellers}'UNT+{9 + (7 * Travellers)}+M1'UNZ+1+REF{flight}'").ToString();
    }
}
