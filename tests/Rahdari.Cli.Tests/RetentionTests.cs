namespace Rahdari.Cli.Tests;

/// <summary>Schedule, plan, purge and holds on the command line.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_schedule_is_published_and_what_it_makes_due_is_purged_but_what_is_held()
    {
        using var folder = new TemporaryFolder();
        var made = await RahdariInProcess.RunAsync("site", "init", "--json", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        Assert.Equal(0, made.ExitCode);
        Assert.Equal(0, (await OnSiteAsync("retention", "show")).Json.GetProperty("number").GetInt32());
        Assert.Equal((3, "RETENTION_NONE"), Told(await OnSiteAsync("retention", "purge", "--reason", "specimen")));
        Assert.Equal((3, "RETENTION_MALFORMED"), Told(await OnSiteAsync("retention", "publish", folder.Write("wrong.json", """{"periods":[{"class":"crossings","months":60,"legalBasis":"x","for":1}]}"""), "--reason", "x")));
        Assert.Equal("FILE_NOT_FOUND", (await OnSiteAsync("retention", "publish", folder["nothing.json"], "--reason", "x")).ErrorCode);
        var schedule = folder.Write("schedule.json", """{"periods":[{"class":"crossings","months":60,"legalBasis":"Specimen"},{"class":"audit","months":12,"legalBasis":"Specimen"}]}""");
        Assert.Equal(1, (await OnSiteAsync("retention", "publish", schedule, "--reason", "specimen")).Json.GetProperty("number").GetInt32());

        var file = folder.Write("old.csv", string.Join('\n', Rows()) + "\n");
        Assert.Equal(5000, (await OnSiteAsync("crossing", "import", file, "--source", "ibms")).Json.GetProperty("imported").GetInt32());
        var traveller = (await OnSiteAsync("crossing", "list", "--take", "1")).Json.GetProperty("items")[0].GetProperty("travellerId").GetString()!;
        Assert.Equal(1, (await OnSiteAsync("retention", "hold", "--traveller", traveller, "--authority", "Court (specimen)", "--reference", "1", "--reason", "inquiry")).Json.GetProperty("number").GetInt32());
        var plan = (await OnSiteAsync("retention", "plan")).Json.GetProperty("classes")[0];
        Assert.Equal((4998, 2), (plan.GetProperty("records").GetInt32(), plan.GetProperty("held").GetInt32()));
        Assert.Contains("مسافر", (await RahdariInProcess.RunAsync("retention", "holds", "--site", folder["site"], "--lang", "ur")).Output, StringComparison.Ordinal);

        // Killed once a quarter is erased, wherever it was by then: the site verifies, and the next call goes on.
        using (var purging = RahdariProcess.Start("retention", "purge", "--reason", "specimen", "--json", "--site", folder["site"]))
        {
            while (await purging.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("25 %", StringComparison.Ordinal))
            {
            }
            purging.Kill();
            await purging.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var left = (await OnSiteAsync("crossing", "list")).Json.GetProperty("total").GetInt32();
        Assert.InRange(left, 2, 4000);
        Assert.Equal(0, (await RahdariInProcess.RunAsync("verify", "--site", folder["site"])).ExitCode);
        var purged = await OnSiteAsync("retention", "purge", "--reason", "specimen");
        Assert.True(purged.Json.GetProperty("isComplete").GetBoolean());
        Assert.Equal(2, (await OnSiteAsync("crossing", "list")).Json.GetProperty("total").GetInt32());
        Assert.Equal(0, (await RahdariInProcess.RunAsync("verify", "--site", folder["site"])).ExitCode);
        Assert.Equal("command-line", (await OnSiteAsync("retention", "lift", "1", "--reference", "2", "--reason", "closed")).Json.GetProperty("lifting").GetProperty("askedBy").GetString());

        Task<Ended> OnSiteAsync(params string[] arguments) => RahdariInProcess.RunAsync([.. arguments, "--json", "--site", folder["site"]]);

        static IEnumerable<string> Rows()
        {
            yield return "id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,direction,date,time,port";
            for (var i = 0; i < 5000; i++)
                yield return $"{i},SPECIMEN{i / 2:D5},ANNA,19{50 + (i / 2 % 50)}-01-01,F,UTO,P,UTO,SPC{i / 2:D6},{(i % 2 == 0 ? "entry" : "exit")},2015-0{1 + (i % 2)}-01,08:00,PKKHI";
        }
    }

    private static (int, string?) Told(Ended run) => (run.ExitCode, run.ErrorCode);
}
