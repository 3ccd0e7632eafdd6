using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Identity.Storage;

/// <summary>Opens the users' tables in the site's database, whichever engine it is.</summary>
internal static class IdentityStorage
{
    public static IdentityContext Open(SiteFolder site) => site.PostgresConnection is { } connection
        ? new PostgresIdentityContext(PostgresOptions(connection))
        : new SqliteIdentityContext(SqliteOptions(site.SqliteFile));

    private static DbContextOptions<SqliteIdentityContext> SqliteOptions(string file) =>
        new DbContextOptionsBuilder<SqliteIdentityContext>()
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString(),
                o => o.MigrationsHistoryTable("__identity_migrations"))
            .UseSnakeCaseNamingConvention()
            .Options;

    private static DbContextOptions<PostgresIdentityContext> PostgresOptions(string connection) =>
        new DbContextOptionsBuilder<PostgresIdentityContext>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HistoryRepository.DefaultTableName, PostgresIdentityContext.Schema))
            .UseSnakeCaseNamingConvention()
            .Options;

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteIdentityContext>
    {
        public SqliteIdentityContext CreateDbContext(string[] args) => new(SqliteOptions("design.db"));
    }

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresIdentityContext>
    {
        public PostgresIdentityContext CreateDbContext(string[] args) => new(PostgresOptions("Host=localhost"));
    }
}
