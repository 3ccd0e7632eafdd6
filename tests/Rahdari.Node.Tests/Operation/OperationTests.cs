using Npgsql;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Tests.Operation;

public sealed class OperationTests
{
    [Fact]
    public async Task Everyone_may_ask_whether_the_site_is_well_and_learns_nothing_else()
    {
        await using var site = await RunningSite.StartAsync();
        var client = site.Client();
        Assert.Equal("Healthy", (await client.GetAsync("/health/live")).Body);
        Assert.Equal(200, (await client.GetAsync("/health/ready")).Status);
        Assert.Equal("Degraded", (await client.GetAsync("/health/ready")).Json.GetProperty("status").GetString());
        await site.ListAsync(("SP.1", "Somebody Else", "1950"));
        var ready = await client.GetAsync("/health/ready");
        Assert.Equal("Healthy", ready.Json.GetProperty("status").GetString());
        Assert.DoesNotContain("Somebody", ready.Body);
    }

    [Fact]
    public async Task A_site_on_PostgreSQL_is_well_until_a_crossing_stands_in_no_month()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Postgres);
        await site.ListAsync(("SP.1", "Somebody Else", "1950"));
        var client = site.Client();
        Assert.Equal("Healthy", (await client.GetAsync("/health/ready")).Json.GetProperty("status").GetString());

        var officer = new Actor("officer1", new HashSet<string> { Roles.Officer }, RunningSite.Port);
        var encounter = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Exit, "1"), officer, TestContext.Current.CancellationToken);
        var decided = await site.Get<EncounterDesk>().DecideAsync(encounter.Value!.Id, new Decision(DecisionKind.Pass), "specimen-key-1", officer, TestContext.Current.CancellationToken);
        Assert.True(decided.Succeeded, decided.Problem?.ToString());
        await using var connection = new NpgsqlConnection(site.Get<SiteFolder>().PostgresConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var stray = new NpgsqlCommand(
            "CREATE TEMP TABLE stray AS SELECT * FROM border.crossings; UPDATE stray SET at = '1999-05-06Z'; INSERT INTO border.crossings SELECT * FROM stray", connection);
        await stray.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var ready = await client.GetAsync("/health/ready");
        Assert.Equal((200, "Degraded"), (ready.Status, ready.Json.GetProperty("status").GetString()));
        Assert.Contains("crossings_default", ready.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_is_told_to_run_nothing_foreign_to_frame_nothing_and_to_keep_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Officer);
        foreach (var path in new[] { "/api/v1/site", "/api/v1/no-such-thing", "/api/v1/crossings?from=never", "/health/live", "/api/docs/" })
        {
            var headers = (await client.GetAsync(path)).Headers;
            Assert.Contains("default-src 'self'", headers["Content-Security-Policy"]);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"]);
            Assert.DoesNotContain("script-src 'self' 'unsafe", headers["Content-Security-Policy"]);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Contains("no-store", headers["Cache-Control"]);
        }
    }
}
