using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rahdari.Casework.Storage;

/// <summary>A transaction that only reads and sees one state throughout, without keeping anybody from writing.</summary>
internal static class Snapshot
{
    public static async Task<IDbContextTransaction> BeginAsync(DbContext db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        // Deferred: a transaction that EF begins by itself would hold the only right to write, which the counters share.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancellation))!;
    }
}
