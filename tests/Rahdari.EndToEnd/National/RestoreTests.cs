namespace Rahdari.EndToEnd.National;

/// <summary>Headquarters is lost and made again of its last backup, while the port goes on.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task A_restored_headquarters_gets_every_crossing_again_and_ports_take_its_lists_once_it_publishes_anew()
    {
        Assert.SkipUnless(NationalSystem.Given("RAHDARI_RESTORE", 0) > 0, "For the night, which begins some twenty processes: RAHDARI_RESTORE=1 ./test EndToEnd '*RestoreTests'");
        await using var country = await NationalSystem.StartAsync(1);
        using var folder = new TemporaryFolder();
        var port = country.Ports[0];
        var counter = await NationalSystem.CounterAsync(port);
        await RecordAsync(1, 3);
        await ImportAsync(1);
        await HeldAsync(1);
        await country.ArrivedAsync(port);
        await RunAsync("backup", folder["headquarters.zip"]);

        // What the backup knows nothing of.
        await ImportAsync(2);
        await HeldAsync(2);
        await RecordAsync(4, 3);
        await country.ArrivedAsync(port);
        await country.LoseHeadquartersAsync(folder["headquarters.zip"]);
        await RecordAsync(7, 2);

        await country.ArrivedAsync(port);
        Assert.Equal(counter.Acknowledged.Values.Select(id => $"{id}").Order(StringComparer.Ordinal), (await country.Headquarters.QueryAsync("SELECT id FROM crossings")).Order(StringComparer.Ordinal));
        Assert.Empty(await country.Headquarters.QueryAsync("SELECT reason, sender, sequence FROM quarantine"));

        // The port holds version 2 and keeps it, whatever headquarters imports: other lists, too.
        await RunAsync("watchlist", "import", "lost", folder["lost-1.csv"], "--name", "others");
        using var auditor = await NationalSystem.SignInAsync(country.Headquarters, "auditor1");
        await NationalSystem.UntilAsync(async () => (await NationalSystem.AlertsAsync(auditor, port.Name)).Contains("listNewer"), "the newer list is told");
        await HeldAsync(2);
        await RunAsync("site", "publish-anew", "--reason", "restored");
        await HeldAsync(1);
        foreach (var site in new[] { port, country.Headquarters })
        {
            var verified = await site.VerifyAsync();
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        }

        async Task RecordAsync(int first, int count)
        {
            for (var traveller = first; traveller < first + count; traveller++)
                await counter.RecordAsync(traveller);
        }

        Task ImportAsync(int entries)
        {
            var list = folder.Write($"lost-{entries}.csv", "Country,Number,Type,Date,Reason\n" + string.Concat(Enumerable.Range(1, entries).Select(i => $"UTO,L{i:D8},Passport,2026-02-01,lost\n")));
            return RunAsync("watchlist", "import", "lost", list);
        }

        Task HeldAsync(int version) => NationalSystem.UntilAsync(
            async () => await port.QueryAsync("SELECT version FROM held_topics WHERE topic = 'watchlist/lost'") is [var held] && held == $"{version}", $"the port holds version {version}");

        async Task RunAsync(params string[] command)
        {
            var ended = await country.Headquarters.RunAsync(command);
            Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        }
    }
}
