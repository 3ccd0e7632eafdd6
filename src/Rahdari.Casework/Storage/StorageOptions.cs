using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rahdari.Casework.Storage;

/// <summary>How casework's contexts are opened: on SQLite in the site's file, on PostgreSQL in a schema of their own.</summary>
internal static class StorageOptions
{
    public static DbContextOptions<T> Sqlite<T>(string file, string history)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString(), o => o.MigrationsHistoryTable(history))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(DurableSqlite.Instance)
            .Options;

    public static DbContextOptions<T> Postgres<T>(string connection, string schema)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HistoryRepository.DefaultTableName, schema))
            .UseSnakeCaseNamingConvention()
            .Options;
}
