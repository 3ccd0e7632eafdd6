using Microsoft.EntityFrameworkCore;

namespace Rahdari.Casework.Storage;

/// <summary>The tables on PostgreSQL, in the schema <c>casework</c>.</summary>
internal sealed class PostgresCaseworkContext(DbContextOptions<PostgresCaseworkContext> options) : CaseworkContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("casework");
        base.OnModelCreating(modelBuilder);
    }
}
