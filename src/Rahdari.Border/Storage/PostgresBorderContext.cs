using Microsoft.EntityFrameworkCore;

namespace Rahdari.Border.Storage;

/// <summary>The tables on PostgreSQL, in the schema <c>border</c>.</summary>
internal sealed class PostgresBorderContext(DbContextOptions<PostgresBorderContext> options) : BorderContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("border");
        base.OnModelCreating(modelBuilder);
    }
}
