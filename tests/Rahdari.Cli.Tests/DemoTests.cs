using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Border.Visas;

namespace Rahdari.Cli.Tests;

/// <summary>A demonstration from its start to Ctrl+C, and what it leaves behind: crossings to list, verify, back up and restore.</summary>
public sealed class DemoTests
{
    private static readonly string[] Kinds =
        ["clean", "clean-card", "clean-exit", "check-digit-forged", "expired", "overstayed", "minor-alone", "minor-accompanied", "announced", "announced-otherwise", "visa-of-another", "visa-single", "visa-none", "stay-extended"];

    [Fact]
    public async Task The_travellers_are_printed_without_a_site_and_composed_for_today()
    {
        using var lists = new TemporaryFolder();
        lists.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var run = await RahdariInProcess.RunAsync("demo", "--travellers-only", "--json", "--lists", lists[""]);
        Assert.Equal(0, run.ExitCode);
        var travellers = run.Json.GetProperty("travellers").EnumerateArray().ToDictionary(t => t.GetProperty("kind").GetString()!);
        Assert.All(Kinds, kind => Assert.Contains(kind, travellers.Keys));
        Assert.Contains("FICTIVUS<<ZEBULON", travellers["list-hit-alias-un"].GetProperty("mrz")[0].GetString(), StringComparison.Ordinal);
        Assert.All(travellers.Values, t => Assert.Equal("UTO", t.GetProperty("mrz")[0].GetString()![2..5]));

        foreach (var (kind, exit) in new[] { ("clean", 0), ("expired", 1), ("check-digit-forged", 1) })
        {
            var inspected = await RahdariInProcess.RunAsync(["inspect", .. travellers[kind].GetProperty("mrz").EnumerateArray().Select(l => l.GetString()!)]);
            Assert.Equal(exit, inspected.ExitCode);
        }
    }

