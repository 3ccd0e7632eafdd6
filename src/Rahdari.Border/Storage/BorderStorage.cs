using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Rahdari.Border.Sites;

namespace Rahdari.Border.Storage;

/// <summary>Opens contexts on the site's database, whichever engine it is. Thread-safe.</summary>
internal sealed class BorderStorage
{
    /// <summary>A statement of a migration may move every crossing that a country ever recorded.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromDays(1);

    private readonly Func<BorderContext> open;

    public BorderStorage(SiteFolder site)
    {
        if (site.PostgresConnection is { } connection)
        {
            var pool = new PooledDbContextFactory<PostgresBorderContext>(PostgresOptions(Prepared(connection)));
            open = pool.CreateDbContext;
        }
        else
        {
            var pool = new PooledDbContextFactory<SqliteBorderContext>(SqliteOptions(site.SqliteFile));
            open = pool.CreateDbContext;
        }
    }

    public BorderContext Open()
    {
        var db = open();
        db.Notes = null; // Contexts are used again.
        return db;
    }

    /// <summary>Applies the migrations that are missing.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open();
        db.Database.SetCommandTimeout(LongestMigration);
        await db.Database.MigrateAsync(cancellation);
    }

    internal static DbContextOptions<SqliteBorderContext> SqliteOptions(string file) =>
        new DbContextOptionsBuilder<SqliteBorderContext>()
            .UseSqlite(SqliteConnectionString(file), o => o.MigrationsHistoryTable("__border_migrations"))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(DurableSqlite.Instance)
            .Options;

    internal static DbContextOptions<PostgresBorderContext> PostgresOptions(string connection) =>
        new DbContextOptionsBuilder<PostgresBorderContext>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HistoryRepository.DefaultTableName, "border"))
            .UseSnakeCaseNamingConvention()
            .Options;

    /// <summary>
    /// With statements that come again prepared, unless the connection string says otherwise: to plan a question over the partitions of many
    /// years takes longer than to answer it.
    /// </summary>
    internal static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // ContainsKey is true of every keyword there is.
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
        return settings.ToString();
    }

    internal static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();

    /// <summary>Write-ahead log with a sync at every commit: what was acknowledged survives a power cut. What is erased or replaced leaves no bytes behind.</summary>
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Configure(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Configure(connection);
            return Task.CompletedTask;
        }

        private static void Configure(DbConnection connection)
        {
            // Whether there is a database is asked by a connection that may not write: of one that was just restored it could not change the journal.
            if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly)
                return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
        }
    }
}
