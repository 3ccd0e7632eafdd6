using Microsoft.Data.Sqlite;
using Npgsql;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Storage;

public sealed class StorageFaultsTests
{
    [Fact]
    public void A_full_database_cannot_be_had_and_a_wrong_statement_is_a_defect()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("PRAGMA max_page_count = 3; CREATE TABLE filled (content TEXT);");
        var full = Assert.Throws<SqliteException>(() => Run("INSERT INTO filled VALUES (zeroblob(1000000));"));
        Assert.True(StorageFaults.IsUnavailable(full));
        Assert.True(StorageFaults.IsUnavailable(new InvalidOperationException("saving", full)));
        Assert.False(StorageFaults.IsUnavailable(Assert.Throws<SqliteException>(() => Run("SELECT nothing FROM nowhere;"))));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    [Theory]
    [InlineData("53100", true)] // disk_full
    [InlineData("53300", true)] // too_many_connections
    [InlineData("57P01", true)] // admin_shutdown
    [InlineData("42P01", false)] // undefined_table
    [InlineData("23505", false)] // unique_violation
    public void Of_PostgreSQL_the_state_tells(string state, bool isUnavailable) =>
        Assert.Equal(isUnavailable, StorageFaults.IsUnavailable(new PostgresException("said", "ERROR", "ERROR", state)));

    [Fact]
    public void A_server_that_is_not_reached_cannot_be_had_and_anything_else_is_a_defect()
    {
        Assert.True(StorageFaults.IsUnavailable(new NpgsqlException("not reached", new IOException("broken"))));
        Assert.False(StorageFaults.IsUnavailable(new InvalidOperationException("a defect")));
    }
}
