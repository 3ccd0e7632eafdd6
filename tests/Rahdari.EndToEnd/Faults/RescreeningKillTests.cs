using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.EndToEnd.Faults;

/// <summary>A run over everybody in the country survives the death of its process: nobody is left out and nobody is found twice.</summary>
public class RescreeningKillTests(ITestOutputHelper output)
{
    private const int Travellers = 520;
    private const int Every = 52;

    [Fact]
    public async Task A_run_that_is_killed_goes_on_where_it_stopped_and_finds_what_an_unbroken_one_finds()
    {
        using var folder = new TemporaryFolder();
        await FilledAsync(folder["killed"]);
        Directory.CreateDirectory(folder["whole"]);
        foreach (var file in Directory.GetFiles(folder["killed"]))
            File.Copy(file, Path.Combine(folder["whole"], Path.GetFileName(file)));

        var whole = await RahdariProcess.RunAsync("screening", "rerun", "--json", "--site", folder["whole"]);
        Assert.True(whole.ExitCode == 1, whole.Output + whole.Error);
        using (var process = RahdariProcess.Start("screening", "rerun", "--site", folder["killed"]))
        {
            process.StandardInput.Close();
            var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Contains("25 %", line, StringComparison.Ordinal);
        }
        var left = (await RahdariInProcess.RunAsync("screening", "runs", "--json", "--site", folder["killed"])).Json.GetProperty("items")[0];
        var (id, done) = (left.GetProperty("id").GetString()!, left.GetProperty("done").GetInt32());
        Assert.Equal("running", left.GetProperty("state").GetString());
        Assert.InRange(done, 1, Travellers - 1);
        Assert.NotEmpty(await FoundAsync(folder["killed"]));

        var resumed = await RahdariProcess.RunAsync("screening", "rerun", "--resume", id, "--json", "--site", folder["killed"]);
        Assert.True(resumed.ExitCode == 1, resumed.Output + resumed.Error);
        Assert.Equal((id, Travellers, "done"), (resumed.Json.GetProperty("id").GetString(), resumed.Json.GetProperty("done").GetInt32(), resumed.Json.GetProperty("state").GetString()));
        var found = await FoundAsync(folder["killed"]);
        output.WriteLine($"[measure] run over {Travellers} travellers: killed at {done}; found {found.Count}, twice {found.Count - found.Distinct().Count()}");
        Assert.True(found.Count >= Travellers / Every, $"{found.Count}");
        Assert.Equal(await FoundAsync(folder["whole"]), found);
        Assert.Equal(0, (await RahdariInProcess.RunAsync("verify", "--site", folder["killed"])).ExitCode);
    }

    /// <summary>Who was found, by document and entry.</summary>
    private static async Task<List<string>> FoundAsync(string site)
    {
        var found = new List<string>();
        while (true)
        {
            var alerts = (await RahdariInProcess.RunAsync("screening", "alerts", "--json", "--offset", $"{found.Count}", "--take", "200", "--site", site)).Json;
            JsonElement[] items = [.. alerts.GetProperty("items").EnumerateArray()];
            found.AddRange(items.Select(a => $"{a.GetProperty("documentNumber")} {a.GetProperty("hit").GetProperty("reference")}"));
            if (found.Count >= alerts.GetProperty("total").GetInt32())
                return [.. found.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>A site whose travellers were let in before a list came to name some of them.</summary>
    private static async Task FilledAsync(string path)
    {
        var site = SiteFolder.Create(path, new SiteSettings { Node = "specimen-1", Port = "PKKHI", PortName = "Specimen", Counters = ["A1"] });
        Assert.True(site.Succeeded, site.Problem?.Code);
        await using var services = new ServiceCollection().AddBorder(site.Value).BuildServiceProvider();
        await services.OpenBorderAsync(TestContext.Current.CancellationToken);
        var (desk, officer) = (services.GetRequiredService<EncounterDesk>(), new Actor("officer1", new HashSet<string> { Roles.Officer }, "PKKHI"));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Travellers),
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
            async (number, cancellation) =>
            {
                var opened = await desk.OpenAsync(new Presentation(Passport(number), Direction.Entry, "A1", false), officer, cancellation);
                Assert.True(opened.Succeeded, opened.Problem?.Code);
                var passed = await desk.DecideAsync(opened.Value.Id, new Decision(DecisionKind.Pass, "test"), $"traveller-{number:D6}", officer, cancellation);
                Assert.True(passed.Succeeded, passed.Problem?.Code);
            });
        var entries = Enumerable.Range(0, Travellers / Every).Select(i => new WatchlistEntry
        {
            Reference = $"SPEi.{i}",
            Kind = WatchlistEntryKind.Individual,
            Programme = "SPECIMEN",
            Names = [new ListedName($"{Given(i * Every)} {Surname(i * Every)}", ListedNameKind.Primary)],
            BirthDates = [DateSpan.Parse(Born(i * Every))],
        });
        var imported = await services.GetRequiredService<WatchlistRegister>().ImportAsync(
            new PublishedList("un", DateTimeOffset.UtcNow, [.. entries]), new Actor("lists1", new HashSet<string> { Roles.WatchlistManager }, null), cancellation: TestContext.Current.CancellationToken);
        Assert.True(imported.Succeeded, imported.Problem?.Code);
    }

    private static string Passport(int number) => string.Join('\n', MrzComposer.Compose(new MrzFields
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "UTO",
        PrimaryIdentifier = Surname(number),
        SecondaryIdentifier = Given(number),
        NameMayBeTruncated = false,
        DocumentNumber = $"SPC{number:D6}",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Parse(Born(number)),
        Sex = Sex.Unspecified,
        DateOfExpiry = PartialDate.Parse("2035-01-01"),
        OptionalData = [""],
    }));

    private static string Surname(int number) => $"SPECIMEN{Letters(number)}";

    private static string Given(int number) => $"EXEMPLAR{Letters(number * 7)}";

    private static string Born(int number) => $"{1950 + (number % 50)}-{1 + (number % 12):D2}-{1 + (number % 28):D2}";

    private static string Letters(int number) => $"{(char)('A' + (number / 676 % 26))}{(char)('A' + (number / 26 % 26))}{(char)('A' + (number % 26))}";
}
