using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench;

/// <summary>
/// Travellers a second through the whole counter (read, inspect, identify, screen, advise, decide, sign, chain: two durable
/// writes a traveller) beside the least that any system on the same database can do: two rows a traveller, each in a
/// transaction of its own, with the same durability (WAL, synchronous=FULL).
/// </summary>
internal static class Recording
{
    private const int Travellers = 1000;
    private const int Runs = 5;

    public static async Task RunAsync(TextWriter to)
    {
        await to.WriteLineAsync($"recording: {Travellers} travellers on SQLite, {Runs} runs by turns; travellers a second, minimum / median / maximum");
        foreach (var counters in new[] { 1, 8, 32 })
        {
            var (own, peer) = (new List<double>(), new List<double>());
            for (var run = 0; run <= Runs; run++)
            {
                var (ours, theirs) = (Travellers / await CounterAsync(counters), Travellers / await RowsAsync(counters));
                if (run == 0)
                    continue; // The first run warms up.
                own.Add(ours);
                peer.Add(theirs);
            }
            await to.WriteLineAsync(
                $"  {counters,2} counters: rahdari {Figures.Spread(own, "F0", "")} | bare rows {Figures.Spread(peer, "F0", "")} | ratio {Figures.Spread([.. own.Zip(peer, (a, b) => a / b)], "F2", "×")}");
        }
    }

    private static async Task<double> CounterAsync(int counters)
    {
        var folder = Directory.CreateTempSubdirectory("rahdari-bench-");
        try
        {
            var site = SiteFolder.Create(Path.Combine(folder.FullName, "site"), new SiteSettings { Node = "bench", Port = "PKKHI", PortName = "Bench", Counters = ["1"] }).Value!;
            await using var services = new ServiceCollection().AddBorder(site).BuildServiceProvider();
            await services.OpenBorderAsync();
            var desk = services.GetRequiredService<EncounterDesk>();
            var officer = new Actor("officer", new HashSet<string> { Roles.Officer }, "PKKHI");
            var zones = Enumerable.Range(1, Travellers).Select(Zone).ToArray();
            return await Figures.SecondsAsync(() => EachAsync(counters, async number =>
            {
                var opened = await desk.OpenAsync(new Presentation(zones[number], Direction.Entry, "1"), officer);
                var decided = await desk.DecideAsync(opened.Value!.Id, new Decision(DecisionKind.Pass), $"bench-key-{number:D6}", officer);
                if (!decided.Succeeded)
                    throw new InvalidOperationException(decided.Problem.Code);
            }));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> RowsAsync(int counters)
    {
        var folder = Directory.CreateTempSubdirectory("rahdari-bench-");
        try
        {
            var connection = $"Data Source={Path.Combine(folder.FullName, "rows.db")};Default Timeout=60";
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL; CREATE TABLE rows (id TEXT PRIMARY KEY, content TEXT NOT NULL)");
            var content = new string('x', 600);
            return await Figures.SecondsAsync(() => EachAsync(counters, async _ =>
            {
                for (var write = 0; write < 2; write++)
                    await ExecuteAsync(connection, $"PRAGMA synchronous=FULL; INSERT INTO rows VALUES ('{Guid.CreateVersion7()}', '{content}')");
            }));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var db = new SqliteConnection(connection);
        await db.OpenAsync();
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // The text is this benchmark's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static Task EachAsync(int counters, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Travellers), new ParallelOptions { MaxDegreeOfParallelism = counters }, async (number, _) => await work(number));

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
        DateOfBirth = PartialDate.From(new DateOnly(1960, 1, 2).AddDays(number * 13)), // Of one day they would be one person.
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.From(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(3)),
        OptionalData = [],
    }));
}
