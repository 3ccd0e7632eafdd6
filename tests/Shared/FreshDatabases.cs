using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rahdari.Tests;

/// <summary>
/// Databases as the first opening of a site leaves them: made once an engine by all migrations, then copied for each test, for the migrations take longer than
/// most tests. Tests of the migrations make their own. Thread-safe.
/// </summary>
/// <param name="make">Makes and closes a site in a folder, on the PostgreSQL database where one is named; tells its SQLite file.</param>
internal sealed class FreshDatabases(Func<string, string?, Task<string>> make)
{
    private readonly Lazy<Task<byte[]>> sqlite = new(async () =>
    {
        using var folder = new TemporaryFolder();
        var file = await make(folder["site"], null);
        // The last connection's end leaves everything in the one file.
        SqliteConnection.ClearAllPools();
        Assert.False(File.Exists(file + "-wal"), "The database is still open.");
        return await File.ReadAllBytesAsync(file);
    });

    private readonly Lazy<Task<string>> postgres = new(async () =>
    {
        using var folder = new TemporaryFolder();
        var database = await EmptyAsync();
        await make(folder["site"], database);
        // Nothing may be connected to what is copied.
        await using var connection = new NpgsqlConnection(database);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(database).Database!;
    });

    /// <summary>Writes a site's SQLite file.</summary>
    public async Task WriteAsync(string file) => await File.WriteAllBytesAsync(file, await sqlite.Value);

    /// <summary>Makes a PostgreSQL database and tells its connection string.</summary>
    public async Task<string> PostgresAsync()
    {
        SkipWithoutServer();
        return await CreateAsync($"TEMPLATE {await postgres.Value}");
    }

    /// <summary>An empty database on the server that ./test started; the test is skipped where there is none.</summary>
    public static async Task<string> EmptyAsync()
    {
        SkipWithoutServer();
        return await CreateAsync("");
    }

    private static string? Server => Environment.GetEnvironmentVariable("RAHDARI_TEST_POSTGRES");

    private static void SkipWithoutServer() => Assert.SkipWhen(string.IsNullOrEmpty(Server), "RAHDARI_TEST_POSTGRES names no PostgreSQL server; ./test starts one.");

    private static async Task<string> CreateAsync(string of)
    {
        var name = $"rahdari_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {of}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();
    }
}
