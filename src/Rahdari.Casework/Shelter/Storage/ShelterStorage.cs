using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Shelter.Storage;

/// <summary>Opens contexts on the victims' store, whichever engine it is on. Thread-safe.</summary>
internal sealed class ShelterStorage(CaseworkHome home)
{
    public ShelterContext Open() => (home.ShelterConnection ?? home.PostgresConnection) is { } connection
        ? new PostgresShelterContext(Postgres(connection))
        : new SqliteShelterContext(Sqlite(home.SqliteFile));

    /// <summary>Applies the migrations that are missing.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancellation);
    }

    private static DbContextOptions<SqliteShelterContext> Sqlite(string file) => StorageOptions.Sqlite<SqliteShelterContext>(file, "__shelter_migrations");

    private static DbContextOptions<PostgresShelterContext> Postgres(string connection) => StorageOptions.Postgres<PostgresShelterContext>(connection, "shelter");

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteShelterContext>
    {
        public SqliteShelterContext CreateDbContext(string[] args) => new(Sqlite("design.db"));
    }

    /// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
    internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresShelterContext>
    {
        public PostgresShelterContext CreateDbContext(string[] args) => new(Postgres("Host=localhost"));
    }
}
