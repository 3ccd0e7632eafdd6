using System.Globalization;

namespace Rahdari.Cli.Tests;

public sealed class AdvanceTests
{
    private static readonly DateTime Day = DateTime.UtcNow;

    private static readonly string List =
        ("UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260228:0910+REF1++APIS'UNH+M1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+UT123+++UT'LOC+125+DXB'DTM+189:DAY1340:201'LOC+87+KHI'DTM+232:DAY1640:201'"
        + "NAD+FL+++SPECIMENA:KHANUM'ATT+2++F'DTM+329:800517'NAT+2+UTO'RFF+SEA:12A'DOC+P:110:111+U00000077'DTM+36:310101'LOC+91+UTO'CNT+42:1'UNT+17+M1'UNZ+1+REF1'")
            .Replace("DAY", Day.ToString("yyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Fact]
    public async Task A_list_is_taken_once_answered_and_its_flight_listed()
    {
        using var folder = new TemporaryFolder();
        var made = await RahdariInProcess.RunAsync("site", "init", "--json", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        Assert.Equal(0, made.ExitCode);
        var (list, answers) = (folder["list.edi"], folder["answers.edi"]);
        await File.WriteAllTextAsync(list, List, TestContext.Current.CancellationToken);
        var imported = await RahdariInProcess.RunAsync("api", "import", list, "--cusres", answers, "--site", folder["site"], "--json");
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Error);
        var file = imported.Json.GetProperty("files")[0];
        Assert.Equal((false, 1), (file.GetProperty("repeated").GetBoolean(), file.GetProperty("travellers").GetInt32()));
        Assert.Contains("CUSRES", await File.ReadAllTextAsync(answers, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var again = await RahdariInProcess.RunAsync("api", "import", list, "--site", folder["site"], "--json");
        Assert.True(again.Json.GetProperty("files")[0].GetProperty("repeated").GetBoolean());
        var flights = await RahdariInProcess.RunAsync("api", "list", "--from", Day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--site", folder["site"], "--json");
        Assert.Equal(("UT123", 1), (flights.Json.GetProperty("flights")[0].GetProperty("flight").GetString(), flights.Json.GetProperty("flights")[0].GetProperty("passengers").GetInt32()));
        var shown = await RahdariInProcess.RunAsync("api", "list", "--from", Day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--site", folder["site"], "--lang", "ur");
        Assert.Contains("UT123", shown.Output, StringComparison.Ordinal);
        var empty = await RahdariInProcess.RunAsync("api", "list", "--offset", "1", "--from", Day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--site", folder["site"], "--json");
        Assert.Equal((0, 1), (empty.Json.GetProperty("flights").GetArrayLength(), empty.Json.GetProperty("total").GetInt32()));
        folder.Write("none.edi", "no message");
        File.Delete(answers);
        var several = await RahdariInProcess.RunAsync("api", "import", list, folder["none.edi"], "--cusres", answers, "--site", folder["site"], "--json");
        Assert.Equal(1, several.ExitCode);
        Assert.Equal("EDIFACT_ABSENT", several.Json.GetProperty("files")[1].GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.True(new FileInfo(answers).Length > 0);
        Assert.Equal(4, (await RahdariInProcess.RunAsync("api", "import", folder["absent.edi"], "--site", folder["site"])).ExitCode);
    }
}
