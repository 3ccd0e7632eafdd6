using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rahdari.Casework.Storage;

/// <summary>Opens contexts on the register's tables, whichever engine they are on. Thread-safe.</summary>
internal sealed class CaseworkStorage(CaseworkHome home)
{
    public CaseworkContext Open() => home.PostgresConnection is { } connection
        ? new PostgresCaseworkContext(Postgres(connection))
        : new SqliteCaseworkContext(Sqlite(home.SqliteFile));

    /// <summary>True where somebody waits to be taken in by an organisation.</summary>
    public async Task<bool> ArrivalsWaitAsync(string organisation, CancellationToken cancellation)
    {
        await using var db = Open();
        return await db.CaseReferrals.AnyAsync(r => r.Organisation == organisation && r.Sealed != null, cancellation);
    }

    /// <summary>Applies the migrations that are missing.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancellation);
    }

    private static DbContextOptions<SqliteCaseworkContext> Sqlite(string file) => StorageOptions.Sqlite<SqliteCaseworkContext>(file, "__casework_migrations");

    private static DbContextOptions<PostgresCaseworkContext> Postgres(string connection) => StorageOptions.Postgres<PostgresCaseworkContext>(connection, "casework");

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteCaseworkContext>
    {
        public SqliteCaseworkContext CreateDbContext(string[] args) => new(Sqlite("design.db"));
    }

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresCaseworkContext>
    {
        public PostgresCaseworkContext CreateDbContext(string[] args) => new(Postgres("Host=localhost"));
    }
}