    [Fact]
    public async Task A_demonstration_serves_keeps_its_promises_and_leaves_a_whole_chain()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["lists"]);
        folder.Write("lists/un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var sheet = await ServeAndStopAsync("demo", "--json", "--data", folder["site"], "--lists", folder["lists"], "--urls", "http://127.0.0.1:0");
        var users = sheet.GetProperty("users").EnumerateArray().ToArray();
        Assert.Equal(Roles.All.Order(), users.Select(u => u.GetProperty("role").GetString()).Distinct().Order());
        Assert.Equal(users.Length, users.Select(u => u.GetProperty("password").GetString()).Distinct().Count());
        Assert.All(users, u => Assert.Equal(u.GetProperty("role").GetString() == Roles.Caseworker, u.GetProperty("passphrase").ValueKind == System.Text.Json.JsonValueKind.String));

        await AssertAdviceAsync(folder["site"], sheet.GetProperty("travellers"));
        var crossings = sheet.GetProperty("crossings").GetInt32();
        await AssertRecordAsync(folder, crossings);
    }

    // Every promise on the sheet is kept by the counter itself.
    private static async Task AssertAdviceAsync(string site, JsonElement travellers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = SiteFolder.Open(site).Value!;
        await using var services = new ServiceCollection().AddLogging().AddBorder(folder).BuildServiceProvider();
        await services.OpenBorderAsync(cancellation);
        var officer = new Actor("officer1", new HashSet<string> { Roles.Officer }, folder.Settings.Port);
        // What only a chip can tell is shown where the chip is read: at the console's counter, whose tests hold it.
        foreach (var traveller in travellers.EnumerateArray().Where(t => !t.TryGetProperty("chip", out var chip) || chip.GetString() is null or "none"))
        {
            var mrz = string.Join('\n', traveller.GetProperty("mrz").EnumerateArray().Select(l => l.GetString()));
            var direction = Enum.Parse<Direction>(traveller.GetProperty("direction").GetString()!, ignoreCase: true);
            var presented = new Presentation(mrz, direction, "A1", traveller.GetProperty("accompanied").GetBoolean());
            var opened = await services.GetRequiredService<EncounterDesk>().OpenAsync(presented, officer, cancellation);
            Assert.True(opened.Succeeded);
            if (traveller.TryGetProperty("visa", out var visa) && visa.ValueKind == JsonValueKind.Array)
                opened = await services.GetRequiredService<VisaDesk>().PresentAsync(opened.Value.Id, string.Join('\n', visa.EnumerateArray().Select(l => l.GetString())), officer, cancellation);
            Assert.True(opened.Succeeded);
            var kind = traveller.GetProperty("kind").GetString();
            var expects = traveller.GetProperty("expects");
            var reasons = opened.Value.Advice.Reasons.Select(r => r.Code).ToArray();
            Assert.True(
                string.Equals(expects.GetProperty("advice").GetString(), $"{opened.Value.Advice.Level}", StringComparison.OrdinalIgnoreCase),
                $"{kind}: {opened.Value.Advice.Level} for {string.Join(", ", reasons)}");
            Assert.All(expects.GetProperty("codes").EnumerateArray(), c => Assert.Contains(c.GetString(), reasons));
        }
    }

    private static async Task AssertRecordAsync(TemporaryFolder folder, int crossings)
    {
        var listed = (await OnSiteAsync(folder["site"], "crossing", "list")).Json;
        Assert.Equal(crossings, listed.GetProperty("total").GetInt32());
        var id = listed.GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.Equal("admitted", (await OnSiteAsync(folder["site"], "crossing", "show", id)).Json.GetProperty("outcome").GetString());
        var unknown = await OnSiteAsync(folder["site"], "crossing", "show", Guid.Empty.ToString());
        Assert.Equal((4, "CROSSING_NOT_FOUND"), (unknown.ExitCode, unknown.ErrorCode));

        var over = Assert.Single((await OnSiteAsync(folder["site"], "crossing", "stays", "--overstayed", "--nationality", "UTO")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal((15, "SPC100006"), (over.GetProperty("daysOver").GetInt32(), over.GetProperty("documentNumber").GetString()));
        Assert.Equal(0, (await OnSiteAsync(folder["site"], "crossing", "stays", "--overstayed", "--nationality", "AFG")).Json.GetProperty("total").GetInt32());

        var whole = await OnSiteAsync(folder["site"], "verify");
        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(0, whole.Json.GetProperty("faults").GetArrayLength());
        var anchor = whole.Json.GetProperty("anchor").GetString()!;
        Assert.Equal(0, (await OnSiteAsync(folder["site"], "verify", "--anchor", anchor)).ExitCode);

        Assert.Equal(0, (await OnSiteAsync(folder["site"], "backup", folder["backup.zip"])).ExitCode);
        Assert.Equal(0, (await RahdariInProcess.RunAsync("restore", folder["backup.zip"], "--site", folder["restored"], "--json")).ExitCode);
        Assert.Equal(0, (await OnSiteAsync(folder["restored"], "verify", "--anchor", anchor)).ExitCode);
        Assert.Equal(crossings, (await OnSiteAsync(folder["restored"], "crossing", "list")).Json.GetProperty("total").GetInt32());

        await using (var database = new SqliteConnection($"Data Source={folder["site/rahdari.db"]};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = database.CreateCommand();
            change.CommandText = "UPDATE ledger SET payload = replace(payload, 'SPECIMEN', 'SPECIMAN') WHERE sequence = (SELECT min(sequence) FROM ledger WHERE kind = 'crossing')";
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var faulty = await OnSiteAsync(folder["site"], "verify");
        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains(faulty.Json.GetProperty("faults").EnumerateArray(), f => f.GetProperty("code").GetString() == "RECORD_CHANGED");
        var people = await RahdariInProcess.RunAsync("verify", "--site", folder["site"]);
        Assert.Equal(1, people.ExitCode);
        Assert.Contains("RECORD_CHANGED\t", people.Output, StringComparison.Ordinal);
    }

    // The sheet is one document, written once the site answers; the process then serves until Ctrl+C and ends in order.
    private static async Task<JsonElement> ServeAndStopAsync(params string[] arguments)
    {
        using var process = RahdariProcess.Start(arguments);
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                text.AppendLine(line);
                if (line == "}")
                    break;
            }

            Assert.False(process.HasExited, text.ToString());
            var sheet = JsonDocument.Parse(text.ToString()).RootElement;
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(sheet.GetProperty("urls")[0].GetString()!), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500);
            await RahdariProcess.InterruptAsync(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await error);
            Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            return sheet;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Task<Ended> OnSiteAsync(string site, params string[] arguments) => RahdariInProcess.RunAsync([.. arguments, "--json", "--site", site]);
}
