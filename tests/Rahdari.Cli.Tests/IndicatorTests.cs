namespace Rahdari.Cli.Tests;

/// <summary>Indicators from the command line.</summary>
public sealed class IndicatorTests
{
    private const string Set = """{"indicators":[{"code":"IND-REC-ONE","label":"R01","kind":"record","title":"Phone number of many","titleUrdu":"بہت سوں کا نمبر","questions":[{"text":"Whose number is this?","urdu":"یہ نمبر کس کا ہے؟"}],"groups":["women"],"source":{"organisation":"SPECIMEN","title":"List","year":2009,"section":"1"},"detector":{"name":"sharedPhone","days":90,"count":5}}]}""";

    [Fact]
    public async Task A_set_is_published_and_the_record_searched()
    {
        using var folder = new TemporaryFolder();
        await RahdariInProcess.RunAsync("site", "init", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        var wrong = await OnSiteAsync("publish", folder.Write("wrong.json", Set.Replace("\"count\":5", "\"count\":0", StringComparison.Ordinal)), "--reason", "specimen", "--json");
        Assert.Equal((3, "INDICATORS_INVALID"), (wrong.ExitCode, wrong.ErrorCode));
        Assert.Equal("indicators[0].detector.count", wrong.Json.GetProperty("error").GetProperty("field").GetString());
        Assert.Equal(1, (await OnSiteAsync("publish", folder.Write("set.json", Set), "--reason", "specimen", "--json")).Json.GetProperty("number").GetInt32());
        Assert.Equal(1, (await OnSiteAsync("versions", "--json")).Json.GetProperty("total").GetInt32());
        Assert.Contains("بہت سوں کا نمبر", (await OnSiteAsync("show", "--lang", "ur")).Output, StringComparison.Ordinal);
        Assert.True((await OnSiteAsync("scan", "--json")).Json.GetProperty("isComplete").GetBoolean());
        Assert.Equal(2, (await OnSiteAsync("scan", "--from", "2026-02-30")).ExitCode);
        Assert.Equal(0, (await OnSiteAsync("found", "--json")).Json.GetProperty("total").GetInt32());

        Task<Ended> OnSiteAsync(params string[] arguments) => RahdariInProcess.RunAsync(["indicators", .. arguments, "--site", folder["site"]]);
    }
}
