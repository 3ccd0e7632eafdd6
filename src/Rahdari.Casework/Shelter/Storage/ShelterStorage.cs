using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Shelter.Storage;

/// <summary>Opens contexts on the victims' store, whichever engine it is on. Thread-safe.</summary>
internal sealed class ShelterStorage(CaseworkHome home)
{
    public ShelterContext Open() => (home.ShelterConnection ?? home.PostgresConnection) is { } connection
        ? new PostgresShelterContext(PostgresOptions(connection))
        : new SqliteShelterContext(SqliteOptions(home.SqliteFile));

    /// <summary>Applies the migrations that are missing.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancellation);
    }

    private static DbContextOptions<SqliteShelterContext> SqliteOptions(string file) =>
        new DbContextOptionsBuilder<SqliteShelterContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString(), o => o.MigrationsHistoryTable("__shelter_migrations"))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(DurableSqlite.Instance)
            .Options;

    private static DbContextOptions<PostgresShelterContext> PostgresOptions(string connection) =>
        new DbContextOptionsBuilder<PostgresShelterContext>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HistoryRepository.DefaultTableName, "shelter"))
            .UseSnakeCaseNamingConvention()
            .Options;

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteShelterContext>
    {
        public SqliteShelterContext CreateDbContext(string[] args) => new(SqliteOptions("design.db"));
    }

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresShelterContext>
    {
        public PostgresShelterContext CreateDbContext(string[] args) => new(PostgresOptions("Host=localhost"));
    }
}
