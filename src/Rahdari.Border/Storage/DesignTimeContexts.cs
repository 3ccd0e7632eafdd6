using Microsoft.EntityFrameworkCore.Design;

namespace Rahdari.Border.Storage;

/// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteBorderContext>
{
    public SqliteBorderContext CreateDbContext(string[] args) => new(BorderStorage.SqliteOptions("design.db"));
}

/// <summary>For <c>dotnet ef migrations add</c>; no connection is made.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresBorderContext>
{
    public PostgresBorderContext CreateDbContext(string[] args) => new(BorderStorage.PostgresOptions("Host=localhost"));
}
