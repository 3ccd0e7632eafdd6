using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rahdari.Border.Storage;

/// <summary>Which exceptions say that the storage cannot be had now, as against a defect of the program.</summary>
public static class StorageFaults
{
    // sqlite3.h: result codes.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>True where the disk is full or does not answer, or the database's server is away or has no room: what was asked may be sent again.</summary>
    public static bool IsUnavailable(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen })
                return true;
            // Class 53: insufficient resources; class 57P: the server stops. IsTransient: it is not reached.
            if (cause is PostgresException { SqlState: var state } && (state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)))
                return true;
            if (cause is NpgsqlException { IsTransient: true } and not PostgresException)
                return true;
        }
        return false;
    }
}
