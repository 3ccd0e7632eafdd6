using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench.Ledger;

/// <summary>
/// Crossings a second of many counters at once, from the scan to the recorded crossing (two durable, signed, chained writes), beside pgbench writing as
/// many rows of the same sizes in as many transactions with the same durability.
/// </summary>
internal static class Recording
{
    private const int Warm = 500;
    private const int Seconds = 20;

    private static readonly Actor Officer = new("officer", new HashSet<string> { Roles.Officer }, "PKKHI");

    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        Directory.CreateDirectory(options.Folder);
        await using (var site = await BenchSite.OpenAsync(Path.Combine(options.Folder, "recording"), "rahdari_bench_recording", anew: true))
        {
            var desk = site.Get<EncounterDesk>();
            var (number, opens, decides) = (0, new List<double>(), new List<double>());
            await CountersAsync(options.Counters, () => Volatile.Read(ref number) < Warm, RecordAsync);
            (opens, decides) = ([], []);
            var watch = Stopwatch.StartNew();
            await CountersAsync(options.Counters, () => watch.Elapsed.TotalSeconds < Seconds, RecordAsync);
            var each = decides.Count / watch.Elapsed.TotalSeconds;
            await to.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"record: {options.Counters} counters on {(site.Connection is null ? "SQLite" : "PostgreSQL")}, {Seconds} s: {each:F0} crossings/s; presenting {Figures.Told([.. opens])}; deciding {Figures.Told([.. decides])}"));
            if (site.Connection is { } connection)
                await PeerAsync(connection, options, each, to);

            async Task RecordAsync()
            {
                var mine = Interlocked.Increment(ref number);
                var began = Stopwatch.GetTimestamp();
                // A quarter leave who entered long before; all others are new to the record.
                var isKnown = mine > 2 * Warm && mine % 4 == 0;
                var opened = await desk.OpenAsync(new Presentation(Zone(isKnown ? (mine / 2) | 1 : mine), isKnown ? Direction.Exit : Direction.Entry, "1"), Officer);
                var between = Stopwatch.GetTimestamp();
                var decided = await desk.DecideAsync(opened.Value!.Id, new Decision(DecisionKind.Pass), $"bench-key-{mine:D8}", Officer);
                if (!decided.Succeeded)
                    throw new InvalidOperationException(decided.Problem.Code);
                lock (desk)
                {
                    opens.Add(Stopwatch.GetElapsedTime(began, between).TotalMilliseconds);
                    decides.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
                }
            }
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.Combine(options.Folder, "recording"), recursive: true);
        if (Options.Server is { } server)
            await BenchSite.ExecuteAsync(server, "DROP DATABASE IF EXISTS rahdari_bench_recording WITH (FORCE)");
        return 0;
    }

    private static Task CountersAsync(int counters, Func<bool> goesOn, Func<Task> work) => Task.WhenAll(Enumerable.Range(0, counters).Select(_ => Task.Run(async () =>
    {
        while (goesOn())
            await work();
    })));

    /// <summary>The rows that one crossing is: a traveller, a document, three keys, an encounter, an audit record and its ledger record; a crossing, its key, what is noted of it twice, an audit record and two ledger records.</summary>
    private static async Task PeerAsync(string connection, Options options, double own, TextWriter to)
    {
        await BenchSite.ExecuteAsync(connection, "CREATE SCHEMA peer", "CREATE TABLE peer.rows (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), content text NOT NULL)");
        var script = Path.Combine(options.Folder, "recording", "peer.sql");
        static string Rows(params int[] sizes) => "BEGIN;\n" + string.Concat(sizes.Select(s => $"INSERT INTO peer.rows (content) VALUES (repeat('x', {s}));\n")) + "COMMIT;\n";
        await File.WriteAllTextAsync(script, Rows(30, 180, 24, 24, 24, 1600, 280, 560) + Rows(420, 70, 100, 40, 280, 900, 560));
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo("pgbench", ["-n", "-M", "prepared", "-c", $"{options.Counters}", "-j", "2", "-T", $"{Seconds}", "-f", script]) { RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("PGHOST", settings.Host), ("PGPORT", $"{settings.Port}"), ("PGUSER", settings.Username), ("PGDATABASE", settings.Database), ("PGPASSWORD", settings.Password) })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"pgbench ended with {process.ExitCode}.");
        var tps = output.Split('\n').Where(l => l.StartsWith("tps = ", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture)).FirstOrDefault();
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  pgbench, the same rows: {tps:F0} crossings/s; {tps / own:F1} times ours"));
    }

    private static string Zone(int number) => string.Join('\n', MrzComposer.Compose(new MrzFields
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        NameMayBeTruncated = false,
        DocumentNumber = $"S{number:D8}",
        Nationality = "UTO",
        DateOfBirth = PartialDate.From(new DateOnly(1960, 1, 1).AddDays(number % 15000)),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.From(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(3)),
        OptionalData = [],
    }));
}
