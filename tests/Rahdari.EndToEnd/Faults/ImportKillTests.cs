using System.Globalization;
using System.Text;
using Npgsql;
using Rahdari.Border.Sites;

namespace Rahdari.EndToEnd.Faults;

/// <summary>An import survives the death of its process: nothing of the file is lost and nothing is imported twice.</summary>
public class ImportKillTests(ITestOutputHelper output)
{
    private const int Records = 40_000;
    private const int Wrong = 400;

    public static TheoryData<bool> Engines => [false, true];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_import_that_is_killed_goes_on_where_it_stopped_and_every_record_is_told_once(bool postgres)
    {
        using var folder = new TemporaryFolder();
        var database = postgres ? await NewDatabaseAsync() : null;
        var created = SiteFolder.Create(folder["site"], new SiteSettings { Node = "specimen-1", Port = "PKKHI", PortName = "Specimen", Counters = ["A1"] }, database);
        Assert.True(created.Succeeded, created.Problem?.Code);
        await File.WriteAllTextAsync(folder["legacy.csv"], Legacy(), TestContext.Current.CancellationToken);
        string[] import = ["crossing", "import", folder["legacy.csv"], "--source", "specimen-legacy", "--json", "--site", folder["site"]];

        using (var process = RahdariProcess.Start(database, import))
        {
            process.StandardInput.Close();
            var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Contains(" %", line, StringComparison.Ordinal);
        }
        var resumed = await RunAsync(database, import);

        Assert.True(resumed.ExitCode == 1, resumed.Output + resumed.Error);
        long Told(string name) => resumed.Json.GetProperty(name).GetInt64();
        output.WriteLine($"[measure] import of {Records} records ({(postgres ? "PostgreSQL" : "SQLite")}): killed behind {Told("resumedAfter")}; imported {Told("imported")}, rejected {Told("rejected")}, twice {Told("alreadyThere")}");
        Assert.InRange(Told("resumedAfter"), 1, Records - 1);
        Assert.Equal((Records, Records - Wrong, Wrong, 0), (Told("read"), Told("imported"), Told("rejected"), Told("alreadyThere")));
        Assert.Equal(Wrong + 1, (await File.ReadAllLinesAsync(resumed.Json.GetProperty("rejects").GetString()!, TestContext.Current.CancellationToken)).Length);
        var listed = await RunAsync(database, ["crossing", "list", "--take", "1", "--json", "--site", folder["site"]]);
        Assert.Equal(Records - Wrong, listed.Json.GetProperty("total").GetInt32());
        var verified = await RunAsync(database, ["verify", "--json", "--site", folder["site"]]);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }

    private static string Legacy()
    {
        var text = new StringBuilder("key,surname,nationality,issuingState,documentNumber,direction,at,port\n");
        for (var i = 1; i <= Records; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i},SPECIMEN,UTO,UTO,SPC{i % 9000:D6},{(i % 2 == 0 ? "entry" : "exit")},2025-{1 + (i % 12):D2}-11T10:00:00Z,{(i % (Records / Wrong) == 0 ? "?" : "PKKHI")}\n");
        return text.ToString();
    }

    private static async Task<Ended> RunAsync(string? database, string[] arguments)
    {
        using var process = RahdariProcess.Start(database, arguments);
        process.StandardInput.Close();
        var (answer, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await answer, await error);
    }

    private static async Task<string> NewDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("RAHDARI_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "RAHDARI_TEST_POSTGRES names no PostgreSQL server; ./test starts one.");
        var name = $"rahdari_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
