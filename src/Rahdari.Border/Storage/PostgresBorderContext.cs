using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rahdari.Border.Storage;

/// <summary>The tables on PostgreSQL, in the schema <c>border</c>.</summary>
internal sealed class PostgresBorderContext(DbContextOptions<PostgresBorderContext> options) : BorderContext(options)
{
    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("border");
        base.OnModelCreating(modelBuilder);
    }
}
