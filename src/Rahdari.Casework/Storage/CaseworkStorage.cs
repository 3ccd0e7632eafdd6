using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rahdari.Casework.Storage;

/// <summary>Opens contexts on the register's tables, whichever engine they are on. Thread-safe.</summary>
internal sealed class CaseworkStorage(CaseworkHome home)
{
    public CaseworkContext Open() => home.PostgresConnection is { } connection
        ? new PostgresCaseworkContext(PostgresOptions(connection))
        : new SqliteCaseworkContext(SqliteOptions(home.SqliteFile));

    /// <summary>Applies the migrations that are missing.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancellation);
    }

    private static DbContextOptions<SqliteCaseworkContext> SqliteOptions(string file) =>
        new DbContextOptionsBuilder<SqliteCaseworkContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString(), o => o.MigrationsHistoryTable("__casework_migrations"))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(DurableSqlite.Instance)
            .Options;

    private static DbContextOptions<PostgresCaseworkContext> PostgresOptions(string connection) =>
        new DbContextOptionsBuilder<PostgresCaseworkContext>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HistoryRepository.DefaultTableName, "casework"))
            .UseSnakeCaseNamingConvention()
            .Options;

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteCaseworkContext>
    {
        public SqliteCaseworkContext CreateDbContext(string[] args) => new(SqliteOptions("design.db"));
    }

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresCaseworkContext>
    {
        public PostgresCaseworkContext CreateDbContext(string[] args) => new(PostgresOptions("Host=localhost"));
    }
}

/// <summary>Write-ahead log with a sync at every commit: what was acknowledged survives a power cut. What is erased or replaced leaves no bytes behind. Thread-safe.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
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
        // Whether there is a database is asked by a connection that may not write.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
        command.ExecuteNonQuery();
    }
}
