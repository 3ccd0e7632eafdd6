using System.Globalization;
using Npgsql;
using Rahdari.Border.Crossings.Imports;

namespace Rahdari.Bench.Ledger;

/// <summary>How fast a legacy system's file is taken in, beside PostgreSQL's COPY of the same rows: into a table with the same indexes, and into a bare one.</summary>
internal static class Loading
{
    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        Directory.CreateDirectory(options.Folder);
        var file = Path.Combine(options.Folder, "legacy.csv");
        var made = await Figures.SecondsAsync(() => Task.Run(() => new InventedCrossings(options.Crossings, options.Travellers, options.Seed).Write(file)));
        await to.WriteLineAsync(Line($"load: {options.Crossings} crossings of {options.Travellers} travellers, seed {options.Seed}; {new FileInfo(file).Length >> 20} MiB, made in {made:F0} s"));
        await using var site = await BenchSite.OpenAsync(options.Folder, "rahdari_bench", anew: true);
        CrossingImport import = null!;
        var seconds = await Figures.SecondsAsync(async () =>
        {
            var answer = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "bench"), BenchSite.Administrator);
            import = answer.Value ?? throw new InvalidOperationException(answer.Problem!.ToString());
        });
        await to.WriteLineAsync(Line($"  imported {import.Imported}, rejected {import.Rejected}, {import.NewTravellers} travellers in {seconds:F1} s: {import.Imported / seconds:F0} rows/s"));
        File.Delete(file);
        if (site.Connection is { } connection)
            await PeerAsync(connection, options.Folder, import.Imported / seconds, to);
        return 0;
    }

    private static async Task PeerAsync(string connection, string folder, double own, TextWriter to)
    {
        var rows = Path.Combine(folder, "rows.copy");
        await BenchSite.ExecuteAsync(connection, "ANALYZE", "DROP SCHEMA IF EXISTS peer CASCADE", "CREATE SCHEMA peer");
        await using (var db = new NpgsqlConnection(connection))
        {
            await db.OpenAsync();
            await using var copy = await db.BeginRawBinaryCopyAsync("COPY (SELECT * FROM border.crossings ORDER BY at) TO STDOUT (FORMAT BINARY)");
            await using var stream = File.Create(rows);
            await copy.CopyToAsync(stream);
        }
        foreach (var (name, indexes) in new[] { ("bare", false), ("crossings", true) })
        {
            await BenchSite.ExecuteAsync(connection, $"CREATE TABLE peer.{name} (LIKE border.crossings)");
            if (indexes)
            {
                await BenchSite.ExecuteAsync(
                    connection,
                    "ALTER TABLE peer.crossings ADD PRIMARY KEY (id)",
                    "CREATE UNIQUE INDEX ON peer.crossings (node, idempotency_key)",
                    "CREATE INDEX ON peer.crossings (traveller_id, at)",
                    "CREATE INDEX ON peer.crossings (port, at)",
                    "CREATE INDEX ON peer.crossings (at)",
                    "CREATE INDEX ON peer.crossings (document_number)",
                    "CREATE INDEX ON peer.crossings (primary_identifier)",
                    "CREATE INDEX ON peer.crossings (import_id)");
            }
            var count = 0UL;
            var seconds = await Figures.SecondsAsync(async () =>
            {
                await using var db = new NpgsqlConnection(connection);
                await db.OpenAsync();
                await using var stream = File.OpenRead(rows);
                await using var copy = await db.BeginRawBinaryCopyAsync($"COPY peer.{name} FROM STDIN (FORMAT BINARY)");
                await stream.CopyToAsync(copy);
            });
            await using (var db = new NpgsqlConnection(connection))
            {
                await db.OpenAsync();
                await using var counting = new NpgsqlCommand($"SELECT count(*) FROM peer.{name}", db) { CommandTimeout = 0 };
                count = (ulong)(long)(await counting.ExecuteScalarAsync())!;
            }
            await to.WriteLineAsync(Line($"  COPY into {(indexes ? "one table with the same indexes" : "a bare table")}: {count / seconds:F0} rows/s; ours is {100 * own * seconds / count:F0} % of it"));
        }
        await BenchSite.ExecuteAsync(connection, "DROP TABLE peer.bare", "ANALYZE peer.crossings");
        File.Delete(rows);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
