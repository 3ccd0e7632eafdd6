using Microsoft.EntityFrameworkCore;

namespace Rahdari.Node.Identity.Storage;

/// <summary>The users' tables on PostgreSQL, in the schema <c>identity</c>.</summary>
internal sealed class PostgresIdentityContext(DbContextOptions<PostgresIdentityContext> options) : IdentityContext(options)
{
    /// <summary>The schema.</summary>
    public const string Schema = "identity";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(Schema);
        base.OnModelCreating(builder);
    }
}
