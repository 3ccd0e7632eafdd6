using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Sites;

/// <summary>A consistent copy of the site's database in one file: SQLite's own copy, or pg_dump's.</summary>
internal static class DatabaseDump
{
    /// <summary>Writes the copy; returns what went wrong, or null.</summary>
    public static async Task<string?> WriteAsync(SiteFolder site, string dump, CancellationToken cancellation)
    {
        if (site.PostgresConnection is { } connection)
            return await RunAsync("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", $"--file={dump}"], cancellation);
        await using var from = new SqliteConnection(BorderStorage.SqliteConnectionString(site.SqliteFile));
        await from.OpenAsync(cancellation);
        await using var command = from.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", dump);
        await command.ExecuteNonQueryAsync(cancellation);
        return null;
    }

    /// <summary>Says so where the PostgreSQL database that is to be filled holds something; otherwise null.</summary>
    public static async Task<string?> RefuseFilledAsync(SiteFolder site, CancellationToken cancellation)
    {
        if (site.PostgresConnection is not { } connection)
            return null;
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'", db);
        return await command.ExecuteScalarAsync(cancellation) is 0L ? null : "the PostgreSQL database is not empty";
    }

    /// <summary>Takes what a restore brought into the PostgreSQL database, which was empty before, out again.</summary>
    public static async Task EmptyAsync(SiteFolder site)
    {
        if (site.PostgresConnection is not { } connection)
            return;
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            DO $$
            DECLARE name text;
            BEGIN
              FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public') LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', name);
              END LOOP;
              FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('DROP TABLE public.%I CASCADE', name);
              END LOOP;
            END $$
            """,
            db);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Brings the copy in <paramref name="staging"/> into the site's database; returns what went wrong, or null.</summary>
    public static async Task<string?> ReadAsync(SiteFolder site, string staging, CancellationToken cancellation)
    {
        if (site.PostgresConnection is not { } connection)
            return null; // The copy already is the database.
        var dump = Path.Combine(staging, SiteBackup.DatabaseName(site));
        var problem = await RunAsync("pg_restore", connection, ["--single-transaction", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(connection).Database}", dump], cancellation);
        if (problem is null)
            File.Delete(dump);
        return problem;
    }

    /// <summary>Where the ledger ends.</summary>
    public static async Task<(long Sequence, string? Hash)> HeadAsync(SiteFolder site, CancellationToken cancellation)
    {
        await using var db = new BorderStorage(site).Open();
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == site.Settings.Node, cancellation);
        return head is null ? (0, null) : (head.Sequence, Convert.ToHexStringLower(head.Hash));
    }

    /// <summary>Lets go of the file, so that it can be moved.</summary>
    public static void Close(SiteFolder site)
    {
        if (site.PostgresConnection is null)
            SqliteConnection.ClearAllPools();
    }

    private static async Task<string?> RunAsync(string program, string connection, string[] arguments, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        // Through the environment: arguments can be read by every user of the machine.
        foreach (var (name, value) in new[] { ("PGHOST", settings.Host), ("PGPORT", $"{settings.Port}"), ("PGUSER", settings.Username), ("PGPASSWORD", settings.Password), ("PGDATABASE", settings.Database) })
        {
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        }
        try
        {
            using var process = Process.Start(start)!;
            await using var kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
            var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? null : $"{program}: {errors.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"{program} is not installed (Debian: postgresql-client)";
        }
    }
}
