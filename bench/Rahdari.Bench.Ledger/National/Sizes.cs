using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rahdari.Bench.Ledger.National;

/// <summary>How much disk and memory a crossing takes.</summary>
internal static class Sizes
{
    public static async Task TellAsync(Country country, int crossings, TextWriter to)
    {
        await using (var port = new SqliteConnection($"Data Source={country.Port.Folder.SqliteFile};Pooling=False"))
        {
            await port.OpenAsync();
            await TellAsync(port, "port, SQLite, with indexes", "SELECT 'all', page_count * page_size FROM pragma_page_count, pragma_page_size", crossings, to);
        }
        await using (var headquarters = new NpgsqlConnection(country.Connection))
        {
            await headquarters.OpenAsync();
            await TellAsync(
                headquarters,
                "headquarters, PostgreSQL, with indexes",
                """
                SELECT regexp_replace(relname, '^crossings_(\d+_\d+|default)$', 'crossings'), SUM(pg_total_relation_size(c.oid))::bigint
                FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname = 'border' GROUP BY 1 ORDER BY 2 DESC
                """,
                crossings,
                to);
        }
        foreach (var (name, site) in new[] { ("port", country.Port), ("headquarters", country.Headquarters) })
        {
            var store = new DirectoryInfo(Path.Combine(site.BrokerFolder, "store")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            await to.WriteLineAsync(Line($"  {name}'s broker: store {store / 1048576.0:F1} MiB, memory at most {site.BrokerMemory / 1048576.0:F0} MiB"));
        }
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        await to.WriteLineAsync(Line($"  both lines in one process: memory at most {own.PeakWorkingSet64 / 1048576.0:F0} MiB"));
    }

    private static async Task TellAsync(System.Data.Common.DbConnection connection, string where, string sql, int crossings, TextWriter to)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // This benchmark's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<(string Name, long Bytes)>();
        while (await rows.ReadAsync())
            tables.Add((rows.GetString(0), rows.GetInt64(1)));
        var told = string.Join(", ", tables.Where(t => t.Bytes / crossings > 20).Select(t => Line($"{t.Name} {t.Bytes / (double)crossings:F0}")));
        await to.WriteLineAsync(Line($"  {where}: {tables.Sum(t => t.Bytes) / (double)crossings:F0} bytes a crossing: {told}"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
