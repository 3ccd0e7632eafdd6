using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Storage;

public class BorderStorageTests
{
    [Theory]
    [InlineData("Host=h", 200)]
    [InlineData("Host=h;Max Auto Prepare=0", 0)]
    [InlineData("Host=h;MaxAutoPrepare=7", 7)]
    public void Statements_that_come_again_are_prepared_unless_the_connection_string_says_otherwise(string connection, int expected) =>
        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(BorderStorage.Prepared(connection)).MaxAutoPrepare);

    [Fact]
    public async Task A_question_that_comes_again_is_prepared_on_the_server()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Postgres);
        await using var db = site.Get<BorderStorage>().Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        for (var i = 0; i < 6; i++)
            Assert.Equal(0, await db.Crossings.CountAsync(c => c.TravellerId == Guid.Empty, TestContext.Current.CancellationToken));

        var prepared = await db.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(prepared, statement => statement.Contains("border.crossings", StringComparison.Ordinal));
    }
}
